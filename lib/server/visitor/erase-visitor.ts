import { randomBytes } from "node:crypto";
import { AppError } from "@/lib/domain/error";
import type { MemberActor, VisitorActor } from "@/lib/server/account/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { later } from "@/lib/server/clock";
import { commit, type Tx } from "@/lib/server/commit";
import { type Emit, toVisitor } from "@/lib/server/event/publish";
import { eraseTraces } from "./erase-traces";

/** A mail that was being sent in that moment has been written by then. */
const secondLookSeconds = 120;

/** Who wants it: the visitor himself, a member for him, or nobody, because he has not been seen for long enough. */
type Eraser = { visitor: VisitorActor } | { member: MemberActor } | { brandId: string };

/**
 * Erases a visitor with everything of him, in all his browsers. From the first transaction on his token is dead and
 * nothing more can be written in his name; the second takes what is there, and a job repeats it, so that neither a crash
 * nor a mail that was on its way leaves anything. What stays is a row without a person, so that counts, stars and kept
 * promises stay true. Erasing twice is done already. NOT_FOUND for a visitor of another brand.
 */
export async function eraseVisitor({
  visitorId,
  by,
  now,
}: {
  visitorId: string;
  by: Eraser;
  now: Date;
}): Promise<void> {
  const brandId = "member" in by ? by.member.brandId : "visitor" in by ? by.visitor.brandId : by.brandId;
  const actorId = "member" in by ? by.member.id : null;
  const reason = "member" in by ? "asked" : "visitor" in by ? "himself" : "retention";
  const { ids, addresses } = await commit(async (tx, emit) => {
    const visitors = await lockPerson({ tx, brandId, visitorId });
    for (const { id, erasedAt } of visitors) {
      if (erasedAt === null) await bury({ tx, emit, id, now });
      if (erasedAt === null)
        await recordAudit(tx, {
          brandId,
          actorId,
          action: "erased",
          subject: `visitor:${id}`,
          after: { reason },
          at: now,
        });
    }
    return {
      ids: visitors.map(({ id }) => id),
      addresses: visitors.flatMap(({ email }) => email ?? []),
    };
  });
  for (const id of ids) await eraseTraces({ visitorId: id, addresses, now });
}

type Row = { id: string; email: string | null; erasedAt: Date | null };

/** The visitor, and others for whom the brand vouched as the same person, held until the transaction ends. */
async function lockPerson({
  tx,
  brandId,
  visitorId,
}: {
  tx: Tx;
  brandId: string;
  visitorId: string;
}): Promise<Row[]> {
  let id = visitorId;
  for (;;) {
    await tx.$queryRaw`SELECT id FROM visitors WHERE id = ${id} AND brand_id = ${brandId} FOR UPDATE`;
    const visitor = await tx.visitor.findFirst({ where: { id, brandId } });
    if (!visitor) throw new AppError("NOT_FOUND");
    const { personId, externalId } = visitor;
    if (personId === null) {
      if (externalId === null) return [visitor];
      await tx.$queryRaw`
        SELECT id FROM visitors WHERE brand_id = ${brandId} AND external_id = ${externalId} ORDER BY id FOR UPDATE`;
      return tx.visitor.findMany({ where: { brandId, externalId, personId: null }, orderBy: { id: "asc" } });
    }
    id = personId;
  }
}

/** The person goes; his browsers' tokens open nothing any more. What he left is taken by a job at the latest. */
async function bury({ tx, emit, id, now }: { tx: Tx; emit: Emit; id: string; now: Date }): Promise<void> {
  const browsers = await tx.visitor.findMany({ where: { personId: id }, select: { id: true } });
  await tx.visitor.deleteMany({ where: { personId: id } });
  await tx.visitor.update({
    where: { id },
    data: {
      tokenHash: `erased-${randomBytes(16).toString("hex")}`,
      firstName: null,
      email: null,
      externalId: null,
      profile: {},
      context: {},
      consentAt: null,
      erasedAt: now,
    },
  });
  const payload = JSON.stringify({ visitorId: id });
  await tx.$executeRaw`
    SELECT graphile_worker.add_job('erase-traces', payload => ${payload}::json, job_key => ${`erase-${id}`},
      run_at => ${later(now, secondLookSeconds)})`;
  emit(...[id, ...browsers.map((browser) => browser.id)].map((each) => toVisitor(each, "sync", {})));
}
