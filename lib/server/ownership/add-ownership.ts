import { AppError } from "@/lib/domain/error";
import type { AddOwnership } from "@/lib/domain/ownership/schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { commit } from "@/lib/server/commit";
import { toMember } from "@/lib/server/event/publish";
import { notInFuture } from "./not-in-future";
import { writeOwnership } from "./write-ownership";

/**
 * A manager writes what he knows that somebody of the brand owns. NOT_FOUND in another brand, OWN_MATTER for himself,
 * OWNERSHIP_KNOWN for what is proven already, whatever day was said. Returns the journal's entry, by which it can be undone.
 */
export async function addOwnership({
  member: { id: actorId, brandId },
  memberId,
  input: { product, since },
  now,
}: {
  member: MemberActor;
  memberId: string;
  input: AddOwnership;
  now: Date;
}): Promise<{ auditId: string }> {
  notInFuture(since, now);
  return commit(async (tx, emit) => {
    await tx.$queryRaw`SELECT id FROM members WHERE id = ${memberId} FOR NO KEY UPDATE`;
    const found = await tx.member.count({ where: { id: memberId, brandId, status: { not: "left" } } });
    if (found === 0) throw new AppError("NOT_FOUND");
    if (memberId === actorId) throw new AppError("OWN_MATTER");
    const auditId = await writeOwnership({
      tx,
      brandId,
      memberId,
      product,
      since: new Date(since),
      proof: "checked",
      actorId,
      now,
    });
    if (auditId === null) throw new AppError("OWNERSHIP_KNOWN");
    emit(toMember(memberId, "sync", {}));
    return { auditId };
  });
}
