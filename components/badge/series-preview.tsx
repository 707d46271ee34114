"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { BadgeFamilyName } from "@/lib/domain/badge/schema";
import type { SeriesPreview as Preview } from "@/lib/domain/badge/view";
import { badgeRequests } from "./requests";
import { problemsOf, type SeriesValues, seriesOfValues } from "./series-values";

/** Typing rests so long before the past is asked. */
const pauseMs = 300;

/** Who would have earned a series by all that has happened, while its form is being filled in. */
export function SeriesPreview(props: { brandSlug: string; family: BadgeFamilyName; values: SeriesValues }) {
  const { brandSlug, family, values } = props;
  const t = useTranslations("badge.preview");
  const metal = useTranslations("badge");
  const [shown, setShown] = useState<Preview | "loading" | "failed">("loading");
  const [tries, setTries] = useState(0);
  const problems = problemsOf({ ...values, en: "x", fr: "x" }, family);
  const isFit = Object.keys(problems).length === 0;
  const { counts, topicId } = seriesOfValues(values, family);
  const asked = isFit ? JSON.stringify({ family, counts, topicId, tries }) : null;

  useEffect(() => {
    if (asked === null) return;
    const away = new AbortController();
    const { tries: _, ...input } = JSON.parse(asked);
    const timer = setTimeout(() => {
      badgeRequests(brandSlug)
        .preview(input, away.signal)
        .then(setShown)
        .catch(() => {
          if (!away.signal.aborted) setShown("failed");
        });
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      away.abort();
    };
  }, [asked, brandSlug]);

  return (
    <section className="bdg-edit__try" aria-labelledby="badge-preview">
      <h2 className="t-title" id="badge-preview">
        {t("title")}
      </h2>
      <div role="status" className="grid gap-4">
        {!isFit ? (
          <p className="muted">{t("unfit")}</p>
        ) : shown === "loading" ? (
          <p className="muted">{t("loading")}</p>
        ) : shown === "failed" ? (
          <>
            <p>{t("failed")}</p>
            <Button className="justify-self-start" onClick={() => setTries(tries + 1)}>
              {t("retry")}
            </Button>
          </>
        ) : shown.people.length === 0 ? (
          <p className="t-lead">{t("none")}</p>
        ) : (
          <>
            <p className="t-lead">{t("people", { count: shown.people.length })}</p>
            <ul className="grid gap-1">
              {shown.reached.map((count, index) => (
                <li key={metal("metal", { level: String(index + 1) })} className="muted num">
                  {t("level", { metal: metal("metal", { level: String(index + 1) }), count })}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      {isFit && typeof shown === "object" && shown.people.length > 0 && (
        <div className="grid gap-2">
          <h3 className="t-body strong">{t("who")}</h3>
          <ul className="grid gap-1">
            {shown.people.map(({ id, name, level }) => (
              <li key={id}>{metal("label", { name, level: metal("metal", { level: String(level) }) })}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
