import { z } from "zod";
import { Id, Locale } from "@/lib/domain/schema";

/** Words that staff use often; `/shortcut` in the composer. */
export const CannedReply = z.strictObject({
  id: Id,
  shortcut: z.string(),
  title: z.string(),
  body: z.string(),
  language: Locale,
  /** Grows with each change; sent along when saving. */
  version: z.int().positive(),
});
export type CannedReply = z.infer<typeof CannedReply>;

export const CannedReplies = z.strictObject({ replies: z.array(CannedReply) });
