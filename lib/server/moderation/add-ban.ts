import { AppError } from "@/lib/domain/error";
import type { BanHours } from "@/lib/domain/moderation/schema";
import { later } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/commit";
import { type Emit, toBrand, toVisitor } from "@/lib/server/event/publish";
import { endQuestions } from "./end-questions";

/**
 * Within `tx`: a visitor of the brand may not ask for so many hours; a ban that runs is replaced. What he has running
 * ends. Whom the brand has vouched for is banned in his other browsers too. Returns the action's id. NOT_FOUND for
 * visitors of other brands and those that were erased.
 */
export async function addBan({
  tx,
  emit,
  brandId,
  actorId,
  visitorId,
  chatId,
  hours,
  reason,
  now,
}: {
  tx: Tx;
  emit: Emit;
  brandId: string;
  actorId: string;
  visitorId: string;
  chatId?: string;
  hours: BanHours;
  reason?: string;
  now: Date;
}): Promise<string> {
  // Who asks at this moment holds the same lock: either he sees the ban, or his question is seen here.
  await tx.$queryRaw`SELECT id FROM visitors WHERE id = ${visitorId} FOR NO KEY UPDATE`;
  const visitor = await tx.visitor.findFirst({
    where: { id: visitorId, brandId, erasedAt: null },
    select: { externalId: true },
  });
  if (!visitor) throw new AppError("NOT_FOUND");
  const others = visitor.externalId
    ? await tx.visitor.findMany({
        where: { brandId, externalId: visitor.externalId, id: { not: visitorId } },
        select: { id: true },
      })
    : [];
  const visitorIds = [visitorId, ...others.map(({ id }) => id)];
  await tx.ban.updateMany({
    where: { brandId, visitorId: { in: visitorIds }, liftedAt: null, until: { gt: now } },
    data: { liftedAt: now },
  });
  const { id: banId } = await tx.ban.create({
    data: {
      brandId,
      visitorId,
      until: later(now, hours * 3_600),
      reason: reason ?? "",
      createdAt: now,
      createdById: actorId,
    },
    select: { id: true },
  });
  const { id } = await tx.moderationAction.create({
    data: { brandId, actorId, kind: "ban", visitorId, chatId, banId, reason, actedAt: now },
    select: { id: true },
  });
  await endQuestions({ tx, emit, brandId, visitorIds, now });
  emit(...visitorIds.map((each) => toVisitor(each, "sync", {})), toBrand(brandId, "board.changed", {}));
  return id;
}
