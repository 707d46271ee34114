/** Whoever opens a left question has it for himself for so long, counted anew while he writes. */
export const claimSeconds = 15 * 60;
/** How often a screen on which somebody writes asks for more time. */
export const claimRenewSeconds = 60;
/** So many messages a visitor may send in a row without an answer. */
export const maxRepliesInARow = 5;
/** So many answers and replies a left question may have in all; more is a conversation of its own. */
export const maxTurns = 20;

const hourMs = 3_600_000;
/** From so much on before its end, a delay is near it. */
const nearMs = 2 * hourMs;

/** How a stated delay stands: far, near its end, or over. `answerBy` and `now` in epoch milliseconds. */
export type Urgency = "far" | "near" | "over";

export function urgencyOf({ answerBy, now }: { answerBy: number; now: number }): Urgency {
  if (answerBy <= now) return "over";
  return answerBy - now <= nearMs ? "near" : "far";
}

/**
 * When staff are reminded of a delay that is still to be kept: an hour before its end, or at half of a delay that is
 * shorter than two hours.
 */
export function remindAt({ since, answerBy }: { since: Date; answerBy: Date }): Date {
  const whole = answerBy.getTime() - since.getTime();
  return new Date(answerBy.getTime() - Math.min(hourMs, whole / 2));
}

/**
 * Until when a reply is for the one who answered, alone: half of its delay, so that others can still keep the rest of it.
 */
export function firstHelperUntil({ since, answerBy }: { since: Date; answerBy: Date }): Date {
  return new Date((since.getTime() + answerBy.getTime()) / 2);
}

/** A stated delay, as the clock looks at it. */
export type Running = {
  since: Date;
  answerBy: Date;
  forUntil: Date | null;
  remindedAt: Date | null;
};

/** What is due of an unanswered turn at `now`, and when to look again (null: never). */
export function turnStep(turn: Running, now: Date): { remind: boolean; judge: boolean; dueAt: Date | null } {
  if (turn.answerBy < now) return { remind: false, judge: true, dueAt: null };
  const reminder = remindAt(turn);
  const remind = turn.remindedAt === null && reminder <= now;
  const coming = [
    ...(turn.remindedAt === null && !remind ? [reminder] : []),
    ...(turn.forUntil && turn.forUntil > now ? [turn.forUntil] : []),
    // A delay is kept at its last instant.
    new Date(turn.answerBy.getTime() + 1),
  ];
  return { remind, judge: false, dueAt: new Date(Math.min(...coming.map((at) => at.getTime()))) };
}

/** What is left of a delay, in the largest unit that says enough: days from 48 h on, hours from 2 h on, else minutes. */
export function timeLeft({ answerBy, now }: { answerBy: number; now: number }): {
  unit: "days" | "hours" | "minutes";
  count: number;
} {
  const minutes = Math.max(0, Math.abs(answerBy - now) / 60_000);
  if (minutes >= 48 * 60) return { unit: "days", count: Math.floor(minutes / 1440) };
  if (minutes >= 120) return { unit: "hours", count: Math.floor(minutes / 60) };
  return { unit: "minutes", count: Math.floor(minutes) };
}
