import { brandSettings } from "@/lib/domain/brand/schema";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";

const daySeconds = 86_400;
/** The lines that a file's reader refused are kept so many days, for whoever mends the file. */
const reportDays = 30;

/**
 * Deletes what nobody decided or wanted: applications whose address was never confirmed, once their link is over; and, after
 * the brand's days of keeping, candidates who were found, invited, declined or merged, and those whose membership has ended.
 * Files leave nothing but their counts: not the lines that were refused, nor one that nobody reads any more.
 */
export async function forgetCandidates({ now }: { now: Date }): Promise<void> {
  await db().candidate.deleteMany({ where: { stage: "unconfirmed", linkUntil: { lte: now } } });
  await db().candidateImport.updateMany({
    where: { report: { not: null }, finishedAt: { lte: later(now, -reportDays * daySeconds) } },
    data: { report: null },
  });
  await db().candidateImport.updateMany({
    where: { state: { in: ["waiting", "running"] }, createdAt: { lte: later(now, -daySeconds) } },
    data: { state: "failed", problem: "stopped", finishedAt: now, content: null },
  });
  const brands = await db().brand.findMany({ select: { id: true, settings: true } });
  for (const { id: brandId, settings } of brands) {
    const before = later(now, -brandSettings(settings).retentionDays * daySeconds);
    await db().candidate.deleteMany({
      where: { brandId, stage: { in: ["found", "invited", "declined", "merged"] }, stageAt: { lte: before } },
    });
    await db().$executeRaw`
      DELETE FROM candidates c
      WHERE c.brand_id = ${brandId} AND c.stage = 'accepted' AND c.stage_at <= ${before} AND NOT EXISTS (
        SELECT 1 FROM members m WHERE m.id = c.member_id AND m.status <> 'left')`;
  }
}
