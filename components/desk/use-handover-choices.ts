import { useCallback, useEffect, useState } from "react";
import { useInterval } from "@/lib/client/use-interval";
import type { HandoverChoices } from "@/lib/domain/chat/view";
import { useDeskHandle } from "./use-desk";

/** Who is free changes while somebody thinks about it. */
const AGAIN_MS = 5_000;

/** Whom a chat may be handed to, read while the choice is open and again every few seconds; null until then. */
export function useHandoverChoices(chatId: string, isOpen: boolean) {
  const { actions } = useDeskHandle();
  const [choices, setChoices] = useState<HandoverChoices | null>(null);
  const read = useCallback(() => {
    actions.handoverChoices(chatId).then(setChoices, () => {});
  }, [actions, chatId]);
  useEffect(() => {
    if (isOpen) read();
  }, [isOpen, read]);
  useInterval(read, isOpen ? AGAIN_MS : null);
  return { choices, read };
}
