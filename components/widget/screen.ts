import { withoutPastWarnings } from "@/lib/domain/chat/message-list";
import type { ChatView } from "@/lib/domain/chat/view";
import { type PanelState, seenSeq } from "./panel-state";

export type Screen =
  | "loading"
  | "unreachable"
  | "ask"
  | "matching"
  | "chat"
  | "left"
  | "answered"
  | "rating"
  | "thanks"
  | "banned";

/** Nobody is asked to rate a chat of the day before yesterday. */
const RATE_WITHIN_MS = 12 * 3_600_000;

/**
 * What the panel shows. `now` in epoch milliseconds by the server's clock. A banned visitor reads what there is for him,
 * but he is neither given the form nor asked to judge a chat that was ended for what he did.
 */
export function screenOf(state: PanelState, now: number): Screen {
  const screen = screenOfQuestion(state, now);
  const isBanned = state.bannedUntil !== null && Date.parse(state.bannedUntil) > now;
  return isBanned && ["ask", "rating", "thanks"].includes(screen) ? "banned" : screen;
}

function screenOfQuestion(state: PanelState, now: number): Screen {
  const { question, chat } = state;
  if (state.start === "failed") return "unreachable";
  if (state.start !== "done") return "loading";
  if (!question || question.state === "withdrawn" || question.id === state.finishedId) return "ask";
  if (state.isThanked) return "thanks";
  if (chat?.state === "open") return "chat";
  switch (question.state) {
    case "left":
      return "left";
    case "answered":
      return "answered";
    case "ended":
    case "matched": {
      if (!chat) return question.state === "matched" ? "matching" : "ask";
      const isRecent = now - Date.parse(chat.endedAt ?? chat.startedAt) < RATE_WITHIN_MS;
      return isRecent && segmentToRate(chat) ? "rating" : "ask";
    }
    default:
      return "matching";
  }
}

/** The part of a chat to be rated next: the newest that is not, so that the last helper comes first. */
export function segmentToRate(chat: ChatView): ChatView["segments"][number] | null {
  return chat.segments.filter(({ isRated }) => !isRated).at(-1) ?? null;
}

/** Messages of helpers that the visitor has not seen, and a warning that the silent chat ends. */
export function unreadCount(state: PanelState): number {
  return withoutPastWarnings(state.messages).filter(
    ({ author, system, seq, isHidden }) =>
      (author === "member" || system?.kind === "idle") && !isHidden && seq > seenSeq(state),
  ).length;
}

/**
 * Whether there is something to come back to, which gives the visitor his button wherever he goes: a question under
 * way, a running chat, words of a helper that he has not read.
 */
export function isRunning(state: PanelState): boolean {
  const { question, chat } = state;
  if (!question || question.id === state.finishedId || state.isThanked) return false;
  if (chat?.state === "open") return true;
  const isUnderWay = ["asked", "offering", "calling", "matched", "left"].includes(question.state);
  if (isUnderWay && !(question.state === "matched" && chat?.state === "ended")) return true;
  // A chat that a ban has ended calls nobody back.
  return unreadCount(state) > 0 && (state.bannedUntil === null || question.state === "answered");
}

/** Whether the server should know that the panel is there, because somebody may be answering. */
export function isLive(state: PanelState): boolean {
  const { question, chat } = state;
  return (
    chat?.state === "open" || ["asked", "offering", "calling", "matched"].includes(question?.state ?? "")
  );
}
