import { AppError } from "@/lib/domain/error";
import { notificationsOf, storedNotifications } from "@/lib/domain/member/notifications";
import type { ChangeProfile } from "@/lib/domain/member/schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { changedMeanwhile } from "@/lib/server/audit/changed-meanwhile";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { commit } from "@/lib/server/commit";
import { toBrand, toMember } from "@/lib/server/event/publish";
import { placesChanged } from "@/lib/server/presence/places-changed";
import { selfView } from "@/lib/server/presence/self-view";
import { applyCapacity } from "./apply-capacity";

/**
 * Saves what a member says of himself: name, languages, whether he shows on the button, how many chats at once he wants at
 * most, which mails he wants. What others read of him goes into the journal. Returns the version to save on next.
 * CHANGED_MEANWHILE when somebody changed him since `input.version`.
 */
export async function changeProfile({
  member,
  input,
  now,
}: {
  member: MemberActor;
  input: ChangeProfile;
  now: Date;
}): Promise<{ version: number }> {
  const { id: memberId, brandId } = member;
  const { version, notifications, displayName, languages, showsOnButton, capacityWish } = input;
  await commit(async (tx, emit) => {
    const before = await tx.member.findUniqueOrThrow({ where: { id: memberId } });
    const choices = { ...notificationsOf(before.notifications), ...notifications };
    const { count } = await tx.member.updateMany({
      where: { id: memberId, version, status: { notIn: ["left", "suspended"] } },
      data: {
        displayName,
        languages,
        showsOnButton,
        capacityWish,
        notifications: storedNotifications(choices),
        version: { increment: 1 },
      },
    });
    if (count === 0) {
      if (before.status === "left" || before.status === "suspended") throw new AppError("NOT_FOUND");
      throw await changedMeanwhile(tx, { brandId, subject: `member:${memberId}` });
    }
    if (capacityWish !== undefined) {
      await applyCapacity(tx, [memberId]);
      // Whoever says how many he wants has read how many he may take.
      await tx.member.update({ where: { id: memberId }, data: { capacityTold: null } });
    }
    const shown = { displayName, languages, showsOnButton, capacityWish };
    const names = (["displayName", "languages", "showsOnButton", "capacityWish"] as const).filter(
      (name) => shown[name] !== undefined && `${shown[name]}` !== `${before[name]}`,
    );
    if (names.length > 0)
      await recordAudit(tx, {
        brandId,
        actorId: memberId,
        action: "described",
        subject: `member:${memberId}`,
        before: Object.fromEntries(names.map((name) => [name, before[name]])),
        after: Object.fromEntries(names.map((name) => [name, shown[name] ?? null])),
        at: now,
      });
    emit(
      toMember(memberId, "self.changed", await selfView({ tx, memberId, now })),
      toBrand(brandId, "board.changed", {}),
    );
  });
  // His initials may stand on the button, and his places count.
  await placesChanged({ brandId, now });
  return { version: version + 1 };
}
