import type { RealtimeStatus } from "@/lib/client/realtime";
import type { BoardState } from "@/lib/domain/board/view";

/** What the screen draws. */
export type BoardView = {
  /** The last good view. */
  board: BoardState | null;
  /** Code of what kept the board from being read the last time. */
  problem: string | null;
  connection: RealtimeStatus;
};

export type BoardAction =
  | { type: "loaded"; board: BoardState }
  | { type: "failed"; code: string }
  | { type: "connection"; connection: RealtimeStatus };

/** Folds what happened into what is drawn. An answer older than the view (by the server's clock) changes nothing. */
export function reduceBoard(view: BoardView, action: BoardAction): BoardView {
  switch (action.type) {
    case "loaded": {
      const isOlder = view.board !== null && Date.parse(action.board.now) < Date.parse(view.board.now);
      if (isOlder) return view;
      // What was answered was reached: a short cut of the network may go unnoticed by the connection.
      const connection = view.connection === "offline" ? "polling" : view.connection;
      return { board: action.board, problem: null, connection };
    }
    case "failed":
      return { ...view, problem: action.code };
    case "connection":
      return { ...view, connection: action.connection };
  }
}

/**
 * How far the screen can be believed. `offline`: nothing reaches the server, so nothing can be done either; `failed`:
 * it was reached and did not answer well.
 */
export function standing({ problem, connection }: BoardView): "current" | "offline" | "failed" {
  if (connection === "offline" || problem === "OFFLINE") return "offline";
  return problem === null ? "current" : "failed";
}

/**
 * The moment to reckon with, in epoch milliseconds: a view that is no longer fed stands still at its own time.
 * `serverNow` is null until an answer has told the time. 0 without a view.
 */
export function momentOf(view: BoardView, serverNow: number | null): number {
  const readAt = view.board ? Date.parse(view.board.now) : 0;
  return standing(view) === "current" && serverNow !== null ? Math.max(serverNow, readAt) : readAt;
}
