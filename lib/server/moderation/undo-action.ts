import { AppError } from "@/lib/domain/error";
import type { MemberActor } from "@/lib/server/account/actor";
import { commit, type Tx } from "@/lib/server/commit";
import { type Emit, toBrand } from "@/lib/server/event/publish";
import { upholdFlags } from "@/lib/server/fact/uphold-flags";
import type { ModerationAction } from "@/prisma/generated/client";
import { changeHidden } from "./change-hidden";
import { changeStatus, type StatusKind } from "./change-status";
import { endBan } from "./end-ban";
import { followStatus } from "./follow-status";

const opposite: Record<string, StatusKind> = { pause: "resume", suspend: "reinstate" };

type Step = {
  tx: Tx;
  emit: Emit;
  member: MemberActor;
  action: ModerationAction;
  now: Date;
};

/**
 * Takes back what a moderator did: a hidden message shows again, a ban is lifted, a member has his place back, and the
 * reports that it settled are open again. Taking back twice is done once. NOT_FOUND for another brand's actions and for
 * those that took something back themselves.
 */
export async function undoAction({
  member,
  actionId,
  now,
}: {
  member: MemberActor;
  actionId: string;
  now: Date;
}): Promise<void> {
  const { brandId } = member;
  const changed = await commit(async (tx, emit) => {
    await tx.$queryRaw`SELECT id FROM moderation_actions WHERE id = ${actionId} AND brand_id = ${brandId} FOR NO KEY UPDATE`;
    const action = await tx.moderationAction.findFirst({ where: { id: actionId, brandId } });
    if (!action || action.undoes !== null) throw new AppError("NOT_FOUND");
    if ((await tx.moderationAction.count({ where: { undoes: actionId } })) > 0) return null;
    const done = await takeBack({ tx, emit, member, action, now });
    if (!done) {
      const { chatId, messageId, memberId, visitorId } = action;
      const about = { chatId, messageId, memberId, visitorId };
      await tx.moderationAction.create({
        data: { brandId, actorId: member.id, kind: "reopen", ...about, undoes: actionId, actedAt: now },
      });
    }
    const settled = await tx.flag.findMany({ where: { actionId }, select: { id: true } });
    const flagIds = settled.map(({ id }) => id);
    const by = { moderatorId: member.id, sourceId: actionId };
    await upholdFlags({ tx, brandId, flagIds, isUpheld: false, ...by, now });
    await tx.flag.updateMany({
      where: { actionId },
      data: { resolvedAt: null, resolvedById: null, outcome: null, actionId: null },
    });
    emit(toBrand(brandId, "board.changed", {}));
    return done ? action : null;
  });
  const kind = changed ? opposite[changed.kind] : undefined;
  if (changed?.memberId && kind) await followStatus({ brandId, memberId: changed.memberId, kind, now });
}

/** Whether there was anything to take back but the settling of reports. */
async function takeBack({ tx, emit, member, action, now }: Step): Promise<boolean> {
  const { brandId, id: actorId } = member;
  const { id: undoes, kind, messageId, memberId, visitorId } = action;
  if (kind === "dismiss") return false;
  if ((kind === "hide" || kind === "restore") && messageId) {
    if (kind === "hide" && (await wasHiddenBefore(tx, action))) return false;
    const isHidden = kind === "restore";
    return (await changeHidden({ tx, emit, brandId, actorId, messageId, isHidden, undoes, now })) !== null;
  }
  if (kind === "ban" && visitorId)
    return (await endBan({ tx, emit, member, visitorId, undoes, now })) !== null;
  const back = opposite[kind];
  if (back && memberId)
    return (await changeStatus({ tx, emit, member, memberId, kind: back, undoes, now })) !== null;
  throw new AppError("NOT_FOUND");
}

/** A manager's word on a message that the number of its reports had hidden leaves it as hidden as it was. */
async function wasHiddenBefore(tx: Tx, { id, messageId, actedAt }: ModerationAction): Promise<boolean> {
  const before = await tx.moderationAction.findFirst({
    where: { id: { not: id }, messageId, actedAt: { lte: actedAt }, kind: { in: ["hide", "restore"] } },
    orderBy: { actedAt: "desc" },
    select: { kind: true },
  });
  return before?.kind === "hide";
}
