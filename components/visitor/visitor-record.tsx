"use client";

import "@/components/conversation/conversation.css";
import { ArrowLeft, Download, Eraser, MessagesSquare } from "lucide-react";
import Link from "next/link";
import { type ReactNode, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { ConversationRows } from "@/components/conversation/conversation-rows";
import { FactList } from "@/components/conversation/facts";
import { useMoment } from "@/components/conversation/use-words";
import { Banner } from "@/components/ui/banner";
import { Button, buttonClass } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Icon } from "@/components/ui/icon";
import type { VisitorRecord as Shown } from "@/lib/domain/visitor/view";
import { EraseDialog } from "./erase-dialog";
import { VisitList } from "./visit-list";

/** Everything that staff may know of a visitor, to be handed to him or erased. */
export function VisitorRecord(props: { brandSlug: string; record: Shown; canErase: boolean }) {
  const { brandSlug, record } = props;
  const t = useTranslations("visitor");
  const [isErasing, setErasing] = useState(false);
  const moment = useMoment(record.timeZone);
  const { profile, erasedAt } = record;
  const given = profile.name ?? profile.firstName;
  const name = erasedAt ? t("erased") : (given ?? t("someone"));
  return (
    <main id="main" className="conv">
      <div className="grid gap-3">
        <Link href={`/${brandSlug}/conversations`} className="conv__back">
          <Icon icon={ArrowLeft} size={16} />
          {t("back")}
        </Link>
        <div className="conv__top">
          <div className="grid gap-1 min-w-0">
            <h1 className="t-head wrap-anywhere">{name}</h1>
            {!erasedAt && <p className="muted">{t(profile.isVerified ? "verified" : "anonymous")}</p>}
          </div>
          {!erasedAt && (
            <div className="flex flex-wrap gap-2">
              <a
                href={`/api/brands/${brandSlug}/visitors/${profile.id}/export`}
                className={buttonClass()}
                download
              >
                <Icon icon={Download} size={16} />
                {t("export")}
              </a>
              {props.canErase && (
                <Button look="danger" icon={Eraser} onClick={() => setErasing(true)}>
                  {t("erase")}
                </Button>
              )}
            </div>
          )}
        </div>
      </div>
      {erasedAt && <Banner icon={Eraser}>{t("erasedAt", { time: moment(erasedAt) })}</Banner>}
      <div className="conv__cols">
        <div className="grid gap-10 min-w-0 content-start">
          <Part id="conversations" title={t("conversations", { count: record.conversationCount })}>
            {record.conversations.length > 0 ? (
              <ConversationRows
                rows={record.conversations}
                brandSlug={brandSlug}
                timeZone={record.timeZone}
                withVisitor={false}
              />
            ) : (
              <Empty icon={MessagesSquare} title={t("noConversation")} />
            )}
            <MoreThan shown={record.conversations.length} of={record.conversationCount} />
          </Part>
          {!erasedAt && (
            <Part id="visits" title={t("visits", { count: record.visitCount })}>
              <VisitList visits={record.visits} timeZone={record.timeZone} />
              <MoreThan shown={record.visits.length} of={record.visitCount} />
            </Part>
          )}
        </div>
        <div className="conv__side">
          {!erasedAt && <Identity record={record} />}
          {!erasedAt && <Custom record={record} />}
          <Bans record={record} />
        </div>
      </div>
      {isErasing && (
        <EraseDialog
          brandSlug={brandSlug}
          visitorId={profile.id}
          name={given}
          onClose={() => setErasing(false)}
        />
      )}
    </main>
  );
}

function Part(props: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="grid gap-3" aria-labelledby={props.id}>
      <h2 id={props.id}>{props.title}</h2>
      {props.children}
    </section>
  );
}

function MoreThan(props: { shown: number; of: number }) {
  const t = useTranslations("visitor");
  return props.of > props.shown ? <p className="meta">{t("newest", { count: props.shown })}</p> : null;
}

function Identity({ record }: { record: Shown }) {
  const t = useTranslations("visitor");
  const moment = useMoment(record.timeZone);
  const { profile } = record;
  const rows: [string, ReactNode][] = [];
  if (profile.name) rows.push([t("name"), profile.name]);
  if (profile.firstName) rows.push([t("firstName"), profile.firstName]);
  if (profile.email) rows.push([t("email"), profile.email]);
  if (record.externalId) rows.push([t("externalId"), record.externalId]);
  rows.push([t("language"), profile.language === "fr" ? t("fr") : t("en")]);
  rows.push([t("firstSeen"), moment(record.firstSeenAt)], [t("lastSeen"), moment(record.lastSeenAt)]);
  if (record.consentAt) rows.push([t("consent"), moment(record.consentAt)]);
  if (record.browsers > 1) rows.push([t("browsers"), record.browsers]);
  return (
    <Part id="identity" title={t("identity")}>
      <FactList rows={rows} />
    </Part>
  );
}

function Custom({ record }: { record: Shown }) {
  const t = useTranslations("visitor");
  const format = useFormatter();
  const { facts } = record.profile;
  const cart = record.profile.cart?.items.length ? record.profile.cart : null;
  return (
    <Part id="custom" title={t("custom")}>
      {facts.length === 0 && !cart && <p className="muted">{t("noCustom")}</p>}
      {facts.length > 0 && <FactList rows={facts.map(({ label, value }) => [label, value] as const)} />}
      {cart && (
        <FactList
          rows={[
            [t("cart"), format.number(cart.total, { style: "currency", currency: cart.currency })],
            ...cart.items.map(({ name, quantity }) => [`${format.number(quantity)} ×`, name] as const),
          ]}
        />
      )}
    </Part>
  );
}

function Bans({ record }: { record: Shown }) {
  const t = useTranslations("visitor");
  const moment = useMoment(record.timeZone);
  if (record.bans.length === 0) return null;
  return (
    <Part id="bans" title={t("bans")}>
      <ul>
        {record.bans.map(({ id, from, until, liftedAt, reason, by }) => (
          <li key={id} className="conv__note">
            {reason && <p dir="auto">{reason}</p>}
            <p className="meta">
              {liftedAt
                ? t("banLifted", { from: moment(from), lifted: moment(liftedAt) })
                : t("ban", { from: moment(from), until: moment(until) })}
              {by && ` · ${by}`}
            </p>
          </li>
        ))}
      </ul>
    </Part>
  );
}
