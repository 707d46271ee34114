"use client";

import { useFormatter, useTranslations } from "use-intl";
import type { TimelineEntry } from "@/lib/domain/conversation/view";
import { useMoment, useSpan } from "./use-words";

/** A question's way, step by step, each with the time since it was asked. */
export function Timeline(props: { entries: readonly TimelineEntry[]; timeZone: string }) {
  const t = useTranslations("conversation.timeline");
  const format = useFormatter();
  const span = useSpan();
  const moment = useMoment(props.timeZone);
  const words = (entry: TimelineEntry) => {
    const { kind, asked } = entry;
    switch (kind) {
      case "wave":
      case "called":
        return t(kind, { count: asked.length, names: format.list(asked) });
      case "delivered":
      case "accepted":
      case "declined":
      case "expired":
      case "absent":
      case "handed_over":
      case "lost":
      case "answered":
        return t(kind, { name: entry.name ?? t("gone") });
      default:
        return t(kind);
    }
  };
  return (
    <section className="grid gap-3" aria-labelledby="timeline">
      <h2 id="timeline">{t("title")}</h2>
      <ol className="conv__steps">
        {props.entries.map((entry, index) => {
          // The journal only grows, so a step's place is its key.
          const key = index;
          return (
            <li key={key}>
              <span>{words(entry)}</span>
              <time dateTime={entry.at} title={moment(entry.at)}>
                {entry.kind === "asked" ? moment(entry.at).split(", ").at(-1) : `+${span(entry.seconds)}`}
              </time>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
