import { z } from "zod";
import { mostAddresses } from "@/lib/domain/invitation/schema";
import { TopicIds } from "@/lib/domain/member/schema";
import { Id, Instant, Locale, words } from "@/lib/domain/schema";

/** A link for whoever reads it, mails to a list, or the question to a visitor who has just thanked somebody. */
export const campaignKinds = ["link", "mail", "thanks"] as const;
export type CampaignKind = (typeof campaignKinds)[number];

export const campaignStates = ["open", "full", "expired", "ended"] as const;
export type CampaignState = (typeof campaignStates)[number];

/** What a campaign has come to by `now`. */
export function campaignState(
  campaign: { endedAt: Date | null; expiresAt: Date | null; mostUses: number | null; uses: number },
  now: Date,
): CampaignState {
  if (campaign.endedAt) return "ended";
  if (campaign.expiresAt && campaign.expiresAt <= now) return "expired";
  return campaign.mostUses !== null && campaign.uses >= campaign.mostUses ? "full" : "open";
}

/** What a manager says of a new campaign. Addresses are as they were typed, of a mail alone; each is judged by itself. */
export const CreateCampaign = z.strictObject({
  kind: z.enum(campaignKinds),
  name: words(80).pipe(z.string().min(1)),
  message: words(1_000).optional(),
  topicIds: TopicIds,
  mostUses: z.int().min(1).max(100_000).nullable(),
  expiresAt: Instant.nullable(),
  addresses: z.array(z.string().max(320)).max(mostAddresses),
  /** Of the mails. */
  language: Locale,
});
export type CreateCampaign = z.infer<typeof CreateCampaign>;

/** A campaign as managers see it. `url` is what a link's readers follow; null for the others. */
export const CampaignView = z.strictObject({
  id: Id,
  kind: z.enum(campaignKinds),
  name: z.string(),
  state: z.enum(campaignStates),
  url: z.string().nullable(),
  uses: z.int(),
  mostUses: z.int().nullable(),
  invited: z.int(),
  expiresAt: Instant.nullable(),
  createdAt: Instant,
  createdBy: z.string(),
});
export type CampaignView = z.infer<typeof CampaignView>;

/** What became of each address of a mail. */
export const CampaignMade = z.strictObject({
  id: Id,
  invited: z.array(z.string()),
  refused: z.array(
    z.strictObject({
      typed: z.string(),
      reason: z.enum(["address", "member", "suspended", "applied", "declined"]),
    }),
  ),
});
export type CampaignMade = z.infer<typeof CampaignMade>;
