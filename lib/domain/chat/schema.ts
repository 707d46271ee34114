import { z } from "zod";
import { ClientId, Id, words } from "@/lib/domain/schema";

export const maxMessageLength = 4_000;

export const SendMessage = z.strictObject({
  clientId: ClientId,
  /** May be empty only with an attachment. */
  body: words(maxMessageLength),
  attachmentId: z.string().optional(),
});
export type SendMessage = z.infer<typeof SendMessage>;

export const EndChat = z.strictObject({ end: z.enum(["solved", "unsolved"]).default("solved") });

export const maxReasonLength = 200;

/** What the next helper reads first, to which kind of helper it goes, to whom by name, and why. */
export const ProposeHandover = z.strictObject({
  text: words(1_000).min(1),
  to: z.enum(["staff", "owners"]).default("staff"),
  memberId: Id.optional(),
  reason: words(maxReasonLength).min(1).optional(),
});
export type ProposeHandover = z.infer<typeof ProposeHandover>;
export const SendHandover = z.strictObject({ text: words(1_000).min(1) });

export const RateSegment = z.strictObject({
  segmentId: z.string(),
  stars: z.int().min(1).max(5),
  solved: z.enum(["yes", "partly", "no"]).optional(),
  words: words(1_000).optional(),
  /** The brand may show his words to everybody. */
  showsWords: z.boolean().optional(),
  /** He may be asked by mail, once, whether it still helps in two weeks. */
  mayAskLater: z.boolean().optional(),
  /** Where to, unless the question has an address. */
  askLaterEmail: z.email().max(254).optional(),
});
export type RateSegment = z.infer<typeof RateSegment>;

/** Where the conversation is sent. `keep`: the visitor lets staff see the address beside it; else nobody keeps it. */
export const MailChat = z.strictObject({ email: z.email().max(254), keep: z.boolean().default(false) });
export type MailChat = z.infer<typeof MailChat>;
