import { z } from "zod";
import { ExpertChat, MessageView, StaffChat } from "@/lib/domain/chat/view";
import { AwardView, BadgeProgress, SelfView, ThanksView } from "@/lib/domain/member/view";
import { OfferView } from "@/lib/domain/offer/view";
import { Id, Instant, Names } from "@/lib/domain/schema";
import { RealtimeAddress } from "@/lib/domain/site/view";

/** A left question in the queue of those who may answer it; what leads to a person is masked for experts. */
export const LeftQuestion = z.strictObject({
  id: Id,
  text: z.string(),
  /** What the visitor wrote back to an answer; null for a question that has none yet. */
  reply: z.string().nullable(),
  firstName: z.string().nullable(),
  topic: Names.nullable(),
  language: z.string(),
  leftAt: Instant,
  answerBy: Instant,
  hasEmail: z.boolean(),
  /** A reply to his own answer. */
  isForMe: z.boolean(),
  /** Who writes the answer at the moment, and until when it is his. */
  claim: z.strictObject({ name: z.string(), isMine: z.boolean(), until: Instant }).nullable(),
});
export type LeftQuestion = z.infer<typeof LeftQuestion>;

/** A left question that a member has begun to answer: until when it is his, and what was said so far. */
export const LeftClaim = z.strictObject({ until: Instant, messages: z.array(MessageView) });
export type LeftClaim = z.infer<typeof LeftClaim>;

/** Everything a desk shows, read at its start and after every gap. Experts get ExpertChat, staff StaffChat. */
export const DeskState = z.strictObject({
  now: Instant,
  brand: z.strictObject({ id: Id, slug: z.string(), name: z.string() }),
  self: SelfView,
  realtime: RealtimeAddress,
  offers: z.array(OfferView),
  /** Open chats of his, then those that ended today, newest first. */
  chats: z.array(z.union([StaffChat, ExpertChat])),
  /** Messages of the open chats, all of them. */
  messages: z.array(MessageView),
  /** Left questions that he may answer, the most urgent first. */
  left: z.array(LeftQuestion),
  thanks: z.array(ThanksView),
  thanksTotal: z.int(),
  awards: z.array(AwardView),
  nextBadge: BadgeProgress.nullable(),
  /** Other owners open and there. */
  othersOnline: z.int(),
});
export type DeskState = z.infer<typeof DeskState>;

/** What a heartbeat answers: enough to notice a lost event. */
export const BeatAnswer = z.strictObject({
  now: Instant,
  self: SelfView,
  offers: z.array(OfferView),
  /** Newest message number and snapshot version of each open chat of his. */
  chats: z.array(z.strictObject({ id: Id, version: z.int(), lastSeq: z.int() })),
});
export type BeatAnswer = z.infer<typeof BeatAnswer>;

/** The visitor panel's beat. */
export const VisitorBeatAnswer = z.strictObject({
  now: Instant,
  question: z.strictObject({ id: Id, version: z.int() }).nullable(),
  chat: z.strictObject({ id: Id, version: z.int(), lastSeq: z.int() }).nullable(),
});
