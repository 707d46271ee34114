import { campaignState } from "@/lib/domain/recruiting/campaign-schema";
import type { Tx } from "@/lib/server/commit";
import { campaignUrl } from "./list-campaigns";

/** Where somebody whom an owner has just helped can offer to help others; null where the brand does not ask that. */
export async function findJoinUrl({
  tx,
  brandId,
  now,
}: {
  tx: Tx;
  brandId: string;
  now: Date;
}): Promise<string | null> {
  const campaign = await tx.campaign.findFirst({
    where: { brandId, kind: "thanks", endedAt: null, brand: { publishesCommunity: true, deletedAt: null } },
    include: { brand: { select: { slug: true } } },
  });
  if (!campaign || campaignState(campaign, now) !== "open") return null;
  return campaignUrl(campaign.brand.slug, campaign.code);
}
