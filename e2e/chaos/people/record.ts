/** A message that the product has taken, with the place in its chat that it was given. */
export type TakenMessage = { chatId: string; clientId: string; seq: number; by: "visitor" | "member" };

/** A question that the product has taken; moments in milliseconds of this process. */
export type TakenQuestion = { id: string; askedAt: number; answeredAt: number | null };

/** What one chat looked like on its visitor's screen when it was over. */
export type SeenChat = { chatId: string; clientIds: string[]; isWhole: boolean };

/** What people were promised by an answer of the product, and what they saw: it must all be true in the end. */
export type PeopleRecord = {
  questions: Map<string, TakenQuestion>;
  messages: TakenMessage[];
  /** Accepted offers: question and member. */
  accepted: { questionId: string; memberId: string }[];
  /** Visitors' screens at the end of each chat. */
  seen: SeenChat[];
  /** Client ids of messages that some helper's screen has shown. */
  shownToHelpers: Set<string>;
  /** Requests that came to nothing: no answer, or a fault of the server. */
  failures: number;
  /** Refusals that no screen should meet, by code. */
  refusals: Map<string, number>;
};

/** An empty record. */
export function createRecord(): PeopleRecord {
  return {
    questions: new Map(),
    messages: [],
    accepted: [],
    seen: [],
    shownToHelpers: new Set(),
    failures: 0,
    refusals: new Map(),
  };
}
