"use client";

import { Copy, MessageSquareText } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { useFormatter, useLocale, useTranslations } from "use-intl";
import { Avatar } from "@/components/ui/avatar";
import { Icon } from "@/components/ui/icon";
import { localeOf } from "@/lib/domain/locale";
import type { TopicChoice } from "@/lib/domain/member/people-view";
import type { CandidateCard } from "@/lib/domain/recruiting/candidate-schema";
import type { PipelineMember } from "@/lib/domain/recruiting/pipeline-view";

function useTopicNames(topics: readonly TopicChoice[], ids: readonly string[]): string {
  const locale = localeOf(useLocale());
  return topics
    .filter(({ id }) => ids.includes(id))
    .map(({ names }) => names[locale])
    .join(", ");
}

/** A member of the community; his own page has the rest. */
export function MemberCard(props: {
  brandSlug: string;
  member: PipelineMember;
  topics: readonly TopicChoice[];
  /** Who left has no page any more. */
  isLinked: boolean;
}) {
  const { member } = props;
  const t = useTranslations("recruiting.pipeline");
  const format = useFormatter();
  const known = useTopicNames(props.topics, member.topicIds);
  return (
    <article className="pipe__card">
      <Avatar kind="owner" id={member.id} name={member.name} size={32} />
      <div className="grid min-w-0 flex-1 gap-1">
        {props.isLinked ? (
          <Link
            className="strong wrap-anywhere hover:underline"
            href={`/${props.brandSlug}/people/${member.id}`}
          >
            {member.name}
          </Link>
        ) : (
          <span className="strong wrap-anywhere">{member.name}</span>
        )}
        <p className="meta">
          {t("since", { date: format.dateTime(new Date(member.since), { dateStyle: "medium" }) })}
        </p>
        {known && <p className="meta">{known}</p>}
      </div>
    </article>
  );
}

/** Somebody who is no member yet. `menu` is what can be done with him. */
export function CandidateCardView(props: {
  brandSlug: string;
  candidate: CandidateCard;
  topics: readonly TopicChoice[];
  menu: ReactNode;
}) {
  const { candidate, brandSlug, menu } = props;
  const { id, name, score, notes, duplicates, since, source, stage } = candidate;
  const t = useTranslations("recruiting.pipeline");
  const format = useFormatter();
  const known = useTopicNames(props.topics, candidate.topicIds);
  const isMovable = stage === "found" || stage === "applied";
  return (
    <article
      className="pipe__card"
      draggable={isMovable}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/x-candidate", id);
      }}
    >
      <Avatar kind="visitor" name={name} size={32} />
      <div className="grid min-w-0 flex-1 gap-1">
        <Link
          className="strong wrap-anywhere hover:underline"
          href={`/${brandSlug}/community/candidates/${id}`}
          draggable={false}
        >
          {name}
        </Link>
        <p className="meta">
          {t(`source.${source}`)} · {format.dateTime(new Date(since), { dateStyle: "medium" })}
        </p>
        {known && <p className="meta">{known}</p>}
        {(score !== null || notes > 0 || duplicates > 0) && (
          <p className="meta flex flex-wrap items-center gap-x-3 gap-y-1">
            {score !== null && <span className="num strong">{t("score", { score })}</span>}
            {notes > 0 && (
              <span className="inline-flex items-center gap-1">
                <Icon icon={MessageSquareText} size={16} />
                {t("notes", { count: notes })}
              </span>
            )}
            {duplicates > 0 && (
              <span className="inline-flex items-center gap-1 text-amber-text">
                <Icon icon={Copy} size={16} />
                {t("duplicates", { count: duplicates })}
              </span>
            )}
          </p>
        )}
      </div>
      {menu}
    </article>
  );
}
