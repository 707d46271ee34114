import type { Tx } from "@/lib/server/commit";

/**
 * Deletes candidates with all that was merged into them, and the reports of files that quote one of these addresses: of who
 * was there nothing is kept.
 */
export async function eraseCandidates({
  tx,
  brandId,
  candidateIds,
  emails,
}: {
  tx: Tx;
  brandId: string;
  candidateIds: readonly string[];
  emails: readonly string[];
}): Promise<void> {
  await tx.$executeRaw`
    WITH RECURSIVE gone AS (
      SELECT id FROM candidates WHERE brand_id = ${brandId} AND id = ANY(${candidateIds})
      UNION SELECT c.id FROM candidates c JOIN gone ON c.merged_into_id = gone.id WHERE c.brand_id = ${brandId})
    DELETE FROM candidates WHERE id IN (SELECT id FROM gone)`;
  for (const email of emails)
    await tx.$executeRaw`
      UPDATE candidate_imports SET report = NULL
      WHERE brand_id = ${brandId} AND position(${email.toLowerCase()} IN lower(report)) > 0`;
}
