import { z } from "zod";
import { VisitorProfile } from "@/lib/domain/chat/view";
import { ConversationRow } from "@/lib/domain/conversation/view";
import { Id, Instant } from "@/lib/domain/schema";

/** Everything that staff may know of a visitor, on one page. */
export const VisitorRecord = z.strictObject({
  timeZone: z.string(),
  profile: VisitorProfile,
  /** The brand's own name for him; null while it has not vouched for him. */
  externalId: z.string().nullable(),
  /** In how many browsers he was recognised. */
  browsers: z.int().positive(),
  firstSeenAt: Instant,
  lastSeenAt: Instant,
  /** When he first asked, and so agreed that we keep what he says. */
  consentAt: Instant.nullable(),
  erasedAt: Instant.nullable(),
  visits: z.array(
    z.strictObject({
      id: Id,
      site: z.string(),
      entryUrl: z.string(),
      entryTitle: z.string().nullable(),
      lastUrl: z.string(),
      pages: z.int(),
      startedAt: Instant,
      lastSeenAt: Instant,
    }),
  ),
  /** Of all; the list holds the newest. */
  visitCount: z.int(),
  conversations: z.array(ConversationRow),
  conversationCount: z.int(),
  bans: z.array(
    z.strictObject({
      id: Id,
      from: Instant,
      until: Instant,
      liftedAt: Instant.nullable(),
      reason: z.string(),
      by: z.string().nullable(),
    }),
  ),
});
export type VisitorRecord = z.infer<typeof VisitorRecord>;
