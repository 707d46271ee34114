"use client";

import { Ellipsis } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { buttonClass } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { CandidateCard } from "@/lib/domain/recruiting/candidate-schema";
import { DeclineDialog, PassTrainingDialog } from "./decide-dialogs";
import type { useCandidateActions } from "./use-candidate-actions";

/** Everything that dragging a card does, and more, for fingers and the keyboard. */
export function CandidateMenu(props: {
  candidate: CandidateCard;
  actions: ReturnType<typeof useCandidateActions>;
}) {
  const { candidate, actions } = props;
  const { stage, name } = candidate;
  const t = useTranslations("recruiting.move");
  const [dialog, setDialog] = useState<"decline" | "pass" | null>(null);
  const close = () => setDialog(null);
  const item = (label: string, onSelect: () => void) => (
    <DropdownMenu.Item className="menu__item" onSelect={onSelect}>
      {label}
    </DropdownMenu.Item>
  );
  const isLooked = stage === "found" || stage === "invited";
  return (
    <>
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger
          className={buttonClass("quiet", "sm", "btn--icon")}
          aria-label={t("label", { name })}
          disabled={actions.busy === candidate.id}
        >
          <Icon icon={Ellipsis} size={16} />
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className="menu" align="end" sideOffset={4} collisionPadding={16}>
            {isLooked &&
              candidate.email !== null &&
              item(t(stage === "found" ? "invite" : "inviteAgain"), () => void actions.invite(candidate))}
            {stage === "applied" && (
              <>
                {item(t("accept"), () => void actions.accept(candidate, { status: "training" }))}
                {item(t("pass"), () => setDialog("pass"))}
              </>
            )}
            {stage === "declined"
              ? item(t("restore"), () => void actions.restore(candidate))
              : item(t("decline"), () => setDialog("decline"))}
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      {dialog === "decline" && <DeclineDialog candidate={candidate} actions={actions} onClose={close} />}
      {dialog === "pass" && <PassTrainingDialog candidate={candidate} actions={actions} onClose={close} />}
    </>
  );
}
