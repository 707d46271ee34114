import { AppError } from "@/lib/domain/error";
import type { MemberActor } from "@/lib/server/account/actor";
import { commit } from "@/lib/server/commit";
import { toBrand, toMember } from "@/lib/server/event/publish";
import { selfView } from "@/lib/server/presence/self-view";

/**
 * Turns an active member into a paused one or back, and writes down who did so and why. Returns whether it changed
 * anything: he may be so already. NOT_FOUND for other brands and for whoever is neither; FORBIDDEN on oneself, since a
 * pause is another's decision.
 */
export async function setStatus({
  member,
  memberId,
  to,
  reason,
  now,
}: {
  member: MemberActor;
  memberId: string;
  to: "active" | "paused";
  reason?: string;
  now: Date;
}): Promise<{ hasChanged: boolean }> {
  const { id: actorId, brandId } = member;
  if (memberId === actorId) throw new AppError("FORBIDDEN");
  return commit(async (tx, emit) => {
    const { count } = await tx.member.updateMany({
      where: { id: memberId, brandId, status: to === "paused" ? "active" : "paused" },
      data: { status: to },
    });
    if (count === 0) {
      const isSoAlready = (await tx.member.count({ where: { id: memberId, brandId, status: to } })) > 0;
      if (!isSoAlready) throw new AppError("NOT_FOUND");
      return { hasChanged: false };
    }
    const kind = to === "paused" ? "pause" : "resume";
    await tx.moderationAction.create({ data: { brandId, actorId, kind, memberId, reason, actedAt: now } });
    emit(
      toMember(memberId, "self.changed", await selfView({ tx, memberId, now })),
      toBrand(brandId, "board.changed", {}),
    );
    return { hasChanged: true };
  });
}
