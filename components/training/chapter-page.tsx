"use client";

import "./training.css";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { Button, buttonClass } from "@/components/ui/button";
import { useErrorText } from "@/lib/client/use-error-text";
import { localeOf } from "@/lib/domain/locale";
import type { ChapterId } from "@/lib/domain/training/course-schema";
import type { TrainingView } from "@/lib/domain/training/view";
import { ChapterText } from "./chapter-text";
import { trainingRequests } from "./requests";

/** One chapter to read, and to say that one has. */
export function ChapterPage(props: { brandSlug: string; training: TrainingView; chapter: ChapterId }) {
  const { brandSlug, training } = props;
  const t = useTranslations("training.chapter");
  const errorText = useErrorText();
  const router = useRouter();
  const locale = localeOf(useLocale());
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const place = training.chapters.findIndex(({ id }) => id === props.chapter);
  const chapter = training.chapters[place];
  if (!chapter) return null;
  const next = training.chapters[place + 1];
  const base = `/${brandSlug}/training`;
  const onward = next ? `${base}/course/${next.id}` : base;
  const read = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await trainingRequests(brandSlug).readChapter(chapter.id);
      router.push(onward);
      router.refresh();
    } catch (error) {
      setProblem(errorText(error));
    }
    setBusy(false);
  };
  return (
    <main
      id="main"
      className="mx-auto grid w-full max-w-[720px] content-start gap-8 px-4 py-8 bar:px-8 bar:py-12"
    >
      <Link href={base} className="muted justify-self-start underline">
        {t("back")}
      </Link>
      <div className="grid gap-2">
        <p className="meta">{t("of", { number: place + 1 })}</p>
        <h1 className="t-page">{chapter.title[locale]}</h1>
      </div>
      <ChapterText text={chapter.body[locale]} />
      {problem && (
        <p className="help help--error" role="alert">
          {problem}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-4">
        {chapter.isRead ? (
          <>
            <span className="muted">{t("isRead")}</span>
            {next && (
              <Link className={buttonClass("primary")} href={onward}>
                {t("next")}
              </Link>
            )}
          </>
        ) : (
          <Button look="primary" busy={isBusy} busyLabel={t("saving")} onClick={() => void read()}>
            {t(next ? "readNext" : "read")}
          </Button>
        )}
      </div>
    </main>
  );
}
