"use client";

import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "use-intl";
import { Avatar } from "@/components/ui/avatar";
import { localeOf } from "@/lib/domain/locale";
import type { TopicChoice } from "@/lib/domain/member/people-view";
import { type MemberColumn, memberColumns, type PipelineMember } from "@/lib/domain/recruiting/pipeline";
import "./recruiting.css";

/** The people of a community, a column for each standing; on phones one below the other. */
export function Pipeline(props: {
  brandSlug: string;
  topics: readonly TopicChoice[];
  members: Record<MemberColumn, { count: number; members: PipelineMember[] }>;
}) {
  const { brandSlug, topics, members } = props;
  const t = useTranslations("recruiting.pipeline");
  return (
    <div className="pipe">
      {memberColumns.map((column) => (
        <section key={column} className="pipe__column" aria-labelledby={`pipe-${column}`}>
          <h2 id={`pipe-${column}`} className="pipe__head">
            {t(`column.${column}`)} <span className="num muted">{members[column].count}</span>
          </h2>
          {members[column].count === 0 ? (
            <p className="meta">{t("nobody")}</p>
          ) : (
            <ul className="pipe__list">
              {members[column].members.map((member) => (
                <li key={member.id}>
                  <MemberCard brandSlug={brandSlug} member={member} topics={topics} />
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  );
}

function MemberCard(props: { brandSlug: string; member: PipelineMember; topics: readonly TopicChoice[] }) {
  const { brandSlug, member, topics } = props;
  const t = useTranslations("recruiting.pipeline");
  const format = useFormatter();
  const locale = localeOf(useLocale());
  const known = topics.filter(({ id }) => member.topicIds.includes(id)).map(({ names }) => names[locale]);
  return (
    <article className="pipe__card">
      <Avatar kind="owner" id={member.id} name={member.name} size={32} />
      <div className="grid min-w-0 gap-1">
        <Link className="strong wrap-anywhere hover:underline" href={`/${brandSlug}/people/${member.id}`}>
          {member.name}
        </Link>
        <p className="meta">
          {t("since", { date: format.dateTime(new Date(member.since), { dateStyle: "medium" }) })}
        </p>
        {known.length > 0 && <p className="meta">{known.join(", ")}</p>}
      </div>
    </article>
  );
}
