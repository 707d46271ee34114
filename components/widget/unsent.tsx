import { Button } from "@/components/ui/button";
import { usePanel } from "./panel-context";
import { useWords } from "./texts";

/** Words that stood in the box when the chat ended: still there to read, to copy, or to ask anew. */
export function Unsent(props: { chatId: string; mayAsk?: boolean }) {
  const t = useWords();
  const { actions, unsent, setDraft } = usePanel();
  if (unsent.chatId !== props.chatId || unsent.text.trim() === "") return null;
  const askAnew = () => {
    setDraft({ text: unsent.text });
    unsent.text = "";
    actions.finish();
  };
  return (
    <section className="unsent">
      <p>{t("rating.unsent")}</p>
      <blockquote className="quote" dir="auto">
        {unsent.text}
      </blockquote>
      {props.mayAsk !== false && (
        <Button size="sm" onClick={askAnew}>
          {t("rating.unsentAsk")}
        </Button>
      )}
    </section>
  );
}
