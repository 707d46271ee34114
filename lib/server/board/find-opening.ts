import type { BoardState } from "@/lib/domain/board/view";
import { isOpenAt, nextChangeOf } from "@/lib/domain/hours/open";
import { brandHours } from "@/lib/domain/hours/schema";
import type { HelperKind } from "@/lib/domain/member/role";
import { db } from "@/lib/server/database";
import { storedAvailability } from "@/lib/server/presence/find-availability";

/**
 * Whether the brand is open by its hours, and to which part of visitors the button is shown: of several sites, where it
 * is the least.
 */
export async function findOpening({
  brandId,
  now,
}: {
  brandId: string;
  now: Date;
}): Promise<Pick<BoardState, "hours" | "invited">> {
  const brand = await db().brand.findUniqueOrThrow({
    where: { id: brandId },
    select: {
      hours: true,
      timeZone: true,
      sites: { where: { deletedAt: null }, select: { availability: true } },
    },
  });
  const hours = brandHours(brand.hours);
  const openNow = (kind: HelperKind) => ({
    isOpen: isOpenAt(hours, kind, now, brand.timeZone),
    until: nextChangeOf(hours, kind, now, brand.timeZone)?.toISOString() ?? null,
  });
  const shares = brand.sites
    .map(({ availability }) => storedAvailability(availability))
    .filter(({ kind }) => kind !== "none")
    .map(({ share }) => share);
  return {
    hours: { owner: openNow("owner"), staff: openNow("staff") },
    invited: shares.length === 0 ? null : Math.min(...shares),
  };
}
