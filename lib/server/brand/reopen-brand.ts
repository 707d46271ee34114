import { AppError } from "@/lib/domain/error";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { commit } from "@/lib/server/commit";
import { refreshAvailability } from "@/lib/server/presence/refresh-availability";
import { bringBackSince } from "./list-closed-brands";

/** Brings a closed brand back as it was. NOT_FOUND unless the person is one of its admins and it was closed within 30 days. */
export async function reopenBrand({
  userId,
  brandId,
  now,
}: {
  userId: string;
  brandId: string;
  now: Date;
}): Promise<{ slug: string }> {
  const slug = await commit(async (tx) => {
    const admin = await tx.member.findFirst({
      where: { userId, brandId, role: "admin", status: { notIn: ["left", "suspended"] } },
      select: { id: true, brand: { select: { slug: true } } },
    });
    if (!admin) throw new AppError("NOT_FOUND");
    const { count } = await tx.brand.updateMany({
      where: { id: brandId, deletedAt: { gt: bringBackSince(now) } },
      data: { deletedAt: null, version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("NOT_FOUND");
    await recordAudit(tx, {
      brandId,
      actorId: admin.id,
      action: "restored",
      subject: `brand:${brandId}`,
      at: now,
    });
    return admin.brand.slug;
  });
  await refreshAvailability({ brandId, now });
  return { slug };
}
