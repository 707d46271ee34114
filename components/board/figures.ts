import type { BoardState } from "@/lib/domain/board/view";
import type { Wait } from "./wait";

/** What the four figures at the head of the board say. */
export type Figures = {
  waiting: number;
  /** Waits past the target, and the longest of them in seconds; null without one. */
  late: number;
  longestSeconds: number | null;
  chats: number;
  withOwners: number;
  withStaff: number;
  /** Chats whose helper is gone: somebody else is being asked. */
  withNobody: number;
  ownersFree: number;
  ownersOnline: number;
  /** Topics for which no owner is free. */
  uncovered: BoardState["coverage"][number]["topic"][];
  kept: number;
  judged: number;
  /** Promises kept of those judged, from 0 to 1; null while none is. */
  keptShare: number | null;
};

/** Counts a board. `queue` is its waiting list at the same moment. */
export function figuresOf(board: BoardState, queue: readonly Wait[]): Figures {
  const owners = board.people.filter(({ kind }) => kind === "owner");
  const ownersFree = owners.filter(({ presence }) => presence === "free").length;
  const ownersBusy = owners.filter(({ presence }) => presence === "busy").length;
  const { promisesKept: kept, promisesJudged: judged } = board.today;
  return {
    waiting: queue.length,
    late: queue.filter(({ tone }) => tone === "red").length,
    longestSeconds: queue.length === 0 ? null : Math.max(...queue.map(({ seconds }) => seconds)),
    chats: board.chats.length,
    withOwners: board.chats.filter(({ helper }) => helper?.kind === "owner").length,
    withStaff: board.chats.filter(({ helper }) => helper?.kind === "staff").length,
    withNobody: board.chats.filter(({ helper }) => helper === null).length,
    ownersFree,
    ownersOnline: ownersFree + ownersBusy,
    uncovered: board.coverage.filter(({ free }) => free === 0).map(({ topic }) => topic),
    kept,
    judged,
    keptShare: judged === 0 ? null : kept / judged,
  };
}
