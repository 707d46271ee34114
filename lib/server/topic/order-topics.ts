import { isSame } from "@/lib/domain/audit/differences";
import { AppError } from "@/lib/domain/error";
import type { MemberActor } from "@/lib/server/account/actor";
import { changedMeanwhile } from "@/lib/server/audit/changed-meanwhile";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { commit, type Tx } from "@/lib/server/commit";

type Row = { id: string; slug: string };

/** The brand's topics in their order, locked, so that two orders cannot mix. */
async function lockTopics(tx: Tx, brandId: string): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    SELECT id, slug FROM topics WHERE brand_id = ${brandId} AND deleted_at IS NULL
    ORDER BY position, id FOR NO KEY UPDATE`;
}

/**
 * Puts the brand's topics into a new order. `from` and `to` name them by `key`; `from` is the order that was seen:
 * CHANGED_MEANWHILE when it is another by now, INVALID_INPUT when `to` holds other topics than `from`.
 */
export async function orderTopics({
  member,
  key = "id",
  from,
  to,
  undoes,
  now,
}: {
  member: MemberActor;
  /** The journal names topics by their slug, which can be read. */
  key?: "id" | "slug";
  from: readonly string[];
  to: readonly string[];
  undoes?: bigint;
  now: Date;
}): Promise<{ auditId: string | null }> {
  const { brandId } = member;
  if (!isSame([...from].sort(), [...to].sort()))
    throw new AppError("INVALID_INPUT", { field: "to", problem: "other topics" });
  return commit(async (tx) => {
    const topics = await lockTopics(tx, brandId);
    const stored = topics.map((topic) => topic[key]);
    const subject = `brand:${brandId}` as const;
    if (!isSame(stored, [...from])) throw await changedMeanwhile(tx, { brandId, subject });
    if (isSame(stored, [...to])) return { auditId: null };
    for (const topic of topics)
      await tx.topic.update({ where: { id: topic.id }, data: { position: to.indexOf(topic[key]) } });
    const slugs = [...topics].sort((a, b) => to.indexOf(a[key]) - to.indexOf(b[key]));
    const auditId = await recordAudit(tx, {
      brandId,
      actorId: member.id,
      action: "ordered",
      subject,
      before: { topics: topics.map(({ slug }) => slug) },
      after: { topics: slugs.map(({ slug }) => slug) },
      undoes,
      at: now,
    });
    return { auditId };
  });
}
