import type { Saved } from "@/lib/domain/brand/view";
import { AppError } from "@/lib/domain/error";
import type { MemberActor } from "@/lib/server/account/actor";
import { changedMeanwhile } from "@/lib/server/audit/changed-meanwhile";
import { recordRemoval } from "@/lib/server/audit/record-removal";
import { commit } from "@/lib/server/commit";
import { findSeries, recomputeLater } from "./series-rows";

/**
 * Takes a series out of what can be earned, at the version that was on the screen; who has its badges keeps them.
 * CHANGED_MEANWHILE when it was saved since, NOT_FOUND for another brand's and for one that is out already.
 */
export async function removeSeries({
  member,
  badgeId,
  version,
  now,
}: {
  member: MemberActor;
  badgeId: string;
  version: number;
  now: Date;
}): Promise<Saved> {
  const { brandId } = member;
  return commit(async (tx) => {
    const { id, series, names, levels } = await findSeries({ tx, brandId, badgeId });
    if (levels.every(({ removedAt }) => removedAt !== null)) throw new AppError("NOT_FOUND");
    const subject = `badge:${id}` as const;
    const held = await tx.badge.updateMany({
      where: { id, version },
      data: { version: { increment: 1 } },
    });
    if (held.count === 0) throw await changedMeanwhile(tx, { brandId, subject });
    const { count } = await tx.badge.updateMany({
      where: { brandId, series, removedAt: null },
      data: { removedAt: now, version: version + 1 },
    });
    const auditId = await recordRemoval({ tx, member, subject, count, isRemoved: true, was: { names }, now });
    return { version: version + 1, auditId };
  });
}

/** Brings back what was taken out at that moment. NOT_FOUND when nothing is. */
export async function restoreSeries({
  member,
  badgeId,
  undone,
  now,
}: {
  member: MemberActor;
  badgeId: string;
  undone: { auditId: bigint; at: Date };
  now: Date;
}): Promise<Saved> {
  const { brandId } = member;
  return commit(async (tx) => {
    const { id, series, names, version } = await findSeries({ tx, brandId, badgeId });
    const { count } = await tx.badge.updateMany({
      where: { brandId, series, removedAt: undone.at },
      data: { removedAt: null },
    });
    await tx.badge.updateMany({ where: { brandId, series }, data: { version: version + 1 } });
    const auditId = await recordRemoval({
      tx,
      member,
      subject: `badge:${id}`,
      count,
      isRemoved: false,
      was: { names },
      undoes: undone.auditId,
      now,
    });
    await recomputeLater({ tx, brandId });
    return { version: version + 1, auditId };
  });
}
