import type { WallThanks } from "@/lib/domain/recognition/public-view";
import { db } from "@/lib/server/database";
import { onWall, wallSelect, wallThanks } from "./wall";

const most = 60;

/** The brand's wall of thanks, newest first. */
export async function listWall({ brandId }: { brandId: string }): Promise<WallThanks[]> {
  const rows = await db().thanks.findMany({
    where: { brandId, ...onWall },
    orderBy: [{ thankedAt: "desc" }, { id: "desc" }],
    take: most,
    select: wallSelect,
  });
  return rows.map(wallThanks);
}
