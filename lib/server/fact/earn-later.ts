import type { Tx } from "@/lib/server/commit";

/** Brings a member's awards in line with his facts once the caller's transaction is committed. */
export async function earnLater({ tx, memberId }: { tx: Tx; memberId: string }): Promise<void> {
  const payload = JSON.stringify({ memberId });
  const key = `earn-badges:${memberId}`;
  await tx.$executeRaw`
    SELECT graphile_worker.add_job('earn-badges', payload => ${payload}::json, job_key => ${key})`;
}
