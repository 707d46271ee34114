import { AppError } from "@/lib/domain/error";
import type { MemberActor } from "@/lib/server/account/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { commit } from "@/lib/server/commit";

/**
 * Takes words of thanks off the wall, or puts them back: to himself, by the member; by a manager, anybody's. What the
 * member took off stays off for managers, and what a manager took off for the member. Twice is done already. NOT_FOUND
 * for what is not his, and in another brand.
 */
export async function hideWords({
  member: { id: actorId, brandId },
  thanksId,
  as,
  isHidden,
  now,
}: {
  member: MemberActor;
  thanksId: string;
  as: "self" | "manager";
  isHidden: boolean;
  now: Date;
}): Promise<void> {
  await commit(async (tx) => {
    const his = { id: thanksId, brandId, ...(as === "self" ? { memberId: actorId } : {}) };
    const thanks = await tx.thanks.findFirst({ where: his, select: { memberId: true } });
    if (!thanks) throw new AppError("NOT_FOUND");
    const hiddenBySelf = as === "self";
    const { count } = await tx.thanks.updateMany({
      where: isHidden ? { ...his, hiddenAt: null } : { ...his, hiddenAt: { not: null }, hiddenBySelf },
      data: isHidden ? { hiddenAt: now, hiddenBySelf } : { hiddenAt: null, hiddenBySelf: false },
    });
    if (count === 0 || as === "self") return;
    await recordAudit(tx, {
      brandId,
      actorId,
      action: isHidden ? "thanks-hidden" : "thanks-shown",
      subject: `member:${thanks.memberId}`,
      at: now,
    });
  });
}
