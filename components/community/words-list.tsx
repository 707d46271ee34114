"use client";

import { Heart } from "lucide-react";
import { useState } from "react";
import { useFormatter, useLocale, useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Tag } from "@/components/ui/chip";
import { Empty } from "@/components/ui/empty";
import { showError, showToast } from "@/components/ui/toast";
import { apiClient, reply } from "@/lib/client/api";
import { useErrorText } from "@/lib/client/use-error-text";
import { localeOf } from "@/lib/domain/locale";
import type { BrandWords, ShownWords } from "@/lib/domain/recognition/words-view";

function wordsRequests(brand: string) {
  const { words } = apiClient().api.brands[":brand"];
  const on = (thanksId: string) => ({ param: { brand, thanksId } });
  return {
    read: (before?: string) => reply(words.$get({ param: { brand }, query: before ? { before } : {} })),
    hide: (thanksId: string) => reply(words[":thanksId"].hide.$post(on(thanksId))),
    show: (thanksId: string) => reply(words[":thanksId"].show.$post(on(thanksId))),
  };
}

/** Words of thanks as everybody reads them, with the way to take them off the wall and back; and how thanks held. */
export function WordsList(props: { brandSlug: string; initial: BrandWords }) {
  const t = useTranslations("recognition.manage");
  const errorText = useErrorText();
  const format = useFormatter();
  const requests = wordsRequests(props.brandSlug);
  const [page, setPage] = useState(props.initial);
  const [busy, setBusy] = useState<string | null>(null);
  const { yes, partly, no } = page.lasting;
  const all = yes + partly + no;

  const setHidden = (thanksId: string, hidden: ShownWords["hidden"]) =>
    setPage((before) => ({
      ...before,
      words: before.words.map((each) => (each.thanksId === thanksId ? { ...each, hidden } : each)),
    }));
  const run = async (id: string, work: () => Promise<void>) => {
    setBusy(id);
    try {
      await work();
    } catch (error) {
      showError(errorText(error));
    }
    setBusy(null);
  };
  const show = (thanksId: string) =>
    run(thanksId, async () => {
      await requests.show(thanksId);
      setHidden(thanksId, null);
    });
  const hide = (thanksId: string) =>
    run(thanksId, async () => {
      await requests.hide(thanksId);
      setHidden(thanksId, "manager");
      showToast(t("hidden"), { label: t("undo"), onAction: () => void show(thanksId) });
    });
  const more = () =>
    run("more", async () => {
      const next = await requests.read(page.next ?? undefined);
      setPage({ ...next, words: [...page.words, ...next.words] });
    });

  return (
    <div className="grid gap-6">
      <p>
        {all === 0
          ? t("lastingNone")
          : t("lasting", {
              yes: format.number(yes),
              count: all,
              partly: format.number(partly),
              no: format.number(no),
            })}
      </p>
      {page.words.length === 0 ? (
        <Empty icon={Heart} title={t("none")}>
          {t("noneText")}
        </Empty>
      ) : (
        <ul className="border-t border-line">
          {page.words.map((each) => (
            <Row
              key={each.thanksId}
              words={each}
              isBusy={busy === each.thanksId}
              onHide={() => void hide(each.thanksId)}
              onShow={() => void show(each.thanksId)}
            />
          ))}
        </ul>
      )}
      {page.next && (
        <Button
          className="justify-self-start"
          busy={busy === "more"}
          busyLabel={t("loading")}
          onClick={() => void more()}
        >
          {t("more")}
        </Button>
      )}
    </div>
  );
}

function Row(props: { words: ShownWords; isBusy: boolean; onHide: () => void; onShow: () => void }) {
  const { words } = props;
  const t = useTranslations("recognition.manage");
  const format = useFormatter();
  const locale = localeOf(useLocale());
  const from = words.from ?? t("someone");
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 border-b border-line py-3">
      <div className="grid min-w-0 flex-1 basis-[280px] gap-1">
        <p className="wrap-anywhere" lang={words.language} dir="auto">
          {words.words}
        </p>
        <p className="meta">
          {[
            t("fromTo", { from, to: words.to }),
            words.topic?.[locale],
            format.dateTime(new Date(words.thankedAt), { dateStyle: "medium" }),
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </div>
      {words.hidden && <Tag>{t(words.hidden === "self" ? "hiddenBySelf" : "hiddenByManager")}</Tag>}
      {words.hidden !== "self" && (
        <Button
          size="sm"
          busy={props.isBusy}
          aria-label={t(words.hidden ? "showOf" : "hideOf", { from })}
          onClick={words.hidden ? props.onShow : props.onHide}
        >
          {t(words.hidden ? "show" : "hide")}
        </Button>
      )}
    </li>
  );
}
