import { useState } from "react";
import type { Desk, DeskChat } from "@/lib/domain/desk/desk";
import { openChats } from "@/lib/domain/desk/desk-reading";
import type { LeftQuestion } from "@/lib/domain/desk/view";

type Chosen = { kind: "chat" | "left"; id: string };

export type Selection = {
  /** What the middle shows: a chat, a left question, or neither. */
  chat: DeskChat | null;
  left: LeftQuestion | null;
  show(chosen: Chosen): void;
  /** Back to the list; on a wide screen, to the first open chat. */
  close(): void;
};

/** Which conversation is looked at. Until something is chosen, the first open one is. */
export function useSelection(desk: Desk, isWide: boolean): Selection {
  // Undefined: nothing was chosen yet; null: the list was.
  const [chosen, setChosen] = useState<Chosen | null | undefined>(undefined);
  const left = chosen?.kind === "left" ? (desk.left.find(({ id }) => id === chosen.id) ?? null) : null;
  const known = chosen?.kind === "chat" ? desk.chats.find(({ id }) => id === chosen.id) : undefined;
  const usual = isWide || chosen === undefined ? openChats(desk)[0] : undefined;
  return {
    chat: left ? null : (known ?? usual ?? null),
    left,
    show: setChosen,
    close: () => setChosen(null),
  };
}
