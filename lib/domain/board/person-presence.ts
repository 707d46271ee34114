/** What is known of a member's readiness. */
export type Readiness = {
  /** May be asked at all: neither paused or suspended by a manager, nor still on his way in. */
  isActive: boolean;
  isOpen: boolean;
  openUntil: Date | null;
  awaySince: Date | null;
  /** A screen of his is alive. */
  hasScreen: boolean;
  load: number;
  capacity: number;
};

/**
 * How a member stands on the board. `paused`: he, or a manager, says that he takes no questions; `away`: open, but silent
 * on his offers or without a living screen; `busy`: there, with every place taken; `free`: there, with a place.
 */
export function personPresence(person: Readiness, now: Date): "free" | "busy" | "away" | "paused" {
  const { isActive, isOpen, openUntil, awaySince, hasScreen, load, capacity } = person;
  if (!isActive || !isOpen || (openUntil !== null && openUntil <= now)) return "paused";
  if (awaySince !== null || !hasScreen) return "away";
  return load < capacity ? "free" : "busy";
}
