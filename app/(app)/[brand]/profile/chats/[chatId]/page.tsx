import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { BrandPage } from "@/app/brand-page";
import { requestLocale, requestTimeZone } from "@/app/request";
import { translatorFor } from "@/app/translator";
import { Transcript } from "@/components/profile/transcript";
import { isAppError } from "@/lib/domain/error";
import { helperKind } from "@/lib/domain/member/role";
import { Id } from "@/lib/domain/schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { getDeskChat } from "@/lib/server/chat/get-desk-chat";
import { listMessages } from "@/lib/server/chat/list-messages";
import { now } from "@/lib/server/clock";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("profile"))("sections.past") };
}

/** A chat that a member carried, as he may still read it. */
export default async function TranscriptPage(props: PageProps<"/[brand]/profile/chats/[chatId]">) {
  const { brand: brandSlug, chatId } = await props.params;
  return (
    <BrandPage
      brandSlug={brandSlug}
      path={`/profile/chats/${chatId}`}
      scope="desk"
      messages={["profile", "desk"]}
    >
      {({ member, brand }) => <Past member={member} brandSlug={brand.slug} chatId={chatId} />}
    </BrandPage>
  );
}

async function readChat(member: MemberActor, chatId: string) {
  if (!Id.safeParse(chatId).success) notFound();
  try {
    const [chat, messages] = await Promise.all([
      getDeskChat({ member, chatId, now: now() }),
      listMessages({ party: { member }, chatId, after: 0, now: now() }),
    ]);
    return { chat, messages };
  } catch (error) {
    if (isAppError(error) && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}

async function Past(props: { member: MemberActor; brandSlug: string; chatId: string }) {
  const { member, brandSlug } = props;
  const [{ chat, messages }, t, locale, timeZone] = await Promise.all([
    readChat(member, props.chatId),
    translatorFor("profile"),
    requestLocale(),
    requestTimeZone(),
  ]);
  const name = chat.firstName ?? t("past.someone");
  const date = new Intl.DateTimeFormat(locale === "fr" ? "fr-FR" : "en-GB", {
    dateStyle: "long",
    timeStyle: "short",
    timeZone,
  }).format(new Date(chat.endedAt ?? chat.startedAt));
  return (
    <main id="main" className="mx-auto grid max-w-[720px] content-start gap-6 px-4 py-8 bar:px-8 bar:py-12">
      <Link href={`/${brandSlug}/profile/chats`} className="muted justify-self-start underline">
        {t("past.backToList")}
      </Link>
      <div className="grid gap-2">
        <h1 className="t-page">{t("past.transcriptTitle", { name })}</h1>
        <p className="muted">
          {t("past.transcriptLead", { topic: chat.topic?.[locale] ?? t("past.noTopic"), date })}
        </p>
      </div>
      <Transcript
        messages={messages}
        selfId={member.id}
        selfKind={helperKind(member.role)}
        visitorName={name}
        language={chat.language}
        visitorReadSeq={chat.visitorReadSeq}
      />
    </main>
  );
}
