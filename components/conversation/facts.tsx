"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { Conversation } from "@/lib/domain/conversation/view";
import { useMoment, useSpan } from "./use-words";

/** The numbers and circumstances of a conversation. */
export function Facts({ conversation }: { conversation: Conversation }) {
  const t = useTranslations("conversation");
  const moment = useMoment(conversation.timeZone);
  const span = useSpan();
  const { page, left, language, promiseKept } = conversation;
  const rows: [string, ReactNode][] = [[t("one.asked"), moment(conversation.askedAt)]];
  if (conversation.joinedSeconds !== null) rows.push([t("one.joined"), span(conversation.joinedSeconds)]);
  if (conversation.answeredSeconds !== null)
    rows.push([t("one.answered"), span(conversation.answeredSeconds)]);
  rows.push([
    t("one.promised"),
    <span key="promise">
      {span(conversation.promiseSeconds)}
      {promiseKept !== null && (
        <span className={promiseKept ? "muted" : "c-red"}>
          {" · "}
          {t(promiseKept ? "promise.kept" : "promise.broken")}
        </span>
      )}
    </span>,
  ]);
  if (conversation.endedAt) rows.push([t("one.ended"), moment(conversation.endedAt)]);
  if (left) rows.push([t("one.left"), moment(left.at)]);
  if (left?.answerBy) rows.push([t("one.answerBy"), moment(left.answerBy)]);
  if (left?.email) rows.push([t("one.email"), left.email]);
  if (page) rows.push([t("one.page"), <PageLink key="page" url={page.url} title={page.title} />]);
  if (conversation.product) rows.push([t("one.product"), conversation.product]);
  rows.push([t("one.language"), language === "fr" ? t("one.fr") : t("one.en")]);
  if (conversation.capsule) rows.push([t("one.capsule"), conversation.capsule]);
  return (
    <section className="grid gap-3" aria-labelledby="facts">
      <h2 id="facts">{t("one.facts")}</h2>
      <FactList rows={rows} />
      {conversation.staffOnly && <p className="muted">{t("one.staffOnly")}</p>}
      {conversation.end && <p className="muted">{t(`one.end.${conversation.end}`)}</p>}
    </section>
  );
}

/** Names and what they hold, side by side. */
export function FactList(props: { rows: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="conv__facts">
      {props.rows.map(([name, value]) => (
        <FactRow key={name} name={name} value={value} />
      ))}
    </dl>
  );
}

function FactRow(props: { name: string; value: ReactNode }) {
  return (
    <>
      <dt>{props.name}</dt>
      <dd>{props.value}</dd>
    </>
  );
}

/** A page of the brand's site; a link only where it is an address of the web. */
export function PageLink(props: { url: string; title: string | null }) {
  const words = props.title || props.url;
  if (!/^https?:\/\//i.test(props.url)) return words;
  return (
    <a href={props.url} target="_blank" rel="noopener noreferrer nofollow">
      {words}
    </a>
  );
}
