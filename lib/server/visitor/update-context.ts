import { StoredContext, type VisitorContext } from "@/lib/domain/visitor/schema";
import type { VisitorActor } from "@/lib/server/account/actor";
import { commit } from "@/lib/server/commit";
import { toMember } from "@/lib/server/event/publish";
import { recordVisit } from "./record-visit";

const keptPages = 20;

/** What the host page says of the moment replaces what it said before; pages make a trail of the last 20. */
export async function updateContext({
  visitor,
  context,
  now,
}: {
  visitor: VisitorActor;
  context: VisitorContext;
  now: Date;
}): Promise<void> {
  const { id, brandId, siteId } = visitor;
  await commit(async (tx, emit) => {
    await tx.$queryRaw`SELECT id FROM visitors WHERE id = ${id} FOR NO KEY UPDATE`;
    const before = await tx.visitor.findUniqueOrThrow({ where: { id }, select: { context: true } });
    const { trail, ...said } = StoredContext.parse(before.context);
    const { page } = context;
    const isNew = page !== undefined && trail[0]?.url !== page.url;
    const pages = isNew ? [{ ...page, at: now.toISOString() }, ...trail].slice(0, keptPages) : trail;
    await tx.visitor.update({
      where: { id },
      data: { context: { ...said, ...context, trail: pages }, lastSeenAt: now },
    });
    if (page) await recordVisit({ tx, visitorId: id, brandId, siteId, page, now });
    // Whoever talks with him as staff sees the cart change.
    const carriers = await tx.segment.findMany({
      where: { state: "open", chat: { visitorId: id }, member: { role: { not: "expert" } } },
      select: { memberId: true },
    });
    emit(...carriers.map(({ memberId }) => toMember(memberId, "sync", {})));
  });
}
