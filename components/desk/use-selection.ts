import { useEffect, useState } from "react";
import type { Desk, DeskChat } from "@/lib/domain/desk/desk";
import { openChats } from "@/lib/domain/desk/desk-reading";
import type { LeftQuestion } from "@/lib/domain/desk/view";

type Chosen = { kind: "chat" | "left"; id: string };

export type Selection = {
  /** What the middle shows: a chat, a left question, or neither. */
  chat: DeskChat | null;
  left: LeftQuestion | null;
  /** The left question shown waits no more: it stays in sight for the words that were begun. */
  isLeftGone: boolean;
  show(chosen: Chosen): void;
  /** Back to the list; on a wide screen, to an open chat. */
  close(): void;
};

/**
 * Which conversation is looked at. Until something is chosen, the first open one is; it stays in sight when it ends or
 * leaves his hands.
 */
export function useSelection(desk: Desk, isWide: boolean): Selection {
  // Undefined: nothing was chosen yet; null: the list was.
  const [chosen, setChosen] = useState<Chosen | null | undefined>(undefined);
  const [lastId, setLastId] = useState<string | null>(null);
  const find = (id: string | null) => desk.chats.find((chat) => chat.id === id);

  const waiting = chosen?.kind === "left" ? desk.left.find(({ id }) => id === chosen.id) : undefined;
  const [lastLeft, setLastLeft] = useState<LeftQuestion | null>(null);
  if (waiting && waiting !== lastLeft) setLastLeft(waiting);
  const gone = chosen?.kind === "left" && lastLeft?.id === chosen.id ? lastLeft : null;
  const left = waiting ?? gone;
  const known = chosen?.kind === "chat" ? find(chosen.id) : undefined;
  const usual = chosen === undefined ? (find(lastId) ?? openChats(desk)[0]) : openChats(desk)[0];
  const chat = left ? null : (known ?? (isWide || chosen === undefined ? usual : undefined) ?? null);

  const shownId = chat?.id ?? null;
  useEffect(() => setLastId(shownId), [shownId]);

  return { chat, left, isLeftGone: !waiting && gone !== null, show: setChosen, close: () => setChosen(null) };
}
