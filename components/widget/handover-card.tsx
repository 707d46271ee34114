import { useRef, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { TextAreaField } from "@/components/ui/field";
import { useInterval } from "@/lib/client/use-interval";
import type { ChatView } from "@/lib/domain/chat/view";
import { maxHandoverLength } from "./limits";
import { useDoing, usePanel } from "./panel-context";
import { handoverTarget } from "./system-words";
import { useWords } from "./texts";

/** Edited words go out this long before the server would send the unedited ones. */
const BEFORE_MS = 1_500;

/** The helper suggests somebody else, and why: what that one will read, to be edited, sent at once, or refused. */
export function HandoverCard(props: { handover: NonNullable<ChatView["handover"]>; name: string }) {
  const t = useWords();
  const { actions, session } = usePanel();
  const { busy, problem, run } = useDoing<"send" | "stay">();
  const { handover, name } = props;
  const [text, setText] = useState(handover.text);
  const leftMs = () => Date.parse(handover.until) - session.clock.now();
  const [seconds, setSeconds] = useState(() => Math.max(0, Math.ceil(leftMs() / 1_000)));
  const isSent = useRef(false);
  const over = text.length - maxHandoverLength;
  const isEmpty = text.trim() === "";

  const passOn = async () => {
    if (isEmpty || over > 0 || isSent.current) return;
    isSent.current = true;
    isSent.current = await run("send", () => actions.passOn(text.trim()));
  };
  useInterval(() => {
    setSeconds(Math.max(0, Math.ceil(leftMs() / 1_000)));
    if (text !== handover.text && leftMs() < BEFORE_MS && leftMs() > 0) void passOn();
  }, 500);

  return (
    <section className="handover" aria-labelledby="pn-handover">
      <h2 className="t-small strong" id="pn-handover">
        {t("handover.title", { name, ...handoverTarget(handover) })}
      </h2>
      {handover.reason && (
        <p className="t-small" dir="auto">
          {t("handover.why", { reason: handover.reason })}
        </p>
      )}
      <TextAreaField
        label={<span className="handover__help">{t("handover.help")}</span>}
        rows={3}
        value={text}
        dir="auto"
        error={over > 0 ? t("ask.tooLong", { over }) : isEmpty ? t("handover.empty") : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {problem && <Banner tone="red">{problem}</Banner>}
      <div className="ask-end__acts">
        <Button
          size="sm"
          look="primary"
          busy={busy === "send"}
          busyLabel={t("handover.sending")}
          onClick={() => void passOn()}
        >
          {t("handover.send")}
        </Button>
        <Button size="sm" busy={busy === "stay"} onClick={() => void run("stay", actions.stay)}>
          {t("handover.stay", { name })}
        </Button>
      </div>
      {seconds > 0 && <p className="meta num">{t("handover.soon", { seconds })}</p>}
    </section>
  );
}
