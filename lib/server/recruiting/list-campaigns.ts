import { AppError } from "@/lib/domain/error";
import { type CampaignKind, type CampaignView, campaignState } from "@/lib/domain/recruiting/campaign-schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { db, isUniqueViolation } from "@/lib/server/database";
import { env } from "@/lib/server/env";

const mostRows = 100;

/** The address of a campaign's link: the public page, which counts by the code who came by it. */
export function campaignUrl(brandSlug: string, code: string): string {
  return new URL(`/community/${brandSlug}/join?via=${code}`, env().NEXTAUTH_URL).href;
}

/** A brand's newest campaigns, 100 at most, and what came of them. */
export async function listCampaigns({
  member: { brandId, brandSlug },
  now,
}: {
  member: MemberActor;
  now: Date;
}): Promise<CampaignView[]> {
  const rows = await db().campaign.findMany({
    where: { brandId },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: mostRows,
    include: { _count: { select: { candidates: { where: { inviteHash: { not: null } } } } } },
  });
  const makers = await db().member.findMany({
    where: { brandId, id: { in: rows.map(({ createdById }) => createdById) } },
    select: { id: true, displayName: true },
  });
  const nameOf = new Map(makers.map(({ id, displayName }) => [id, displayName]));
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as CampaignKind,
    name: row.name,
    state: campaignState(row, now),
    url: row.kind === "link" ? campaignUrl(brandSlug, row.code) : null,
    uses: row.uses,
    mostUses: row.mostUses,
    invited: row._count.candidates,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    createdBy: nameOf.get(row.createdById) ?? "",
  }));
}

/**
 * Ends a campaign, or opens it again: its link then counts no more, or again. Invitations that were mailed keep working.
 * NOT_FOUND, NAME_TAKEN where another question after thanks is open meanwhile.
 */
export async function setCampaignEnded({
  member: { brandId },
  campaignId,
  isEnded,
  now,
}: {
  member: MemberActor;
  campaignId: string;
  isEnded: boolean;
  now: Date;
}): Promise<void> {
  const ending = db().campaign.updateMany({
    where: { id: campaignId, brandId },
    data: { endedAt: isEnded ? now : null },
  });
  const { count } = await ending.catch((error: unknown) => {
    throw isUniqueViolation(error, "campaigns_one_thanks") ? new AppError("NAME_TAKEN") : error;
  });
  if (count === 0) throw new AppError("NOT_FOUND");
}
