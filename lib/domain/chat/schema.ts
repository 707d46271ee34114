import { z } from "zod";
import { ClientId } from "@/lib/domain/schema";

export const maxMessageLength = 4_000;

export const SendMessage = z.strictObject({
  clientId: ClientId,
  /** May be empty only with an attachment. */
  body: z.string().trim().max(maxMessageLength),
  attachmentId: z.string().optional(),
});
export type SendMessage = z.infer<typeof SendMessage>;

export const EndChat = z.strictObject({ end: z.enum(["solved", "unsolved"]).default("solved") });

export const ProposeHandover = z.strictObject({ text: z.string().trim().min(1).max(1_000) });
export const SendHandover = z.strictObject({ text: z.string().trim().min(1).max(1_000) });

export const RateSegment = z.strictObject({
  segmentId: z.string(),
  stars: z.int().min(1).max(5),
  solved: z.enum(["yes", "partly", "no"]).optional(),
  words: z.string().trim().max(1_000).optional(),
});
export type RateSegment = z.infer<typeof RateSegment>;
