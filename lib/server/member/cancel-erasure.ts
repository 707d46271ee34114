import { AppError } from "@/lib/domain/error";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { commit } from "@/lib/server/commit";
import { toBrand } from "@/lib/server/event/publish";
import { findEndings } from "./find-endings";

/**
 * Who asked to be erased changes his mind: he has his place back as it was, and says himself when he is open again.
 * NOT_FOUND when he did not ask, or it is final. Of two who do it at once, one does.
 */
export async function cancelErasure({
  userId,
  brandSlug,
  now,
}: {
  userId: string;
  brandSlug: string;
  now: Date;
}): Promise<void> {
  await commit(async (tx, emit) => {
    const where = {
      userId,
      status: "left" as const,
      erasedAt: null,
      eraseAt: { gt: now },
      brand: { slug: brandSlug, deletedAt: null },
    };
    const row = await tx.member.findFirst({ where, select: { id: true, brandId: true } });
    if (!row) throw new AppError("NOT_FOUND");
    const { id, brandId } = row;
    const ending = (await findEndings({ tx, brandId, memberIds: [id] })).get(id);
    const status = ending?.status ?? "active";
    const { count } = await tx.member.updateMany({
      where: { id, status: "left", erasedAt: null, eraseAt: { gt: now } },
      data: { status, removedAt: null, eraseAt: null, version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("NOT_FOUND");
    await recordAudit(tx, {
      brandId,
      actorId: id,
      action: "restored",
      subject: `member:${id}`,
      before: { status: "left" },
      after: { status },
      at: now,
    });
    emit(toBrand(brandId, "board.changed", {}));
  });
}
