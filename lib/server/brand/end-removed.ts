import { commit } from "@/lib/server/commit";
import { db } from "@/lib/server/database";
import { log } from "@/lib/server/log";
import { bringBackSince } from "./list-closed-brands";

/**
 * Ends what was closed or removed more than 30 days ago: brands with everything in them, journals and files too; sites
 * lose key, secret and addresses, and stay as the place where conversations began. One brand's failure stops no other.
 */
export async function endRemoved({ now }: { now: Date }): Promise<void> {
  const before = bringBackSince(now);
  const brands = await db().brand.findMany({
    where: { deletedAt: { lte: before } },
    select: { id: true },
    orderBy: { deletedAt: "asc" },
  });
  for (const { id } of brands) {
    await endBrand(id, before).catch((error) =>
      log.error({ brandId: id, error: String(error) }, "a closed brand could not be ended"),
    );
  }
  await db().$executeRaw`
    UPDATE sites SET public_key = 'ended-' || id, secret = new_id() || new_id(), allowed_origins = '{}'
    WHERE deleted_at <= ${before} AND public_key <> 'ended-' || id`;
}

async function endBrand(brandId: string, before: Date): Promise<void> {
  await commit(async (tx) => {
    // Somebody may have brought it back a moment ago.
    const locked = await tx.$queryRaw<unknown[]>`
      SELECT id FROM brands WHERE id = ${brandId} AND deleted_at <= ${before} FOR UPDATE`;
    if (locked.length === 0) return;
    const [files, pictures] = await Promise.all([
      tx.attachment.findMany({ where: { chat: { brandId } }, select: { storageKey: true } }),
      tx.member.findMany({ where: { brandId, pictureKey: { not: null } }, select: { pictureKey: true } }),
    ]);
    // Journals are append only but for the end of the brand that the transaction names.
    await tx.$executeRaw`SELECT set_config('entraide.ended_brand', ${brandId}, true)`;
    await tx.audit.deleteMany({ where: { brandId } });
    await tx.routingEvent.deleteMany({ where: { brandId } });
    await tx.presenceEvent.deleteMany({ where: { brandId } });
    await tx.factRuling.deleteMany({ where: { brandId } });
    await tx.fact.deleteMany({ where: { brandId } });
    await tx.moderationAction.deleteMany({ where: { brandId } });
    await tx.brand.delete({ where: { id: brandId } });
    // In the same transaction, so that no file outlives its rows, nor a row its file.
    const keys = [
      ...files.map(({ storageKey }) => storageKey),
      ...pictures.map(({ pictureKey }) => pictureKey),
    ];
    if (keys.length > 0)
      await tx.$executeRaw`
        SELECT graphile_worker.add_job('remove-files', json_build_object('keys', ${keys}::text[]))`;
  });
}
