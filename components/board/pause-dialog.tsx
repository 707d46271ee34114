"use client";

import { useTranslations } from "use-intl";
import { ConfirmDialog } from "./confirm-dialog";
import type { PersonRow } from "./people";
import { useScreen } from "./use-board";

export type Decision = { person: PersonRow; to: "paused" | "resumed" };

/** Asks before a person is paused or resumed: he sees it. */
export function PauseDialog(props: { decision: Decision; onClose: () => void }) {
  const { person, to } = props.decision;
  const { memberId, name } = person;
  const { store } = useScreen();
  const t = useTranslations("board.pause");
  const isPause = to === "paused";
  return (
    <ConfirmDialog
      title={t(isPause ? "title" : "resumeTitle", { name })}
      description={t(isPause ? "text" : "resumeText", { name })}
      confirm={t(isPause ? "confirm" : "resumeConfirm", { name })}
      confirming={t(isPause ? "pausing" : "resuming")}
      done={t(isPause ? "done" : "resumed", { name })}
      look={isPause ? "danger" : "primary"}
      run={(reason) =>
        isPause ? store.requests.pause(memberId, reason) : store.requests.resume(memberId, reason)
      }
      onClose={props.onClose}
    />
  );
}
