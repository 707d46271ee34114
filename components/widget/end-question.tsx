import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { useDoing, usePanel } from "./panel-context";
import { useWords } from "./texts";
import { useFirstFocus } from "./use-first-focus";

/** Ending is seen by the other side and cannot be taken back: one question before, in the place of a dialog. */
export function EndQuestion(props: { onNot: () => void }) {
  const t = useWords();
  const { actions } = usePanel();
  const { busy, problem, run } = useDoing<"solved" | "unsolved">();
  const first = useFirstFocus<HTMLElement>();
  return (
    <section className="ask-end" ref={first} aria-labelledby="pn-end">
      <h2 className="t-small strong" id="pn-end">
        {t("chat.endQuestion")}
      </h2>
      <div className="ask-end__acts">
        <Button
          size="sm"
          look="primary"
          busy={busy === "solved"}
          onClick={() => void run("solved", () => actions.end("solved"))}
        >
          {t("chat.endSolved")}
        </Button>
        <Button
          size="sm"
          busy={busy === "unsolved"}
          onClick={() => void run("unsolved", () => actions.end("unsolved"))}
        >
          {t("chat.endUnsolved")}
        </Button>
        <Button size="sm" look="quiet" onClick={props.onNot}>
          {t("chat.endNot")}
        </Button>
      </div>
      {problem && <Banner tone="red">{problem}</Banner>}
    </section>
  );
}
