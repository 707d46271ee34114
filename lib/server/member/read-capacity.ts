import type { MemberActor } from "@/lib/server/account/actor";
import { commit } from "@/lib/server/commit";
import { toMember } from "@/lib/server/event/publish";
import { selfView } from "@/lib/server/presence/self-view";

/** The member has read how many chats he may take at once: it is no news any more, on any of his screens. */
export async function readCapacity({ member, now }: { member: MemberActor; now: Date }): Promise<void> {
  const { id: memberId } = member;
  await commit(async (tx, emit) => {
    const { count } = await tx.member.updateMany({
      where: { id: memberId, capacityTold: { not: null } },
      data: { capacityTold: null },
    });
    if (count > 0) emit(toMember(memberId, "self.changed", await selfView({ tx, memberId, now })));
  });
}
