"use client";

import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "use-intl";
import { Avatar } from "@/components/ui/avatar";
import { buttonClass } from "@/components/ui/button";
import { Tag } from "@/components/ui/chip";
import { localeOf } from "@/lib/domain/locale";
import type { PersonView, TopicChoice } from "@/lib/domain/member/people-view";
import { ScrollTable } from "./scroll-table";
import { useAwayWords } from "./use-away-words";

const mostTopics = 2;

/** The people of a page. */
export function PeopleTable(props: {
  brand: { slug: string; name: string };
  people: readonly PersonView[];
  topics: readonly TopicChoice[];
}) {
  const t = useTranslations("people");
  const head = ["person", "role", "topics", "chats", "languages", "seen"] as const;
  return (
    <ScrollTable
      caption={t("list.caption", { brand: props.brand.name })}
      head={[
        ...head.map((name) => t(`list.${name}`)),
        <span key="actions" className="sr">
          {t("list.actions")}
        </span>,
      ]}
    >
      {props.people.map((person) => (
        <PersonRow key={person.id} person={person} brandSlug={props.brand.slug} topics={props.topics} />
      ))}
    </ScrollTable>
  );
}

function PersonRow(props: { person: PersonView; brandSlug: string; topics: readonly TopicChoice[] }) {
  const { person, brandSlug } = props;
  const t = useTranslations("people");
  const format = useFormatter();
  const locale = localeOf(useLocale());
  const awayWords = useAwayWords();
  const names = props.topics
    .filter(({ id }) => person.topicIds.includes(id))
    .map((topic) => topic.names[locale]);
  const shown = names.slice(0, mostTopics).join(", ");
  const topics =
    person.kind === "staff"
      ? t("list.all")
      : names.length === 0
        ? t("list.none")
        : names.length > mostTopics
          ? t("list.more", { first: shown, count: names.length - mostTopics })
          : shown;
  return (
    <tr>
      <th scope="row" className="border-t border-line py-2 pr-3 text-left">
        <span className="flex items-center gap-3">
          <Avatar
            kind={person.kind}
            initials={person.initials}
            tint={person.tint}
            picture={person.pictureUrl}
            size={32}
          />
          <span className="grid min-w-0">
            <span className="text-small text-ink">
              {person.name} {person.isSelf && <span className="meta">({t("list.you")})</span>}
            </span>
            <span className="meta font-regular">{person.email}</span>
          </span>
        </span>
      </th>
      <td className="whitespace-nowrap">
        {t(`role.${person.role}`)}{" "}
        {person.status !== "active" && (
          <Tag tone={person.status === "paused" ? "amber" : "red"}>{t(`status.${person.status}`)}</Tag>
        )}
        {person.vacation && <Tag>{awayWords(person.vacation)}</Tag>}
      </td>
      <td title={names.join(", ")}>{topics}</td>
      <td className="num whitespace-nowrap">
        {t("list.load", { load: person.load, capacity: person.capacity })}
      </td>
      <td className="uppercase">{person.languages.join(" ")}</td>
      <td className="whitespace-nowrap">
        {person.isThere
          ? t("list.there")
          : person.lastSeenAt
            ? format.dateTime(new Date(person.lastSeenAt), { dateStyle: "medium" })
            : t("list.never")}
      </td>
      <td className="sticky right-0 bg-paper text-right">
        {person.mayChange && (
          <Link
            href={`/${brandSlug}/people/${person.id}`}
            className={buttonClass("quiet", "sm")}
            aria-label={t("list.editOf", { name: person.name })}
          >
            {t("list.edit")}
          </Link>
        )}
      </td>
    </tr>
  );
}
