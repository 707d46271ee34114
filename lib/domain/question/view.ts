import { z } from "zod";
import { ChatView, MessageView } from "@/lib/domain/chat/view";
import { Id, Instant, Names } from "@/lib/domain/schema";
import { Availability } from "@/lib/domain/site/view";

export const questionStates = [
  "asked",
  "offering",
  "calling",
  "matched",
  "ended",
  "left",
  "answered",
  "withdrawn",
] as const;

/** One of those who are being asked, as the waiting visitor sees him. */
export const AskedHelper = z.strictObject({
  kind: z.enum(["owner", "staff"]),
  name: z.string(),
  initials: z.string(),
  tint: z.enum(["sage", "sand", "clay", "sky", "plum", "moss"]),
  ownsMonths: z.int().nonnegative().nullable(),
  /** `reading` once his screen confirmed the offer. */
  state: z.enum(["asked", "reading"]),
});

/** A question as its visitor sees it: a snapshot; one with an older `version` is ignored. */
export const VisitorQuestion = z.strictObject({
  id: Id,
  version: z.int(),
  state: z.enum(questionStates),
  text: z.string(),
  topic: z.strictObject({ id: Id, names: Names }).nullable(),
  product: z.string().nullable(),
  staffOnly: z.boolean(),
  askedAt: Instant,
  promiseSeconds: z.int(),
  /** The promise has passed without an answer: the visitor is offered a choice. */
  promiseBroken: z.boolean(),
  asked: z.array(AskedHelper),
  /** While everybody who could take it is busy: its place in the queue, from 1, and the wait to expect, where it is known. */
  position: z.int().positive().nullable(),
  expectedWaitSeconds: z.int().positive().nullable(),
  joinedSeconds: z.number().nullable(),
  /** Staff could be asked right now. */
  staffFree: z.boolean(),
  /** For a left question: answered by then, and whether an e-mail address was left. */
  answerBy: Instant.nullable(),
  hasEmail: z.boolean(),
});
export type VisitorQuestion = z.infer<typeof VisitorQuestion>;

/** Everything the panel shows, read at its start and after every gap. */
export const VisitorState = z.strictObject({
  /** The server's clock, from which the panel learns how wrong its own is. */
  now: Instant,
  visitor: z.strictObject({ id: Id, firstName: z.string().nullable(), language: z.string() }),
  availability: Availability,
  question: VisitorQuestion.nullable(),
  chat: ChatView.nullable(),
  messages: z.array(MessageView),
  /** Somebody could go on live about an answered question: the one who answered, by name, or (null) somebody else. */
  here: z.strictObject({ name: z.string().nullable(), kind: z.enum(["owner", "staff"]) }).optional(),
  /** He may not ask until then. */
  bannedUntil: Instant.optional(),
});
export type VisitorState = z.infer<typeof VisitorState>;
