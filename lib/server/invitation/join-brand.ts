import { brandSettings } from "@/lib/domain/brand/schema";
import { AppError } from "@/lib/domain/error";
import type { AcceptInvitation } from "@/lib/domain/invitation/schema";
import { firstCapacity } from "@/lib/domain/member/manage";
import { type Stage, stageCapacity } from "@/lib/domain/member/ramp";
import { helperKind } from "@/lib/domain/member/role";
import type { Tx } from "@/lib/server/commit";
import { knowTopics } from "@/lib/server/member/know-topics";
import type { Invitation } from "@/prisma/generated/client";

/**
 * Gives a user the place that an invitation offers. Who left or was removed comes back as the same member, with his
 * thanks and badges; who has a place already keeps it as it is. INVITATION_OVER for the suspended. Answers the member, and
 * whether this gave him his place.
 */
export async function joinBrand({
  tx,
  invitation,
  userId,
  displayName,
  languages,
  now,
}: Pick<AcceptInvitation, "displayName" | "languages"> & {
  tx: Tx;
  /** What he is given. Who was invited by a manager answers at once; who applied is trained first, unless that is passed. */
  invitation: Pick<Invitation, "brandId" | "role" | "capacity" | "topicIds"> & {
    status?: "training" | "active";
  };
  userId: string;
  now: Date;
}): Promise<{ memberId: string; hasJoined: boolean }> {
  const { brandId, role, capacity, topicIds, status = "active" } = invitation;
  const known = await tx.member.findUnique({
    where: { brandId_userId: { brandId, userId } },
    select: { id: true, status: true, load: true, role: true, stage: true },
  });
  if (known?.status === "suspended") throw new AppError("INVITATION_OVER");
  if (known && known.status !== "left") return { memberId: known.id, hasJoined: false };
  const brand = await tx.brand.findUniqueOrThrow({ where: { id: brandId }, select: { settings: true } });
  const settings = brandSettings(brand.settings);
  // Who comes back as what he was goes on from where he stood.
  const stage: Stage = known && helperKind(known.role) === helperKind(role) ? known.stage : "new";
  const capacityRule = stageCapacity(stage, role, settings);
  // Only another number than the proposed one is somebody's choice.
  const capacityFixed = capacity === firstCapacity(settings, role) ? null : capacity;
  const place = {
    role,
    stage,
    capacityRule,
    capacityFixed,
    capacityWish: null,
    capacityTold: null,
    // A chat that is being taken off him just now still counts.
    capacity: Math.max(capacityFixed ?? capacityRule, known?.load ?? 0),
    displayName,
    languages,
    status,
    removedAt: null,
    isOpen: false,
    idleSince: now,
  };
  const { id } = known
    ? await tx.member.update({
        where: { id: known.id },
        data: { ...place, lapses: 0, awaySince: null, version: { increment: 1 } },
        select: { id: true },
      })
    : await tx.member.create({
        data: { ...place, brandId, userId, createdAt: now },
        select: { id: true },
      });
  // A topic that was given up meanwhile is simply not known.
  const offered = await tx.topic.findMany({
    where: { brandId, id: { in: topicIds }, deletedAt: null },
    select: { id: true },
  });
  await knowTopics({ tx, brandId, memberId: id, topicIds: offered.map((topic) => topic.id) });
  return { memberId: id, hasJoined: true };
}
