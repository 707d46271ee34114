import { type FormEvent, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { TextAreaField } from "@/components/ui/field";
import type { MessageView } from "@/lib/domain/chat/view";
import { spokenName } from "@/lib/domain/member/spoken-name";
import type { FlagReason } from "@/lib/domain/moderation/schema";
import { maxReportLength } from "./limits";
import { focusHeading, type MenuWords, useMenuWords } from "./menu-words";
import { useDoing, usePanel } from "./panel-context";

const REASONS = ["insult", "spam", "private-data", "other"] as const satisfies readonly FlagReason[];
/** Older ones are reported as a person's behaviour. */
const MOST_MESSAGES = 8;
const SHOWN_LENGTH = 90;

/** A message or the person, why, and in his words if he likes. */
export function ReportPage() {
  const t = useMenuWords();
  const { state, session } = usePanel();
  const { busy, problem, run } = useDoing();
  const { chat, messages } = state;
  const [messageId, setMessageId] = useState<string | null>(null);
  const [reason, setReason] = useState<FlagReason | null>(null);
  const [words, setWords] = useState("");
  const [isChecked, setIsChecked] = useState(false);
  const [isSent, setIsSent] = useState(false);
  const brand = state.site?.name ?? "";
  const helper = chat?.helper ?? chat?.segments.at(-1)?.helper;
  const name = helper ? spokenName(helper.name) : "";
  const theirs = messages
    .filter(({ author, isHidden }) => author === "member" && !isHidden)
    .slice(-MOST_MESSAGES);
  const over = words.length - maxReportLength;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (!reason || over > 0 || !chat) return;
    const said = words.trim();
    const report = { reason, ...(messageId ? { messageId } : {}), ...(said ? { words: said } : {}) };
    if (!(await run("it", () => session.api.flag(chat.id, report)))) return;
    focusHeading();
    setIsSent(true);
  };
  if (isSent) return <Banner tone="green">{t("report.sent", { brand })}</Banner>;
  return (
    <form className="pn__form" onSubmit={(event) => void submit(event)} noValidate>
      <p className="muted">{name ? t("report.lead", { brand, name }) : t("report.leadNobody", { brand })}</p>
      <fieldset className="pn__topics">
        <legend className="label">{t("report.what")}</legend>
        {helper && (
          <label className="tick">
            <input
              type="radio"
              name="what"
              checked={messageId === null}
              onChange={() => setMessageId(null)}
            />
            <span>{t("report.person", { name })}</span>
          </label>
        )}
        {theirs.map((message) => (
          <label className="tick" key={message.id}>
            <input
              type="radio"
              name="what"
              checked={messageId === message.id}
              onChange={() => setMessageId(message.id)}
            />
            <span dir="auto">{shown(message, t)}</span>
          </label>
        ))}
      </fieldset>
      <fieldset className="pn__topics">
        <legend className="label">{t("report.why")}</legend>
        <div className="chips">
          {REASONS.map((each) => (
            <Chip key={each} pressed={reason === each} onClick={() => setReason(each)}>
              {t(each === "private-data" ? "report.privateData" : `report.${each}`)}
            </Chip>
          ))}
        </div>
        {isChecked && !reason && (
          <p className="help help--error" role="alert">
            {t("report.whyMissing")}
          </p>
        )}
      </fieldset>
      <TextAreaField
        label={t("report.words")}
        optional={t("report.optional")}
        rows={3}
        value={words}
        error={over > 0 ? t("report.tooLong", { over }) : undefined}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {problem && <Banner tone="red">{problem}</Banner>}
      <Button look="primary" block type="submit" busy={busy !== null} busyLabel={t("report.sending")}>
        {t("report.send")}
      </Button>
    </form>
  );
}

function shown({ body, attachment }: MessageView, t: MenuWords): string {
  if (body === "" && attachment) return t("report.file", { name: attachment.name });
  return t("report.message", {
    words: body.length > SHOWN_LENGTH ? `${body.slice(0, SHOWN_LENGTH).trimEnd()}…` : body,
  });
}
