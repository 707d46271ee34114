import { commit } from "@/lib/server/commit";
import { toBrand, toMember } from "@/lib/server/event/publish";
import { refreshAvailability } from "@/lib/server/presence/refresh-availability";

/**
 * Signs a person out on every device: all his sessions are over, his screens count as gone at once in every brand, and
 * each of them learns of it. Running chats are his until the grace of a lost helper is over.
 */
export async function endSessions({ userId, now }: { userId: string; now: Date }): Promise<void> {
  const brandIds = await commit(async (tx, emit) => {
    await tx.session.deleteMany({ where: { userId } });
    const members = await tx.member.findMany({ where: { userId }, select: { id: true, brandId: true } });
    await tx.lease.updateMany({
      where: { memberId: { in: members.map(({ id }) => id) }, expiresAt: { gt: now } },
      data: { expiresAt: now },
    });
    for (const { id, brandId } of members)
      emit(toMember(id, "sync", {}), toBrand(brandId, "board.changed", {}));
    return members.map(({ brandId }) => brandId);
  });
  for (const brandId of brandIds) await refreshAvailability({ brandId, now });
}
