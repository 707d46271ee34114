import type { BoardState } from "@/lib/domain/board/view";

export type WaitingRow = BoardState["waiting"][number];

/** Seconds of waiting from which the queue turns amber and red, see product.md's target: joined in 15 s. */
export const waitLimits = { amber: 10, red: 15 } as const;

/** Green below 10 s, amber from 10 s, red from 15 s. */
export type WaitTone = "green" | "amber" | "red";

/** The colour of a wait, in seconds. */
export function waitTone(seconds: number): WaitTone {
  if (seconds >= waitLimits.red) return "red";
  return seconds >= waitLimits.amber ? "amber" : "green";
}

/** Whole seconds from an instant (ISO 8601) to `now` (epoch milliseconds), never negative. */
export function secondsSince(instant: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(instant)) / 1000));
}

/**
 * A wait as drawn: seconds, colour and bar always agree, and the bar (`share`, 0 to 1) ends at the promise. A question
 * that had a helper before waits since its present round began; no promise runs for it any more, so `share` is null.
 */
export type Wait = { row: WaitingRow; seconds: number; tone: WaitTone; share: number | null };

/** The queue as drawn, oldest question first. `now` in epoch milliseconds on the server's clock. */
export function waits(rows: readonly WaitingRow[], now: number): Wait[] {
  return rows
    .map((row): Wait => {
      const seconds = secondsSince(row.isBack ? row.roundAt : row.askedAt, now);
      const share = row.isBack ? null : Math.min(1, seconds / Math.max(1, row.promiseSeconds));
      return { row, seconds, tone: waitTone(seconds), share };
    })
    .sort((a, b) => Date.parse(a.row.askedAt) - Date.parse(b.row.askedAt));
}
