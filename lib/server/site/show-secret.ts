import { AppError } from "@/lib/domain/error";
import type { MemberActor } from "@/lib/server/account/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { commit } from "@/lib/server/commit";
import { newSecret } from "./create-site";

/**
 * The secret by which the brand vouches for its visitors; `rotate` makes a new one first, and tokens signed with the old
 * one are worth nothing at once. The journal says that it was shown or made anew, never what it is. NOT_FOUND for a site
 * of another brand.
 */
export async function showSecret({
  member,
  siteId,
  rotate,
  now,
}: {
  member: MemberActor;
  siteId: string;
  rotate: boolean;
  now: Date;
}): Promise<{ secret: string }> {
  const { brandId } = member;
  return commit(async (tx) => {
    const where = { id: siteId, brandId, deletedAt: null };
    if (rotate) await tx.site.updateMany({ where, data: { secret: newSecret() } });
    const site = await tx.site.findFirst({ where, select: { secret: true } });
    if (!site) throw new AppError("NOT_FOUND");
    await recordAudit(tx, {
      brandId,
      actorId: member.id,
      action: rotate ? "secret-rotated" : "secret-shown",
      subject: `site:${siteId}`,
      at: now,
    });
    return site;
  });
}
