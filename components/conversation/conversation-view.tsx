"use client";

import "./conversation.css";
import { ArrowLeft, Eraser, MessagesSquare } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { IntlProvider, useLocale, useMessages, useTranslations } from "use-intl";
import { MessageText } from "@/components/chat/message-text";
import { Bubble } from "@/components/ui/bubble";
import { Empty } from "@/components/ui/empty";
import { Icon } from "@/components/ui/icon";
import type { Conversation } from "@/lib/domain/conversation/view";
import type { ReceiptView } from "@/lib/domain/receipt/view";
import { Facts } from "./facts";
import { Helpers } from "./helpers";
import { Notes } from "./notes";
import { Receipts } from "./receipts";
import { StateTag } from "./state-tag";
import { Timeline } from "./timeline";
import { Transcript } from "./transcript";

/** One conversation with everything that staff may know of it. */
export function ConversationView(props: {
  brandSlug: string;
  conversation: Conversation;
  receipts: readonly ReceiptView[];
}) {
  const { brandSlug, conversation } = props;
  const t = useTranslations("conversation");
  const locale = useLocale();
  const { visitor, topic, isErased, timeZone } = conversation;
  const name = isErased ? t("erased") : (visitor.name ?? visitor.firstName ?? t("someone"));
  return (
    <main id="main" className="conv">
      <div className="grid gap-3">
        <Link href={`/${brandSlug}/conversations`} className="conv__back">
          <Icon icon={ArrowLeft} size={16} />
          {t("one.back")}
        </Link>
        <div className="flex flex-wrap items-baseline gap-x-4 gap-y-2">
          <h1 className="t-head min-w-0 wrap-anywhere">{name}</h1>
          {topic && <span className="muted">{topic[locale]}</span>}
          <StateTag state={conversation.state} />
        </div>
        <p className="conv__about flex flex-wrap gap-x-4">
          <Link href={`/${brandSlug}/visitors/${visitor.id}`}>{t("one.visitorOpen")}</Link>
          {visitor.isVerified && <span className="muted">{t("one.verified")}</span>}
          {conversation.state === "running" && <span className="muted">{t("one.liveText")}</span>}
        </p>
      </div>
      <div className="conv__cols">
        <section aria-label={t("one.transcript")} className="min-w-0">
          <Said conversation={conversation} name={name} />
        </section>
        <div className="conv__side">
          <Notes
            brandSlug={brandSlug}
            questionId={conversation.questionId}
            notes={conversation.notes}
            timeZone={timeZone}
            isClosed={isErased}
          />
          <Facts conversation={conversation} />
          <Helpers segments={conversation.segments} />
          <Timeline entries={conversation.timeline} timeZone={timeZone} />
        </div>
      </div>
      <Receipts receipts={props.receipts} />
    </main>
  );
}

function Said(props: { conversation: Conversation; name: string }) {
  const { conversation, name } = props;
  const t = useTranslations("conversation");
  const { refresh } = useRouter();
  const locale = useLocale();
  const messages = useMessages();
  if (conversation.isErased)
    return (
      <Empty icon={Eraser} title={t("erasedQuestion")}>
        {t("erasedText")}
      </Empty>
    );
  if (conversation.messages.length > 0)
    return (
      // One clock on the page: the brand's, as beside it.
      <IntlProvider locale={locale} messages={messages} timeZone={conversation.timeZone}>
        <Transcript
          messages={conversation.messages}
          visitorName={name}
          language={conversation.language}
          visitorReadSeq={conversation.visitorReadSeq}
          helperReadSeq={conversation.helperReadSeq}
          onLapsed={refresh}
        />
      </IntlProvider>
    );
  return (
    <div className="talk">
      <Bubble from="visitor" lang={conversation.language}>
        <MessageText text={conversation.question} />
      </Bubble>
      <Empty icon={MessagesSquare} title={t("one.waitingNone")} />
    </div>
  );
}
