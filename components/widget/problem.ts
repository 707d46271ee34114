import { ApiError, errorCode } from "@/lib/client/api-error";
import { waitOf } from "@/lib/client/wait-words";
import type { Translate } from "./texts";

/** What a failure means to the visitor, in a sentence. */
export function problemWords(error: unknown, t: Translate): string {
  switch (errorCode(error)) {
    case "OFFLINE":
      return t("problem.offline");
    case "RATE_LIMITED": {
      const seconds = error instanceof ApiError ? Number(error.params.retryAfterSeconds) : 0;
      return t("problem.limit", seconds > 0 ? waitOf(seconds) : { unit: "moment", count: 0 });
    }
    case "VISITOR_BANNED":
      return t("problem.banned");
    case "QUESTION_RUNNING":
      return t("problem.running");
    case "QUESTION_CLOSED":
    case "CHAT_ENDED":
    case "HANDOVER_GONE":
    case "ALREADY_RATED":
    case "NOT_FOUND":
      return t("problem.closed");
    case "NOBODY_HERE":
      return t("answered.nobody");
    case "STAFF_BUSY":
      return t("matching.staffBusy");
    case "REPLY_LIMIT":
      return t("answered.wait");
    case "INVALID_INPUT":
      return t("problem.input");
    default:
      return t("problem.server");
  }
}

/** What the host's page says is a help, never a condition: only a network that is down stops the asking. */
export function ignoreRefusal(error: unknown): void {
  if (error instanceof ApiError && error.code === "OFFLINE") throw error;
}
