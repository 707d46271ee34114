import { AppError } from "@/lib/domain/error";
import type { AddOwnership } from "@/lib/domain/ownership/schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { commit } from "@/lib/server/commit";
import { notInFuture } from "./not-in-future";
import { writeOwnership } from "./write-ownership";

/** A manager writes what he knows that somebody of the brand owns. NOT_FOUND in another brand, FORBIDDEN for himself. */
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
}): Promise<void> {
  notInFuture(since, now);
  await commit(async (tx) => {
    const found = await tx.member.count({ where: { id: memberId, brandId, status: { not: "left" } } });
    if (found === 0) throw new AppError("NOT_FOUND");
    if (memberId === actorId) throw new AppError("FORBIDDEN");
    await writeOwnership({
      tx,
      brandId,
      memberId,
      product,
      since: new Date(since),
      proof: "checked",
      actorId,
      now,
    });
  });
}
