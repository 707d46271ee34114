import type { Saved } from "@/lib/domain/brand/view";
import { AppError } from "@/lib/domain/error";
import { mayManage } from "@/lib/domain/member/manage";
import { wantedCapacity } from "@/lib/domain/member/ramp";
import { helperKind } from "@/lib/domain/member/role";
import type { ChangeMember } from "@/lib/domain/member/schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { changedMeanwhile } from "@/lib/server/audit/changed-meanwhile";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { commit, type Tx } from "@/lib/server/commit";
import { type Emit, publish, toBrand, toMember } from "@/lib/server/event/publish";
import { passLiveOffers } from "@/lib/server/offer/pass-live-offers";
import { placesChanged } from "@/lib/server/presence/places-changed";
import { selfView } from "@/lib/server/presence/self-view";
import { endUnfitCoachings } from "@/lib/server/training/end-coachings";
import { findCoaches } from "@/lib/server/training/find-coaches";
import { applyCapacity } from "./apply-capacity";
import { climbRamp } from "./climb-ramp";
import { comeBack } from "./come-back";
import { keepAnAdmin } from "./keep-an-admin";
import { knowTopics } from "./know-topics";
import { fieldDifference, findFields, type MemberFields } from "./member-fields";

type Change = {
  member: MemberActor;
  memberId: string;
  input: ChangeMember;
  /** The journal's entry that this takes back. */
  undoes?: bigint;
  now: Date;
};

/**
 * Saves what a manager changed of a member: role, topics, capacity (his number in place of the rule's), languages, pause.
 * The same again changes nothing.
 *
 * NOT_FOUND in another brand and for who left; FORBIDDEN where an admin's place or role is touched by somebody who is
 * none, for pausing oneself, and for pausing or resuming the suspended; LAST_ADMIN; CAPACITY_BELOW_LOAD (`load`) while
 * he carries more than that; CHANGED_MEANWHILE.
 */
export async function changeMember({ member, memberId, input, undoes, now }: Change): Promise<Saved> {
  const { brandId } = member;
  const { saved, change } = await commit(async (tx, emit) => {
    const change = await save({ tx, emit, member, memberId, input, undoes, now });
    const { version } = await tx.member.findUniqueOrThrow({
      where: { id: memberId },
      select: { version: true },
    });
    if (change.after) {
      emit(
        toMember(memberId, "self.changed", await selfView({ tx, memberId, now })),
        // His desk is another one with another role.
        toMember(memberId, "sync", {}),
        toBrand(brandId, "board.changed", {}),
      );
    }
    return { saved: { version, auditId: change.auditId }, change };
  });
  if (!change.after) return saved;
  if (change.after.isPaused) {
    await passLiveOffers({ member: { id: memberId, brandId }, now });
    await publish([toMember(memberId, "sync", {})]);
  }
  if (change.after.role || change.after.isPaused === false) await findCoaches({ brandId, now });
  await placesChanged({ brandId, now });
  return saved;
}

async function save({ tx, emit, member, memberId, input, undoes, now }: Change & { tx: Tx; emit: Emit }) {
  const { brandId, id: actorId } = member;
  const { version, ...wanted } = input;
  const found = await findFields(tx, { id: memberId, brandId });
  if (!found) throw new AppError("NOT_FOUND");
  const difference = fieldDifference(found.fields, wanted);
  if (!difference && found.version === version) return { auditId: null, after: null };
  const after: Partial<MemberFields> = difference?.after ?? {};
  await refuseForbidden({ tx, member, memberId, found, after });

  const { role, capacity, languages, isPaused } = after;
  const atOnce = capacity === undefined ? undefined : wantedCapacity({ ...found.ramp, fixed: capacity });
  const isOtherKind = role !== undefined && helperKind(role) !== helperKind(found.fields.role);
  const { count } = await tx.member.updateMany({
    where: {
      id: memberId,
      brandId,
      version,
      status: found.status,
      ...(atOnce === undefined ? {} : { load: { lte: atOnce } }),
    },
    data: {
      role,
      capacityFixed: capacity,
      // Experts and staff climb by different facts: the ramp looks at them anew.
      ...(isOtherKind ? { stage: "new" } : {}),
      languages,
      ...(isPaused === undefined
        ? {}
        : {
            status: isPaused ? ("paused" as const) : (found.returnsTo ?? "active"),
            pausedFrom: null,
          }),
      version: { increment: 1 },
    },
  });
  if (count === 0) throw await refusal({ tx, brandId, memberId, version, atOnce });
  if (role) {
    await climbRamp({ tx, brandId, memberId, now });
    await endUnfitCoachings({ tx, emit, coach: { id: memberId, brandId, role }, now });
  }
  if (capacity !== undefined) await applyCapacity(tx, [memberId]);
  if (after.topicIds) await knowTopics({ tx, brandId, memberId, topicIds: after.topicIds });
  if (isPaused !== undefined) {
    const kind = isPaused ? "pause" : "resume";
    await tx.moderationAction.create({ data: { brandId, actorId, kind, memberId, actedAt: now } });
    if (!isPaused) await comeBack({ tx, emit, brandId, memberId, now });
  }
  const auditId = await recordAudit(tx, {
    brandId,
    actorId,
    action: "changed",
    subject: `member:${memberId}`,
    ...difference,
    undoes,
    at: now,
  });
  return { auditId, after };
}

/** What a version that is older, or a load that is higher, is told. */
async function refusal(args: {
  tx: Tx;
  brandId: string;
  memberId: string;
  version: number;
  atOnce: number | undefined;
}): Promise<AppError> {
  const { tx, brandId, memberId, version, atOnce } = args;
  const current = await findFields(tx, { id: memberId, brandId });
  if (!current) return new AppError("NOT_FOUND");
  return current.version === version && atOnce !== undefined && current.load > atOnce
    ? new AppError("CAPACITY_BELOW_LOAD", { load: current.load })
    : changedMeanwhile(tx, { brandId, subject: `member:${memberId}` });
}

async function refuseForbidden(args: {
  tx: Tx;
  member: MemberActor;
  memberId: string;
  found: { fields: MemberFields; status: string };
  after: Partial<MemberFields>;
}): Promise<void> {
  const { tx, member, memberId, found, after } = args;
  const { role: before } = found.fields;
  if (!mayManage(member.role, before)) throw new AppError("FORBIDDEN");
  if (after.role && !mayManage(member.role, after.role)) throw new AppError("FORBIDDEN");
  // A pause is another's decision, and a suspension is moderation's.
  if (after.isPaused !== undefined && (memberId === member.id || found.status === "suspended"))
    throw new AppError("FORBIDDEN");
  if (before === "admin" && after.role)
    await keepAnAdmin({ tx, brandId: member.brandId, memberId, actorId: member.id });
}
