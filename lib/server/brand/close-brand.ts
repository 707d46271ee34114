import { AppError } from "@/lib/domain/error";
import type { MemberActor } from "@/lib/server/account/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { commit } from "@/lib/server/commit";
import { toMember } from "@/lib/server/event/publish";
import { refreshAvailability } from "@/lib/server/presence/refresh-availability";

/**
 * Closes the member's brand: nobody sees it any more, its buttons go at once, and its admins can bring it back for 30
 * days. `name` is its name as typed to confirm; NAME_WRONG for another.
 */
export async function closeBrand({
  member,
  name,
  now,
}: {
  member: MemberActor;
  name: string;
  now: Date;
}): Promise<void> {
  const { brandId } = member;
  await commit(async (tx, emit) => {
    const brand = await tx.brand.findFirst({
      where: { id: brandId, deletedAt: null },
      select: { name: true },
    });
    if (!brand) throw new AppError("NOT_FOUND");
    if (brand.name !== name.trim()) throw new AppError("NAME_WRONG");
    const { count } = await tx.brand.updateMany({
      where: { id: brandId, deletedAt: null },
      data: { deletedAt: now, version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("NOT_FOUND");
    await recordAudit(tx, {
      brandId,
      actorId: member.id,
      action: "closed",
      subject: `brand:${brandId}`,
      at: now,
    });
    const members = await tx.member.findMany({ where: { brandId }, select: { id: true } });
    emit(...members.map(({ id }) => toMember(id, "sync", {})));
  });
  await refreshAvailability({ brandId, now });
}
