import { wallTime } from "@/lib/domain/calendar/zone";
import { shuffled } from "@/lib/domain/recognition/public-profile-schema";
import type { OwnerCard } from "@/lib/domain/recognition/public-view";
import { db } from "@/lib/server/database";
import { isPublic, ownerCard, ownerSelect, presentOwners } from "./owner-card";

const most = 500;

/** The owners of a brand who want to be seen, in an order that is no ranking: `shuffled`, by the brand's day. */
export async function listOwners({ brandId, now }: { brandId: string; now: Date }): Promise<OwnerCard[]> {
  const [{ timeZone }, rows, present] = await Promise.all([
    db().brand.findUniqueOrThrow({ where: { id: brandId }, select: { timeZone: true } }),
    db().member.findMany({
      where: { brandId, ...isPublic },
      orderBy: { id: "asc" },
      take: most,
      select: ownerSelect,
    }),
    db().member.findMany({ where: presentOwners(brandId, now), select: { id: true } }),
  ]);
  const here = new Set(present.map(({ id }) => id));
  const { year, month, day } = wallTime(now, timeZone);
  return shuffled(
    rows.map((row) => ownerCard(row, here.has(row.id), now)),
    `${year}-${month}-${day}`,
  );
}
