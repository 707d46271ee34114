import { useState } from "react";
import { Button } from "@/components/ui/button";
import { spokenName } from "@/lib/domain/member/spoken-name";
import type { VisitorQuestion } from "@/lib/domain/question/view";
import { LeaveForm } from "./leave-form";
import { useDoing, usePanel } from "./panel-context";
import { useWords } from "./texts";

/** While somebody else is being asked to carry a running chat: who is asked, and the ways out. */
export function SearchStrip({ question }: { question: VisitorQuestion }) {
  const t = useWords();
  const { actions } = usePanel();
  const { busy, problem, run } = useDoing();
  const [isLeaving, setIsLeaving] = useState(false);
  const [first, ...others] = question.asked;
  const only = others.length === 0 ? first : undefined;
  const isWaiting = ["asked", "offering", "calling"].includes(question.state);
  return (
    <section className="strip" role="status">
      <p>{only ? t("chat.searchingOne", { name: spokenName(only.name) }) : t("chat.searching")}</p>
      {problem && <p className="c-red">{problem}</p>}
      {isLeaving ? (
        <LeaveForm question={question} onBack={() => setIsLeaving(false)} />
      ) : (
        isWaiting && (
          <div className="ask-end__acts">
            {question.staffFree && !question.staffOnly && (
              <Button size="sm" busy={busy !== null} onClick={() => void run("it", actions.staffInstead)}>
                {t("matching.staffInstead")}
              </Button>
            )}
            <Button size="sm" look="quiet" onClick={() => setIsLeaving(true)}>
              {t("matching.leaveIt")}
            </Button>
          </div>
        )
      )}
    </section>
  );
}
