import type { PresenceKind } from "@/lib/domain/presence/history";
import type { Stretch } from "./world";

/** A coming or going of one member, in seconds from the run's start; before it, where he stood then. `back`: he answered, so he is not away. */
export type Coming = { kind: PresenceKind | "back"; at: number };

/**
 * The times in which a member was open, not away, and had a living screen, between 0 and `until`. `comings` in their
 * order; those before 0 tell how it stood at the start.
 */
export function stretchesOf(comings: readonly Coming[], until: number): Stretch[] {
  const stretches: Stretch[] = [];
  const state = { isOpen: false, isThere: false, isAway: false };
  let since: number | null = null;
  for (const { kind, at } of comings) {
    if (at >= until) break;
    if (kind === "opened") Object.assign(state, { isOpen: true, isAway: false });
    if (kind === "paused") state.isOpen = false;
    if (kind === "away") state.isAway = true;
    if (kind === "back") state.isAway = false;
    if (kind === "there") state.isThere = true;
    if (kind === "gone") state.isThere = false;
    const isPresent = state.isOpen && state.isThere && !state.isAway;
    if (isPresent && since === null) since = Math.max(0, at);
    if (!isPresent && since !== null) {
      if (at > since) stretches.push({ from: since, to: at, end: kind === "gone" ? "gone" : "paused" });
      since = null;
    }
  }
  if (since !== null) stretches.push({ from: since, to: until, end: "paused" });
  return stretches;
}
