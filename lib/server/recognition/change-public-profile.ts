import { slugOf } from "@/lib/domain/brand/slug";
import { AppError } from "@/lib/domain/error";
import { type ChangePublicProfile, profileSlug } from "@/lib/domain/recognition/public-profile-schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { commit, type Tx } from "@/lib/server/commit";

/**
 * A member decides whether everybody may see his page, and what it says of him. Its address is made from his name at the
 * first time and stays his. FORBIDDEN for staff, who have no such page; CHANGED_MEANWHILE for a version that is not the
 * newest.
 */
export async function changePublicProfile({
  member: { id: memberId, brandId, role, displayName },
  input: { version, ...change },
  now,
}: {
  member: MemberActor;
  input: ChangePublicProfile;
  now: Date;
}): Promise<void> {
  if (role !== "expert") throw new AppError("FORBIDDEN");
  await commit(async (tx) => {
    // Two of one name who begin at once would find the same address free.
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`profile:${brandId}`}, 0))::text`;
    const before = await tx.publicProfile.findUnique({ where: { memberId } });
    if ((before?.version ?? 0) !== version) throw new AppError("CHANGED_MEANWHILE", { name: displayName });
    const isFirst = change.isPublic === true && !before?.isPublic;
    const said = { ...change, version: version + 1, ...(isFirst ? { publishedAt: now } : {}) };
    if (before) await tx.publicProfile.update({ where: { memberId }, data: said });
    else {
      const slug = await freeSlug(tx, brandId, displayName);
      await tx.publicProfile.create({ data: { memberId, brandId, slug, ...said } });
    }
    const names = (["isPublic", "line", "place"] as const).filter(
      (name) =>
        change[name] !== undefined && change[name] !== (before?.[name] ?? (name === "isPublic" ? false : "")),
    );
    if (names.length === 0) return;
    await recordAudit(tx, {
      brandId,
      actorId: memberId,
      action: "described",
      subject: `member:${memberId}`,
      before: Object.fromEntries(names.map((name) => [name, before?.[name] ?? null])),
      after: Object.fromEntries(names.map((name) => [name, change[name] ?? null])),
      at: now,
    });
  });
}

async function freeSlug(tx: Tx, brandId: string, name: string): Promise<string> {
  const known = await tx.publicProfile.findMany({
    where: { brandId, slug: { startsWith: slugOf(name, 40) || "owner" } },
    select: { slug: true },
  });
  const slugs = new Set(known.map(({ slug }) => slug));
  return profileSlug(name, (slug) => !slugs.has(slug));
}
