import { differences, type Fields } from "@/lib/domain/audit/differences";
import type { Saved } from "@/lib/domain/brand/view";
import { AppError } from "@/lib/domain/error";
import type { MemberActor } from "@/lib/server/account/actor";
import type { Tx } from "@/lib/server/commit";
import type { Prisma } from "@/prisma/generated/client";
import { changedMeanwhile } from "./changed-meanwhile";
import { type AuditSubject, recordAudit } from "./record-audit";

/** What must still be so for a change to be made: the version its form was opened with, or what an entry left behind. */
export type Expected = { version: number } | { left: Fields };

/**
 * Saves the fields that differ and writes them into the journal. `read` gives the row's fields as the journal names them,
 * null when it is gone (NOT_FOUND); `write` updates the row at exactly that version. CHANGED_MEANWHILE when somebody was
 * faster, NOT_FOUND when the row is gone. Nothing to change is no error: the answer then has no entry.
 */
export async function saveFields({
  tx,
  member,
  subject,
  action = "changed",
  expected,
  change,
  read,
  write,
  undoes,
  now,
}: {
  tx: Tx;
  member: MemberActor;
  subject: AuditSubject;
  action?: string;
  expected: Expected;
  change: Fields;
  read: () => Promise<{ version: number; fields: Fields } | null>;
  write: (at: { version: number; after: Fields; now: Date }) => Promise<{ count: number }>;
  undoes?: bigint;
  now: Date;
}): Promise<Saved> {
  const { brandId } = member;
  const stored = await read();
  if (!stored) throw new AppError("NOT_FOUND");
  const { version, fields } = stored;
  const isUntouched =
    "version" in expected ? expected.version === version : differences(fields, expected.left) === null;
  if (!isUntouched) throw await changedMeanwhile(tx, { brandId, subject });
  const difference = differences(fields, change);
  if (!difference) return { version, auditId: null };
  const { before, after } = difference;
  const { count } = await write({ version, after, now });
  if (count === 0) throw await changedMeanwhile(tx, { brandId, subject });
  const auditId = await recordAudit(tx, {
    brandId,
    actorId: member.id,
    action,
    subject,
    before: before as Prisma.InputJsonObject,
    after: after as Prisma.InputJsonObject,
    undoes,
    at: now,
  });
  return { version: version + 1, auditId };
}
