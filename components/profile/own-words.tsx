"use client";

import { Heart } from "lucide-react";
import { useMemo, useState } from "react";
import { useFormatter, useLocale, useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { showError } from "@/components/ui/toast";
import { useErrorText } from "@/lib/client/use-error-text";
import { localeOf } from "@/lib/domain/locale";
import type { CameBack, ShownWords, OwnWords as Words } from "@/lib/domain/recognition/words-view";
import { recognitionRequests } from "./recognition-requests";

/** What was said to a member, what he shows of it, and what came back two weeks later. */
export function OwnWords(props: { brandSlug: string; initial: Words }) {
  const t = useTranslations("recognition.ownWords");
  const errorText = useErrorText();
  const requests = useMemo(() => recognitionRequests(props.brandSlug), [props.brandSlug]);
  const [{ words, cameBack }, setWords] = useState(props.initial);
  const [busy, setBusy] = useState<string | null>(null);

  const toggle = async ({ thanksId, hidden }: ShownWords) => {
    setBusy(thanksId);
    try {
      setWords(await (hidden === "self" ? requests.show(thanksId) : requests.hide(thanksId)));
    } catch (error) {
      showError(errorText(error));
    }
    setBusy(null);
  };

  if (words.length + cameBack.length === 0)
    return (
      <Empty icon={Heart} title={t("none")}>
        {t("noneText")}
      </Empty>
    );
  return (
    <div className="grid gap-6">
      {cameBack.length > 0 && (
        <div className="grid gap-2">
          <h3 className="strong t-body">{t("later")}</h3>
          <ul className="border-t border-line">
            {cameBack.map((each) => (
              <Later key={each.id} back={each} />
            ))}
          </ul>
        </div>
      )}
      {words.length > 0 && (
        <ul className="border-t border-line">
          {words.map((each) => (
            <li
              key={each.thanksId}
              className="flex flex-wrap items-start gap-x-4 gap-y-2 border-b border-line py-3"
            >
              <div className="grid min-w-0 flex-1 basis-[240px] gap-1">
                <p className="wrap-anywhere" lang={each.language} dir="auto">
                  {each.words}
                </p>
                <From from={each.from} topic={each.topic} at={each.thankedAt} />
                <p className="muted">
                  {each.hidden === "self"
                    ? t("hiddenSelf")
                    : each.hidden === "manager"
                      ? t("hiddenManager")
                      : t(each.isShared ? "shared" : "private")}
                </p>
              </div>
              {each.isShared && each.hidden !== "manager" && (
                <Button
                  size="sm"
                  look="quiet"
                  busy={busy === each.thanksId}
                  onClick={() => void toggle(each)}
                >
                  {t(each.hidden === "self" ? "show" : "hide")}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Later({ back }: { back: CameBack }) {
  const t = useTranslations("recognition.ownWords");
  return (
    <li className="grid gap-1 border-b border-line py-3">
      <p className="strong">{t(`back.${back.answer}`)}</p>
      {back.words && (
        <p className="wrap-anywhere" lang={back.language} dir="auto">
          “{back.words}”
        </p>
      )}
      <From from={back.from} topic={back.topic} at={back.answeredAt} />
    </li>
  );
}

function From(props: { from: string | null; topic: ShownWords["topic"]; at: string }) {
  const t = useTranslations("recognition.ownWords");
  const format = useFormatter();
  const locale = localeOf(useLocale());
  return (
    <p className="meta">
      {[
        props.from ?? t("someone"),
        props.topic?.[locale],
        format.dateTime(new Date(props.at), { dateStyle: "medium" }),
      ]
        .filter(Boolean)
        .join(" · ")}
    </p>
  );
}
