/**
 * Every refusal the product can give, with the HTTP status it travels under. A code that is missing here does not
 * compile where it is thrown; a message for each lives in lib/messages/<language>/error.json.
 */
export const errorStatus = {
  // the request
  INVALID_INPUT: 400,
  ORIGIN_REFUSED: 403,
  RATE_LIMITED: 429,
  // the person
  SIGNED_OUT: 401,
  FORBIDDEN: 403,
  OWN_MATTER: 403,
  NOT_FOUND: 404,
  // sites and visitors
  SITE_UNKNOWN: 404,
  ORIGIN_NOT_ALLOWED: 403,
  IDENTITY_INVALID: 400,
  VISITOR_BANNED: 403,
  // questions and offers
  QUESTION_RUNNING: 409,
  QUESTION_CLOSED: 409,
  STAFF_BUSY: 409,
  OFFER_TAKEN: 409,
  OFFER_EXPIRED: 409,
  CAPACITY_FULL: 409,
  ANSWER_EXISTS: 409,
  LEFT_CLAIMED: 409,
  REPLY_LIMIT: 409,
  NOBODY_HERE: 409,
  // chats
  CHAT_ENDED: 409,
  CHAT_RUNNING: 409,
  CLIENT_ID_REUSED: 409,
  HANDOVER_RUNNING: 409,
  HANDOVER_GONE: 409,
  HANDOVER_TARGET_GONE: 409,
  ALREADY_RATED: 409,
  // moderation
  REPORT_SETTLED: 409,
  // settings
  CHANGED_MEANWHILE: 409,
  UNDO_TOO_LATE: 409,
  SHORTCUT_TAKEN: 409,
  NAME_TAKEN: 409,
  NAME_WRONG: 400,
  TRYOUT_RUNS: 409,
  // first run
  SETUP_UNKNOWN: 404,
  SETUP_USED: 409,
  SETUP_OVER: 409,
  // people
  LAST_ADMIN: 409,
  CAPACITY_BELOW_LOAD: 409,
  INVITATION_UNKNOWN: 404,
  INVITATION_USED: 409,
  INVITATION_OVER: 409,
  INVITATION_OTHER_PERSON: 403,
  // candidates
  APPLICATION_LINK_UNKNOWN: 404,
  APPLICATION_LINK_OVER: 409,
  CANDIDATE_DECIDED: 409,
  CANDIDATE_UNREACHABLE: 409,
  CANDIDATE_IS_MEMBER: 409,
  IMPORT_RUNNING: 409,
  // what members own
  OWNERSHIP_KNOWN: 409,
  OWNERSHIP_FULL: 409,
  OWNERSHIP_SPENT: 409,
  OWNERSHIP_TOKEN_INVALID: 400,
  // awards
  AWARD_GIVEN_BACK: 409,
  AWARD_WITHDRAWN: 409,
  // training
  STEP_DONE: 409,
  TRIAL_TOO_EARLY: 409,
  COACH_UNFIT: 409,
  // thanks that come back, records of badges
  RETURN_OVER: 410,
  // the back room
  ROOM_MUTED: 403,
  ROOM_READ_ONLY: 403,
  // files
  FILE_TOO_LARGE: 413,
  FILE_KIND_REFUSED: 415,
  PICTURE_KIND_REFUSED: 415,
  FILE_BROKEN: 422,
  // ourselves
  REALTIME_DOWN: 503,
  INTERNAL: 500,
} as const satisfies Record<string, number>;

export type ErrorCode = keyof typeof errorStatus;

/**
 * An expected refusal. Told apart by `code`, never by `instanceof`: Next's bundle and our server hold two copies of
 * this class in one process.
 */
export class AppError extends Error {
  override readonly name = "AppError";
  constructor(
    readonly code: ErrorCode,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
  }
}

/** True for an AppError of any copy of this module. */
export function isAppError(error: unknown): error is AppError {
  return (
    error instanceof Error &&
    error.name === "AppError" &&
    "code" in error &&
    typeof error.code === "string" &&
    error.code in errorStatus
  );
}
