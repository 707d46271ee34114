import { CampaignCode } from "@/lib/domain/recruiting/application-schema";
import { campaignState } from "@/lib/domain/recruiting/campaign-schema";
import type { JoinWay } from "@/lib/domain/recruiting/join-page";
import { db } from "@/lib/server/database";
import { invitationTokenHash } from "@/lib/server/invitation/invitation-token";

/**
 * What the address of a brand's public page carries: an invitation of one's own, the code of a campaign, or nothing. Codes
 * that lead nowhere are nothing. Looking changes nothing.
 */
export async function getJoinWay({
  brandId,
  invitation,
  via,
  now,
}: {
  brandId: string;
  invitation: unknown;
  via: unknown;
  now: Date;
}): Promise<JoinWay> {
  if (typeof invitation === "string" && invitation !== "") {
    const token = invitation.slice(0, 200);
    const found = await db().candidate.findFirst({
      where: { brandId, inviteHash: invitationTokenHash(token) },
      select: { stage: true, email: true, inviteUntil: true },
    });
    const isOpen = found?.stage === "invited" && found.inviteUntil !== null && found.inviteUntil > now;
    const isUsed = found?.stage === "applied" || found?.stage === "accepted";
    const state = !found ? "unknown" : isUsed ? "accepted" : isOpen ? "open" : "expired";
    return { kind: "invitation", state, email: isOpen ? found.email : null, token };
  }
  const typed = CampaignCode.safeParse(via);
  if (typed.success) {
    const campaign = await db().campaign.findFirst({ where: { brandId, code: typed.data } });
    if (campaign) {
      const { code, message, topicIds } = campaign;
      return { kind: "campaign", state: campaignState(campaign, now), code, message, topicIds };
    }
  }
  return { kind: "own" };
}
