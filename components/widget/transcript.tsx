import { MessageLog } from "./message-log";
import { usePanel } from "./panel-context";
import { useWords } from "./texts";

/** What was said, folded away until asked for. Nothing where nothing was said. */
export function Transcript() {
  const t = useWords();
  const { state } = usePanel();
  const { chat, messages, outgoing } = state;
  const isTold = messages.some(({ author, seq }) => author === "member" || (author === "visitor" && seq > 1));
  // Words that could not be sent any more stay readable, too.
  if (!isTold && !outgoing.some(({ chatId }) => chatId === chat?.id)) return null;
  return (
    <details className="past">
      <summary>{t("rating.read")}</summary>
      <MessageLog />
    </details>
  );
}
