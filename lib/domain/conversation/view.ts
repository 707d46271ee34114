import { z } from "zod";
import { MessageView, VisitorProfile } from "@/lib/domain/chat/view";
import { Id, Instant, Names } from "@/lib/domain/schema";
import { conversationStates } from "./schema";

const Pieces = z.array(z.strictObject({ text: z.string(), isFound: z.boolean() }));
const Helper = z.strictObject({ memberId: Id, name: z.string(), kind: z.enum(["owner", "staff"]) });

/** A conversation in the list. */
export const ConversationRow = z.strictObject({
  questionId: Id,
  askedAt: Instant,
  state: z.enum(conversationStates),
  /** Empty for one whose visitor was erased. */
  question: Pieces,
  language: z.string(),
  topic: Names.nullable(),
  visitor: z.strictObject({ id: Id, name: z.string().nullable(), isErased: z.boolean() }),
  /** Who helped, in order. */
  helpers: z.array(Helper),
  promiseKept: z.boolean().nullable(),
  /** From the question to the helper's joining, and to the first answer. */
  joinedSeconds: z.number().nullable(),
  answeredSeconds: z.number().nullable(),
  /** The newest rating. */
  stars: z.int().nullable(),
  solved: z.enum(["yes", "partly", "no"]).nullable(),
  messages: z.int(),
  /** Where else than in the question the words were found. */
  found: z
    .strictObject({ where: z.enum(["message", "note"]), seq: z.int().nullable(), words: Pieces })
    .nullable(),
});
export type ConversationRow = z.infer<typeof ConversationRow>;

/** One page of the list, newest first. */
export const ConversationList = z.strictObject({
  /** The brand's, in which days are counted. */
  timeZone: z.string(),
  rows: z.array(ConversationRow),
  /** Where the next page begins; null at the end. */
  next: z.string().nullable(),
  /** Of all pages; counted up to 10,000. */
  count: z.int(),
});
export type ConversationList = z.infer<typeof ConversationList>;

export const maxCounted = 10_000;

export const timelineKinds = [
  "asked",
  "wave",
  "called",
  "staff_wanted",
  "delivered",
  "accepted",
  "declined",
  "expired",
  "absent",
  "handed_over",
  "lost",
  "gave_up",
  "left",
  "answered",
  "replied",
  "asked_live",
  "settled",
  "withdrawn",
  "ended",
  "erased",
] as const;

/** One step of a question's way, as the journal holds it. */
export const TimelineEntry = z.strictObject({
  kind: z.enum(timelineKinds),
  at: Instant,
  /** From the question to this step. */
  seconds: z.number(),
  /** Who did it, or whom it happened to. */
  name: z.string().nullable(),
  /** For a wave or an open call: who was asked. */
  asked: z.array(z.string()),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

export const NoteView = z.strictObject({
  id: Id,
  author: z.string().nullable(),
  /** Only his own a member may delete. */
  isOwn: z.boolean(),
  body: z.string(),
  writtenAt: Instant,
});
export type NoteView = z.infer<typeof NoteView>;

/** A conversation with everything that staff may know of it. */
export const Conversation = z.strictObject({
  timeZone: z.string(),
  questionId: Id,
  chatId: Id.nullable(),
  state: z.enum(conversationStates),
  end: z.enum(["solved", "unsolved", "idle", "abandoned"]).nullable(),
  question: z.string(),
  language: z.string(),
  topic: Names.nullable(),
  product: z.string().nullable(),
  page: z.strictObject({ url: z.string(), title: z.string().nullable() }).nullable(),
  staffOnly: z.boolean(),
  askedAt: Instant,
  endedAt: Instant.nullable(),
  promiseSeconds: z.int(),
  promiseKept: z.boolean().nullable(),
  joinedSeconds: z.number().nullable(),
  answeredSeconds: z.number().nullable(),
  capsule: z.string().nullable(),
  left: z
    .strictObject({
      at: Instant,
      answerBy: Instant.nullable(),
      email: z.string().nullable(),
      kept: z.boolean().nullable(),
    })
    .nullable(),
  visitor: VisitorProfile,
  isErased: z.boolean(),
  messages: z.array(MessageView),
  /** The last messages that each side has seen. */
  visitorReadSeq: z.int(),
  helperReadSeq: z.int(),
  segments: z.array(
    z.strictObject({
      id: Id,
      helper: Helper,
      state: z.enum(["open", "ended", "handed_over", "lost"]),
      startedAt: Instant,
      endedAt: Instant.nullable(),
      rating: z
        .strictObject({
          stars: z.int(),
          solved: z.enum(["yes", "partly", "no"]).nullable(),
          words: z.string().nullable(),
          ratedAt: Instant,
        })
        .nullable(),
    }),
  ),
  timeline: z.array(TimelineEntry),
  notes: z.array(NoteView),
});
export type Conversation = z.infer<typeof Conversation>;

/** What the list can be narrowed to. */
export const FilterChoices = z.strictObject({
  topics: z.array(z.strictObject({ id: Id, names: Names })),
  helpers: z.array(Helper),
});
export type FilterChoices = z.infer<typeof FilterChoices>;
