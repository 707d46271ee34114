import type { Tx } from "@/lib/server/commit";
import type { Prisma } from "@/prisma/generated/client";

/** What was changed, as in the journal's `subject`: `<kind>:<id>`. */
export type AuditSubject =
  `${"brand" | "site" | "topic" | "member" | "invitation" | "reply" | "visitor" | "ban" | "badge" | "award" | "review" | "course" | "room" | "guard"}:${string}`;

/**
 * Writes who changed what into the brand's journal, in the transaction of the change itself. `before` and `after` hold
 * only the fields that differ, and never anything of a visitor: the journal cannot be erased. Returns the entry's id.
 */
export async function recordAudit(
  tx: Tx,
  entry: {
    brandId: string;
    /** The member who did it; null for the product itself. */
    actorId: string | null;
    /** A verb in the past tense: `changed`, `created`, `removed`, `restored`, `invited` … */
    action: string;
    subject: AuditSubject;
    before?: Prisma.InputJsonValue;
    after?: Prisma.InputJsonValue;
    /** The entry that this change takes back. */
    undoes?: bigint;
    at: Date;
  },
): Promise<string> {
  const { id } = await tx.audit.create({ data: entry, select: { id: true } });
  return String(id);
}
