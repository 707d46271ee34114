import type { PresenceKind } from "@/lib/domain/presence/history";
import { misfit, type Need, type Person } from "@/lib/domain/routing/candidate";
import type { Verdict } from "./schema";

/** What is remembered of one member's last days. `back`: he answered an offer, so he is not away. */
export type Remembered = {
  person: Pick<Person, "kind" | "languages" | "topicIds" | "capacity">;
  /** His comings and goings in their order. */
  comings: readonly { kind: PresenceKind | "back"; at: Date }[];
  /** Chats that he carried and places that were kept for him; without an end while they last. */
  busy: readonly { from: Date; to: Date | null }[];
};

/**
 * What a decision that looked at others said of a member in effect, from what is remembered of that moment: a receipt
 * does not hold everybody of a crowd. His languages and topics are those of today. Null when he was not open.
 */
export function verdictThen({ person, comings, busy }: Remembered, need: Need, at: Date): Verdict | null {
  const state = { isOpen: false, isThere: false, isAway: false };
  for (const { kind, at: when } of comings) {
    if (when > at) break;
    if (kind === "opened") Object.assign(state, { isOpen: true, isAway: false });
    if (kind === "paused") state.isOpen = false;
    if (kind === "away") state.isAway = true;
    if (kind === "back") state.isAway = false;
    if (kind === "there") state.isThere = true;
    if (kind === "gone") state.isThere = false;
  }
  if (!state.isOpen) return null;
  if (state.isAway) return "away";
  if (!state.isThere) return "gone";
  const unfit = misfit(person, need);
  if (unfit) return unfit;
  const carried = busy.filter(({ from, to }) => from <= at && (to === null || to > at)).length;
  return carried >= person.capacity ? "full" : "eligible";
}
