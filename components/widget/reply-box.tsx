import { useRef } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Composer } from "@/components/ui/composer";
import { spokenName } from "@/lib/domain/member/spoken-name";
import type { HelperCard } from "@/lib/domain/member/view";
import { maxMessageLength } from "./limits";
import { useDoing, usePanel } from "./panel-context";
import { useWords } from "./texts";

/** Writes back to an answer: to wait for the next one, or to go on live while somebody is there. */
export function ReplyBox({ helper }: { helper: HelperCard }) {
  const t = useWords();
  const { state, actions, unsent } = usePanel();
  const { busy, problem, run } = useDoing<"send" | "live">();
  const chatId = state.chat?.id ?? "";
  const words = useRef(unsent.chatId === chatId ? unsent.text : "");
  const box = useRef<HTMLTextAreaElement>(null);
  const name = spokenName(helper.name);
  const { here } = state;

  const keep = (text: string) => {
    words.current = text;
    Object.assign(unsent, { chatId, text });
  };
  const send = async (text: string, live: boolean) => {
    const isSent = await run(live ? "live" : "send", () => actions.writeBack(text, live));
    // What was refused comes back into the box, and is kept there.
    keep(isSent ? "" : text);
    return isSent;
  };
  const goLive = () => {
    const text = words.current.trim();
    if (text === "") box.current?.focus();
    else void send(text, true);
  };
  return (
    <section className="pn__section">
      <Composer
        boxRef={box}
        label={t("answered.reply", { name })}
        placeholder={t("answered.reply", { name })}
        sendLabel={t("chat.send")}
        limit={maxMessageLength}
        leftLabel={(left) => (left < 0 ? t("chat.over", { over: -left }) : t("chat.left", { left }))}
        initialText={words.current}
        disabled={busy === "live"}
        onText={keep}
        onSend={(text) => send(text, false)}
      />
      {here && (
        <Button block busy={busy === "live"} onClick={goLive}>
          {t("answered.live", {
            name: here.name ? spokenName(here.name) : "",
            who: here.name ? "name" : here.kind,
          })}
        </Button>
      )}
      {problem && <Banner tone="red">{problem}</Banner>}
    </section>
  );
}
