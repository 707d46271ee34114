import { db } from "@/lib/server/database";

/** How many applications wait for a brand's managers. */
export async function countApplications({ brandId }: { brandId: string }): Promise<number> {
  return db().candidate.count({ where: { brandId, stage: "applied" } });
}
