"use client";

import { useLocale, useTranslations } from "use-intl";
import { AttachmentShown } from "@/components/chat/attachment-shown";
import { MessageText } from "@/components/chat/message-text";
import { Avatar } from "@/components/ui/avatar";
import { Bubble, Stamp } from "@/components/ui/bubble";
import type { MessageView } from "@/lib/domain/chat/view";
import type { HelperCard } from "@/lib/domain/member/view";
import type { AnswerPage } from "@/lib/domain/question/answer-view";
import { useCalendar } from "./use-calendar";

/** Who answered, and what was said since. Nothing before the first answer. */
export function Said({ page }: { page: AnswerPage }) {
  const t = useTranslations("answer");
  const calendar = useCalendar();
  // The question itself stands above already.
  const written = page.messages.filter(
    ({ author, seq, body }) =>
      author !== "system" && !(author === "visitor" && seq === 1 && body === page.question),
  );
  if (written.length === 0) return null;
  const helper = page.carrier ?? page.answer?.helper;
  const stampOf = (message: MessageView) => {
    const { day, month, time } = calendar(message.sentAt);
    return message.author === "visitor"
      ? t("youAt", { day, month, time })
      : t("answeredAt", { name: message.helper?.name ?? "", day, month, time });
  };
  return (
    <section className="grid gap-4" aria-label={t("answer")}>
      {helper && <Helper helper={helper} brandName={page.brandName} />}
      <div className="talk" role="log">
        {written.map((message) => (
          <div key={message.id}>
            <Bubble
              from={message.author === "visitor" ? "visitor" : (message.helper?.kind ?? "owner")}
              own={message.author === "visitor"}
            >
              {message.isHidden ? <p>{t("hidden")}</p> : <Written message={message} />}
            </Bubble>
            <Stamp own={message.author === "visitor"}>{stampOf(message)}</Stamp>
          </div>
        ))}
      </div>
    </section>
  );
}

function Written({ message }: { message: MessageView }) {
  return (
    <>
      {message.attachment && <AttachmentShown attachment={message.attachment} />}
      {message.body !== "" && <MessageText text={message.body} />}
    </>
  );
}

function Helper({ helper, brandName }: { helper: HelperCard; brandName: string }) {
  const t = useTranslations("answer");
  const locale = useLocale();
  const { kind, name, owns, thanks, topic } = helper;
  const facts = [
    kind === "owner" ? t("owner") : t("staffOf", { brand: brandName }),
    owns &&
      (owns.months > 0
        ? t("ownsFor", { product: owns.product, months: owns.months })
        : t("owns", { product: owns.product })),
    thanks > 0 &&
      (topic ? t("thanksOn", { count: thanks, topic: topic[locale] }) : t("thanks", { count: thanks })),
  ].filter(Boolean);
  return (
    <div className="flex items-center gap-3">
      <Avatar
        kind={kind}
        name={name}
        initials={helper.initials}
        tint={helper.tint}
        picture={helper.pictureUrl}
        size={48}
      />
      <div>
        <p className="t-body strong">{name}</p>
        <p className="muted">{facts.join(" · ")}</p>
        {kind === "owner" && <p className="meta">{t("ownerExplained")}</p>}
      </div>
    </div>
  );
}
