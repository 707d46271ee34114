import { MessageLog } from "./message-log";
import { usePanel } from "./panel-context";
import { useWords } from "./texts";

/** What was said, folded away until asked for. Nothing where nothing was said. */
export function Transcript() {
  const t = useWords();
  const { state } = usePanel();
  if (!state.messages.some(({ author }) => author === "member")) return null;
  return (
    <details className="past">
      <summary>{t("rating.read")}</summary>
      <MessageLog />
    </details>
  );
}
