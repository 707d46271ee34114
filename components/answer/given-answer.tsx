"use client";

import { useLocale, useTranslations } from "use-intl";
import { AttachmentShown } from "@/components/chat/attachment-shown";
import { MessageText } from "@/components/chat/message-text";
import { Avatar } from "@/components/ui/avatar";
import { Bubble, Stamp } from "@/components/ui/bubble";
import type { MessageView } from "@/lib/domain/chat/view";
import type { HelperCard } from "@/lib/domain/member/view";
import type { AnswerPage } from "@/lib/domain/question/answer-view";
import type { answerRequests } from "./answer-requests";
import { RatingForm } from "./rating-form";
import { useCalendar } from "./use-calendar";

type Given = NonNullable<AnswerPage["answer"]>;

/** Who answered, what he wrote, and the question whether it helped. */
export function GivenAnswer(props: {
  page: AnswerPage;
  answer: Given;
  requests: ReturnType<typeof answerRequests>;
  onPage: (page: AnswerPage) => void;
}) {
  const { page, answer } = props;
  const t = useTranslations("answer");
  const calendar = useCalendar();
  // The question itself stands above already.
  const written = answer.messages.filter(
    ({ author, seq, body }) =>
      author !== "system" && !(author === "visitor" && seq === 1 && body === page.question),
  );
  const stampOf = (message: MessageView) => {
    const { day, month, time } = calendar(message.sentAt);
    return message.author === "visitor"
      ? t("youAt", { day, month, time })
      : t("answeredAt", { name: message.helper?.name ?? answer.helper.name, day, month, time });
  };
  return (
    <>
      <section className="grid gap-4" aria-label={t("answer")}>
        <Helper helper={answer.helper} brandName={page.brandName} />
        <div className="talk">
          {written.map((message) => (
            <div key={message.id}>
              <Bubble
                from={message.author === "visitor" ? "visitor" : (message.helper?.kind ?? answer.helper.kind)}
                own={message.author === "visitor"}
              >
                {message.isHidden ? <p>{t("hidden")}</p> : <Written message={message} />}
              </Bubble>
              <Stamp own={message.author === "visitor"}>{stampOf(message)}</Stamp>
            </div>
          ))}
        </div>
      </section>
      <RatingForm answer={answer} requests={props.requests} onPage={props.onPage} />
    </>
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
