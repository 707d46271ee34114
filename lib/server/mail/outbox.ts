import path from "node:path";
import { z } from "zod";
import { Id, Locale } from "@/lib/domain/schema";
import { env } from "@/lib/server/env";

/** A mail that was kept instead of being sent; one JSON file each. */
export const OutboxMail = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  to: z.string(),
  locale: Locale,
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  headers: z.record(z.string(), z.string()).optional(),
  /** The visitor it went to: it goes when he is erased. */
  visitorId: Id.optional(),
});
export type OutboxMail = z.infer<typeof OutboxMail>;

/** Where mails land when there is no mail server. */
export function outboxFolder(): string {
  return path.join(env().DATA_DIR, "outbox");
}
