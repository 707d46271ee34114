import { z } from "zod";
import { later } from "@/lib/server/clock";
import { commit } from "@/lib/server/commit";

const keptSeconds = 24 * 3600;
const batch = 200;

const Found = z.array(z.object({ id: z.string() }));
const Deleted = z.array(z.object({ storageKey: z.string() }));

/** Deletes the uploads that no message has carried within a day, rows and files. One that is being sent now stays. */
export async function forgetUnsent({ now }: { now: Date }): Promise<void> {
  const before = later(now, -keptSeconds);
  for (;;) {
    const deleted = await commit(async (tx) => {
      // A message that is being written holds its attachment's row: that one is looked at tomorrow.
      const locked = await tx.$queryRaw`
        SELECT a.id FROM attachments a
        WHERE a.created_at <= ${before} AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.attachment_id = a.id)
        ORDER BY a.id LIMIT ${batch} FOR UPDATE OF a SKIP LOCKED`;
      const ids = Found.parse(locked).map(({ id }) => id);
      if (ids.length === 0) return 0;
      // Asked again with the rows held, since a message may have come between the look and the lock.
      const rows = await tx.$queryRaw`
        DELETE FROM attachments a
        WHERE a.id = ANY(${ids}) AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.attachment_id = a.id)
        RETURNING a.storage_key AS "storageKey"`;
      const keys = Deleted.parse(rows).map(({ storageKey }) => storageKey);
      // In the same transaction, so that no file outlives its row.
      await tx.$executeRaw`
        SELECT graphile_worker.add_job('remove-files', json_build_object('keys', ${keys}::text[]))`;
      return keys.length;
    });
    if (deleted < batch) return;
  }
}
