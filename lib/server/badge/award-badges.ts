import { commit } from "@/lib/server/commit";
import { toMember } from "@/lib/server/event/publish";
import { earnBadges } from "./earn-badges";

/** Brings a member's awards in line with his facts and tells his screens. Safe to repeat. */
export async function awardBadges({ memberId }: { memberId: string }): Promise<void> {
  await commit(async (tx, emit) => {
    const member = await tx.member.findUnique({ where: { id: memberId }, select: { brandId: true } });
    if (!member) return;
    const { awards, hasLost } = await earnBadges({ tx, memberId, brandId: member.brandId });
    emit(...awards.map((award) => toMember(memberId, "badge.awarded", award)));
    if (hasLost) emit(toMember(memberId, "sync", {}));
  });
}
