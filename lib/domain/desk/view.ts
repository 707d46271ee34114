import { z } from "zod";
import { ExpertChat, MessageView, StaffChat } from "@/lib/domain/chat/view";
import { AwardView, BadgeProgress, SelfView, ThanksView } from "@/lib/domain/member/view";
import { OfferView } from "@/lib/domain/offer/view";
import { Id, Instant, Names } from "@/lib/domain/schema";
import { RealtimeAddress } from "@/lib/domain/site/view";

/** A left question in the staff's queue. */
export const LeftQuestion = z.strictObject({
  id: Id,
  text: z.string(),
  firstName: z.string().nullable(),
  topic: Names.nullable(),
  language: z.string(),
  leftAt: Instant,
  answerBy: Instant,
  hasEmail: z.boolean(),
});
export type LeftQuestion = z.infer<typeof LeftQuestion>;

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
  /** Left questions; empty for experts. */
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
