import { commit } from "@/lib/server/commit";
import { toMember } from "@/lib/server/event/publish";
import { earnBadges } from "./earn-badges";

/** Awards a member what his facts have earned and he has not got yet, and tells his screens. Safe to repeat. */
export async function awardBadges({ memberId, now }: { memberId: string; now: Date }): Promise<void> {
  await commit(async (tx, emit) => {
    const member = await tx.member.findUnique({ where: { id: memberId }, select: { brandId: true } });
    if (!member) return;
    const awards = await earnBadges({ tx, memberId, brandId: member.brandId, now });
    emit(...awards.map((award) => toMember(memberId, "badge.awarded", award)));
  });
}
