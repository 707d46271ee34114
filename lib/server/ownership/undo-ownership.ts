import { z } from "zod";
import { AppError } from "@/lib/domain/error";
import type { MemberActor } from "@/lib/server/account/actor";
import { changedMeanwhile } from "@/lib/server/audit/changed-meanwhile";
import { commit } from "@/lib/server/commit";
import { toMember } from "@/lib/server/event/publish";
import { dropOwnership } from "./drop-ownership";
import { writeOwnership } from "./write-ownership";

/** What entries say; the oldest know the product alone, and lead back from a confirmation only. */
const Vouched = z.object({ owns: z.string(), since: z.coerce.date().optional() });
const Disowned = z.object({
  owns: z.string(),
  since: z.coerce.date(),
  proof: z.enum(["order", "token", "checked"]).nullable(),
  provenAt: z.coerce.date().nullable(),
  provenById: z.string().nullable(),
  proofKey: z.string().nullable(),
});

/**
 * Takes a journal's entry on what a member owns back: what was confirmed goes, what was taken away stands again with how
 * it was proven. CHANGED_MEANWHILE when it is no longer what the entry left behind, NOT_FOUND for who left and for old
 * entries that say too little, OWN_MATTER where the manager would give back to himself.
 */
export async function undoOwnership({
  member,
  memberId,
  entry,
  now,
}: {
  member: MemberActor;
  memberId: string;
  entry: { id: bigint; action: string; before: unknown; after: unknown };
  now: Date;
}): Promise<{ version: number; auditId: string }> {
  const { id: actorId, brandId } = member;
  const common = { memberId, undoes: entry.id, now };
  return commit(async (tx, emit) => {
    const isThere = await tx.member.count({ where: { id: memberId, brandId, status: { not: "left" } } });
    let auditId: string | null = null;
    if (entry.action === "vouched") {
      const said = Vouched.safeParse(entry.after);
      if (!said.success || isThere === 0) throw new AppError("NOT_FOUND");
      const { owns: product, since } = said.data;
      auditId = await dropOwnership({ tx, member, owned: { product, since }, ...common });
    } else {
      const said = Disowned.safeParse(entry.before);
      if (!said.success || isThere === 0) throw new AppError("NOT_FOUND");
      if (memberId === actorId) throw new AppError("OWN_MATTER");
      const { owns: product, since, proof, proofKey, provenAt, provenById } = said.data;
      const row = { product, since, proof, proofKey, proven: { provenAt, provenById } };
      auditId = await writeOwnership({ tx, brandId, actorId, ...row, ...common });
    }
    if (auditId === null) throw await changedMeanwhile(tx, { brandId, subject: `member:${memberId}` });
    emit(toMember(memberId, "sync", {}));
    return { version: 1, auditId };
  });
}
