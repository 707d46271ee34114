"use client";

import "./conversation.css";
import { Download, MessagesSquare, SearchX } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "use-intl";
import { buttonClass } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Icon } from "@/components/ui/icon";
import { type ConversationFilter, filterQuery, isNarrowed } from "@/lib/domain/conversation/schema";
import {
  type FilterChoices,
  type ConversationList as List,
  maxCounted,
} from "@/lib/domain/conversation/view";
import { ConversationFilters } from "./conversation-filters";
import { ConversationRows } from "./conversation-rows";

/** Past and running conversations of a brand, narrowed by the filters of the address. */
export function ConversationList(props: {
  brandSlug: string;
  filter: ConversationFilter;
  choices: FilterChoices;
  list: List;
}) {
  const { brandSlug, filter, choices, list } = props;
  const t = useTranslations("conversation");
  const locale = useLocale();
  const path = `/${brandSlug}/conversations`;
  const here = filterQuery({ ...filter, after: null });
  const isLater = filter.after !== null;
  const csv = `/api/brands/${brandSlug}/conversations.csv${here === "" ? "?" : `${here}&`}lang=${locale}`;
  return (
    <main id="main" className="conv">
      <div className="grid gap-2">
        <h1 className="t-page">{t("title")}</h1>
        <p className="muted">{t("lead")}</p>
      </div>
      <ConversationFilters key={here} path={path} filter={filter} choices={choices} />
      <section className="grid gap-4" aria-label={t("title")}>
        <div className="conv__count">
          <p className="num" role="status">
            {list.count >= maxCounted
              ? t("countMany", { count: maxCounted })
              : t("count", { count: list.count })}
          </p>
          {list.count > 0 && (
            <a href={csv} className={buttonClass("secondary", "sm")} download>
              <Icon icon={Download} size={16} />
              {t("export")}
            </a>
          )}
        </div>
        {list.rows.length > 0 ? (
          <ConversationRows rows={list.rows} brandSlug={brandSlug} timeZone={list.timeZone} />
        ) : (
          <Nothing isNarrowed={isNarrowed(filter)} isLater={isLater} />
        )}
        <nav className="flex flex-wrap gap-2" aria-label={t("older")} hidden={!isLater && list.next === null}>
          {isLater && (
            <Link href={`${path}${here}`} className={buttonClass("quiet")}>
              {t("newest")}
            </Link>
          )}
          {list.next !== null && (
            <Link href={`${path}${filterQuery({ ...filter, after: list.next })}`} className={buttonClass()}>
              {t("older")}
            </Link>
          )}
        </nav>
      </section>
    </main>
  );
}

function Nothing(props: { isNarrowed: boolean; isLater: boolean }) {
  const t = useTranslations("conversation");
  if (props.isLater) return <Empty icon={MessagesSquare} title={t("past")} />;
  if (props.isNarrowed)
    return (
      <Empty icon={SearchX} title={t("nothing")}>
        {t("nothingText")}
      </Empty>
    );
  return (
    <Empty icon={MessagesSquare} title={t("none")}>
      {t("noneText")}
    </Empty>
  );
}
