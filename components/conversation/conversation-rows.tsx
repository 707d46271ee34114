"use client";

import "./conversation.css";
import Link from "next/link";
import { useLocale, useTranslations } from "use-intl";
import { excerpt } from "@/lib/domain/conversation/highlight";
import type { ConversationRow } from "@/lib/domain/conversation/view";
import { FoundText } from "./found-text";
import { StateTag } from "./state-tag";
import { useMoment, useSpan } from "./use-words";

type Shown = { brandSlug: string; timeZone: string; withVisitor?: boolean };

/** Conversations as rows, each leading to its page. Times are the brand's. */
export function ConversationRows(props: Shown & { rows: readonly ConversationRow[] }) {
  const { rows, ...shown } = props;
  return (
    <ul className="conv__list">
      {rows.map((row) => (
        <Row key={row.questionId} row={row} {...shown} />
      ))}
    </ul>
  );
}

function Row({ row, brandSlug, timeZone, withVisitor = true }: Shown & { row: ConversationRow }) {
  const t = useTranslations("conversation");
  const locale = useLocale();
  const span = useSpan();
  const moment = useMoment(timeZone);
  const href = `/${brandSlug}/conversations/${row.questionId}`;
  const { visitor, found, helpers, stars } = row;
  return (
    <li>
      <div className="conv__row">
        <Link
          className="conv__link"
          href={href}
          lang={visitor.isErased ? undefined : row.language}
          dir="auto"
        >
          {visitor.isErased ? t("erasedQuestion") : <FoundText pieces={row.question} />}
        </Link>
        <time className="conv__when" dateTime={row.askedAt}>
          {moment(row.askedAt)}
        </time>
        {found && (
          <Link
            className="conv__found"
            href={found.seq === null ? `${href}#notes` : `${href}#m-${found.seq}`}
          >
            <span className="meta">{t(found.where === "note" ? "inNote" : "inMessage")} </span>
            <FoundText pieces={excerpt(found.words)} />
          </Link>
        )}
        <p className="conv__meta">
          <StateTag state={row.state} />
          {withVisitor && <span>{visitor.isErased ? t("erased") : (visitor.name ?? t("someone"))}</span>}
          {row.topic && <span>{row.topic[locale]}</span>}
          {helpers.length > 0 && <span>{helpers.map(({ name }) => name).join(", ")}</span>}
          {row.answeredSeconds !== null && (
            <span>
              {t("wait")} {span(row.answeredSeconds)}
            </span>
          )}
          {row.promiseKept === false && <span className="c-red">{t("promise.broken")}</span>}
          {stars !== null && <StarLine stars={stars} />}
        </p>
      </div>
    </li>
  );
}

/** Stars as they were given; said in words for who cannot see them. */
export function StarLine(props: { stars: number }) {
  const t = useTranslations("conversation");
  return (
    <span className="conv__stars" role="img" aria-label={t("stars", { count: props.stars })}>
      <span aria-hidden="true">
        {"★".repeat(props.stars)}
        <i>{"★".repeat(5 - props.stars)}</i>
      </span>
    </span>
  );
}
