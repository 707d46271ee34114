/**
 * What a brand may set, and what holds where it says nothing. Sources: field practice for the target (a wait under
 * 15 s), "three sessions at once is usual" for capacities, see ARCHITECTURE.md.
 */
export const defaultSettings = {
  /** The delay to *joined* that routing works to. */
  targetSeconds: 15,
  /** The delay to the first answer shown to visitors until it is measured. */
  promiseSeconds: 30,
  /** The part of answers that shall come within the measured promise, which lies between floor and cap. */
  promiseQuantile: 0.85,
  promiseFloorSeconds: 15,
  promiseCapSeconds: 60,
  /** So many questions of the last hour are needed before the promise is measured. */
  promiseFrom: 10,
  /**
   * Of the visitors who are invited so many shall be answered in time: fewer are invited when it would be less than the
   * one, and as many as the other allows. It is looked at for the moment at which somebody has asked who is invited now.
   */
  inviteCloseUnder: 0.8,
  inviteReopenAt: 0.9,
  inviteAheadSeconds: 60,
  /** Shares of the target at which the circle widens and everybody is called. */
  widenAt: 0.4,
  callAt: 0.8,
  /** How many more members are asked when the circle widens. */
  widenBy: 2,
  /** An offer lives this long. */
  offerSeconds: 20,
  /** A screen that has not confirmed an offer by then counts as absent. */
  deliverySeconds: 2,
  /** How long a helper may be gone before his question is routed again. */
  graceSeconds: 10,
  /** A heartbeat keeps a lease for this long. */
  leaseSeconds: 25,
  /** Silence on this many delivered offers in a row means away. */
  awayAfterLapses: 2,
  /** "Usually answers in" is shown from so many answers on. */
  usualAnswerFrom: 20,
  /** A question that nobody took for this long becomes a left question. */
  waitLimitSeconds: 600,
  /** The visitor has this long to edit the words of a hand-over before they are sent as they are. */
  handoverSeconds: 30,
  /** Nobody has written for so many minutes: both sides are warned; so many later the chat ends. */
  idleWarnMinutes: 10,
  idleEndMinutes: 5,
  /** Left questions are answered by this hour of the next day, in the brand's time zone. */
  leftAnswerHour: 10,
  /** Points of each term of a candidate's score; how much it counts is its part of them all. */
  skillWeight: 55,
  ownershipWeight: 20,
  narrownessWeight: 15,
  idleWeight: 10,
  /** The share of questions that go first to somebody who is new. */
  exploreShare: 0.05,
  /** New is who has fewer ratings than this on the topic. */
  newUntilRatings: 5,
  /** A message that so many people have reported is hidden until somebody has looked at it. */
  hideAtFlags: 2,
  /** Chats at once by the ramp: of an expert who is new, confirmed and full, and of staff who are new and full. */
  newExpertCapacity: 1,
  confirmedExpertCapacity: 2,
  fullExpertCapacity: 3,
  newStaffCapacity: 2,
  fullStaffCapacity: 3,
  /** Counted thanks after which an expert is confirmed, and full; chats carried to their end after which staff are full. */
  confirmedAfterThanks: 5,
  fullAfterThanks: 20,
  staffFullAfterChats: 20,
  /** Nobody is raised whose ratings have a lower mean, once there are so many. */
  raiseFromStars: 4.3,
  raiseAfterRatings: 20,
  /** A visitor who has not been seen for so many days is erased with everything of his. */
  retentionDays: 180,
} as const;

export type BrandSettings = { readonly [K in keyof typeof defaultSettings]: number };
