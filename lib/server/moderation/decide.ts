import { AppError } from "@/lib/domain/error";
import type { Decide, Decision } from "@/lib/domain/moderation/schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { commit, type Tx } from "@/lib/server/commit";
import { type Emit, toBrand } from "@/lib/server/event/publish";
import { upholdFlags } from "@/lib/server/fact/uphold-flags";
import { placesChanged } from "@/lib/server/presence/places-changed";
import { Prisma } from "@/prisma/generated/client";
import { addBan } from "./add-ban";
import { changeHidden } from "./change-hidden";
import { changeStatus } from "./change-status";
import { followStatus } from "./follow-status";

const outcomes: Record<Decision["kind"], string> = {
  hide: "hidden",
  restore: "restored",
  dismiss: "dismissed",
  ban: "banned",
  pause: "paused",
  suspend: "suspended",
};

type Subject = {
  chatId: string;
  messageId: string | null;
  memberId: string | null;
  visitorId: string | null;
};
type Step = {
  tx: Tx;
  emit: Emit;
  member: MemberActor;
  subject: Subject;
  decision: Decision;
  reason: string | undefined;
  now: Date;
};

/**
 * Settles the reports that a manager has seen, all on one message or one person, by doing something or nothing about
 * it. Returns the action, by which it can be taken back. REPORT_SETTLED (`name`, `outcome`) when somebody else was
 * first; INVALID_INPUT for reports on several subjects, and for what cannot be done to this one; NOT_FOUND elsewhere.
 */
export async function decide({
  member,
  input,
  now,
}: {
  member: MemberActor;
  input: Decide;
  now: Date;
}): Promise<{ actionId: string }> {
  const { brandId, id: resolvedById } = member;
  const { flagIds, decision } = input;
  const reason = input.reason || undefined;
  const { actionId, subject } = await commit(async (tx, emit) => {
    const subject = await lockSubject({ tx, brandId, flagIds });
    const actionId = await act({ tx, emit, member, subject, decision, reason, now });
    await tx.flag.updateMany({
      where: { id: { in: flagIds } },
      data: { resolvedAt: now, resolvedById, outcome: outcomes[decision.kind], actionId },
    });
    const isUpheld = decision.kind !== "dismiss" && decision.kind !== "restore";
    if (isUpheld) {
      const by = { moderatorId: resolvedById, sourceId: actionId };
      await upholdFlags({ tx, brandId, flagIds, isUpheld, ...by, now });
    }
    emit(toBrand(brandId, "board.changed", {}));
    return { actionId, subject };
  });
  if (decision.kind === "ban") await placesChanged({ brandId, now });
  if ((decision.kind === "pause" || decision.kind === "suspend") && subject.memberId)
    await followStatus({ brandId, memberId: subject.memberId, kind: decision.kind, now });
  return { actionId };
}

/** What the reports are about, held until the end of the transaction. */
async function lockSubject({
  tx,
  brandId,
  flagIds,
}: {
  tx: Tx;
  brandId: string;
  flagIds: readonly string[];
}): Promise<Subject> {
  await tx.$queryRaw`SELECT id FROM flags WHERE id IN (${Prisma.join([...flagIds])}) ORDER BY id FOR NO KEY UPDATE`;
  const flags = await tx.flag.findMany({ where: { id: { in: [...flagIds] }, brandId } });
  const [first] = flags;
  if (!first || flags.length !== new Set(flagIds).size) throw new AppError("NOT_FOUND");
  const settled = flags.find((flag) => flag.resolvedAt !== null);
  if (settled) {
    const by = settled.resolvedById
      ? await tx.member.findUnique({ where: { id: settled.resolvedById }, select: { displayName: true } })
      : null;
    throw new AppError("REPORT_SETTLED", { name: by?.displayName ?? "", outcome: settled.outcome ?? "" });
  }
  const { chatId, messageId, memberId, visitorId } = first;
  const isSame = flags.every(
    (flag) => flag.messageId === messageId && flag.memberId === memberId && flag.visitorId === visitorId,
  );
  if (!isSame) throw new AppError("INVALID_INPUT", { field: "flagIds", problem: "several subjects" });
  return { chatId, messageId, memberId, visitorId };
}

/** Does what was decided and returns its entry in the log. */
async function act({ tx, emit, member, subject, decision, reason, now }: Step): Promise<string> {
  const { brandId, id: actorId } = member;
  const { chatId, messageId, memberId, visitorId } = subject;
  const { kind } = decision;
  const write = async (action: string) =>
    (
      await tx.moderationAction.create({
        data: { brandId, actorId, kind: action, ...subject, reason, actedAt: now },
        select: { id: true },
      })
    ).id;
  if (kind === "dismiss") return write("dismiss");
  if ((kind === "hide" || kind === "restore") && messageId) {
    const isHidden = kind === "hide";
    const changed = await changeHidden({ tx, emit, brandId, actorId, messageId, isHidden, reason, now });
    // Hidden by the number of reports already: the decision is written down all the same. What was never hidden is kept.
    return changed ?? write(isHidden ? "hide" : "dismiss");
  }
  const done =
    kind === "ban" && visitorId
      ? await addBan({ tx, emit, brandId, actorId, visitorId, chatId, hours: decision.hours, reason, now })
      : (kind === "pause" || kind === "suspend") && memberId
        ? ((await changeStatus({ tx, emit, member, memberId, kind, reason, now })) ?? (await write(kind)))
        : null;
  if (!done) throw new AppError("INVALID_INPUT", { field: "decision", problem: "not for this subject" });
  // Who loses his place for his words does not leave them standing.
  if (messageId && kind !== "pause")
    await changeHidden({ tx, emit, brandId, actorId, messageId, isHidden: true, reason, now });
  return done;
}
