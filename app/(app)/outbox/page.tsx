import { Mail } from "lucide-react";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { requestLocale, requestPerson, requestTimeZone } from "@/app/request";
import { translatorFor } from "@/app/translator";
import { AppBar } from "@/components/layout/app-bar";
import { MailList } from "@/components/mail/mail-list";
import { Empty } from "@/components/ui/empty";
import { clientIpHeader } from "@/lib/api/limit";
import { isLoopback } from "@/lib/domain/network/address";
import { env } from "@/lib/server/env";
import { listOutbox } from "@/lib/server/mail/list-outbox";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("mail"))("outbox.title") };
}

/**
 * The mails that a demonstration keeps instead of sending them. They hold links that sign people in: the page exists in
 * a demonstration alone, and for this machine alone.
 */
export default async function OutboxPage() {
  const ip = (await headers()).get(clientIpHeader) ?? "";
  if (!env().ENTRAIDE_DEMO || !isLoopback(ip)) notFound();
  const [t, person, mails, locale, timeZone] = await Promise.all([
    translatorFor("mail"),
    requestPerson(),
    listOutbox(),
    requestLocale(),
    requestTimeZone(),
  ]);
  const moment = new Intl.DateTimeFormat(locale === "fr" ? "fr-FR" : "en-GB", {
    dateStyle: "long",
    timeStyle: "short",
    timeZone,
  });
  return (
    <>
      <AppBar person={person} />
      <main id="main" className="mx-auto grid max-w-[760px] gap-10 px-4 py-10 bar:px-8 bar:py-16">
        <div className="grid gap-3">
          <h1 className="t-page">{t("outbox.title")}</h1>
          <p className="t-lead muted">{t("outbox.lead")}</p>
        </div>
        {mails.length === 0 ? (
          <Empty icon={Mail} title={t("outbox.empty")}>
            {t("outbox.emptyText")}
          </Empty>
        ) : (
          <div className="grid gap-4">
            <p className="meta">{t("outbox.count", { count: mails.length })}</p>
            <MailList
              mails={mails.map(({ to, at, ...mail }) => ({
                ...mail,
                to: t("outbox.to", { address: to }),
                at,
                sentAt: moment.format(new Date(at)),
              }))}
            />
          </div>
        )}
      </main>
    </>
  );
}
