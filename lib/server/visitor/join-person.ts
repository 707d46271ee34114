import type { Tx } from "@/lib/server/commit";
import { type Emit, toMember, toVisitor } from "@/lib/server/event/publish";

/** A question in these states is on its way; a visitor has one at most. */
const running = ["asked", "offering", "calling", "matched"] as const;

/**
 * All browsers for which the brand vouched as the same person become that person's one visitor: the one whose question
 * runs, else the oldest. What the others asked, rated and were told becomes his, and their tokens act for him. A browser
 * with a running question of its own joins later, when it is asked again. The caller holds the person's lock.
 */
export async function joinPerson({
  tx,
  emit,
  brandId,
  externalId,
}: {
  tx: Tx;
  emit: Emit;
  brandId: string;
  externalId: string;
}): Promise<void> {
  const same = { brandId, externalId, personId: null, erasedAt: null };
  if ((await tx.visitor.count({ where: same })) < 2) return;
  await tx.$queryRaw`
    SELECT id FROM visitors WHERE brand_id = ${brandId} AND external_id = ${externalId} ORDER BY id FOR UPDATE`;
  const visitors = await tx.visitor.findMany({
    where: same,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, firstName: true, questions: { where: { state: { in: [...running] } }, take: 1 } },
  });
  const person = visitors.find(({ questions }) => questions.length > 0) ?? visitors[0];
  if (!person) return;
  const joining = visitors.filter(({ id, questions }) => id !== person.id && questions.length === 0);
  for (const { id } of joining) await move({ tx, from: id, to: person.id });
  const firstName = person.firstName ?? joining.find((each) => each.firstName)?.firstName;
  if (firstName) await tx.visitor.update({ where: { id: person.id }, data: { firstName } });
  const carriers = await tx.segment.findMany({
    where: { state: "open", chat: { visitorId: person.id } },
    select: { memberId: true },
  });
  emit(
    ...[person, ...joining].map(({ id }) => toVisitor(id, "sync", {})),
    ...carriers.map(({ memberId }) => toMember(memberId, "sync", {})),
  );
}

/** Hands everything of one visitor to another; what is left of the first is a browser's token. */
async function move({ tx, from, to }: { tx: Tx; from: string; to: string }): Promise<void> {
  // Client ids are each browser's own choice: two may have chosen the same.
  await tx.$executeRaw`
    UPDATE questions q SET visitor_id = ${to}, client_id = CASE WHEN EXISTS (
        SELECT 1 FROM questions o WHERE o.visitor_id = ${to} AND o.client_id = q.client_id)
      THEN new_id() ELSE client_id END
    WHERE visitor_id = ${from}`;
  const where = { visitorId: from };
  const data = { visitorId: to };
  await tx.chat.updateMany({ where, data });
  await tx.rating.updateMany({ where, data });
  await tx.thanks.updateMany({ where, data });
  await tx.thanksReturn.updateMany({ where, data });
  await tx.ban.updateMany({ where, data });
  await tx.visit.updateMany({ where, data });
  await tx.flag.updateMany({ where, data });
  await tx.flag.updateMany({ where: { reporterId: from }, data: { reporterId: to } });
  await tx.moderationAction.updateMany({ where, data });
  await tx.visitor.updateMany({ where: { personId: from }, data: { personId: to } });
  await tx.visitor.update({
    where: { id: from },
    data: { personId: to, externalId: null, email: null, firstName: null, profile: {}, context: {} },
  });
}
