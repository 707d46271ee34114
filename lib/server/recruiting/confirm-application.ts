import { AppError } from "@/lib/domain/error";
import { commit, type Tx } from "@/lib/server/commit";
import { isUniqueViolation } from "@/lib/server/database";
import { invitationTokenHash } from "@/lib/server/invitation/invitation-token";
import type { Candidate } from "@/prisma/generated/client";

/**
 * The link in an application's mail was pressed: its address is the applicant's own, and managers see it from now on. What
 * the same address sent before and nobody has decided yet gives way: the newest words hold. Pressed again it says the same.
 *
 * APPLICATION_LINK_UNKNOWN, APPLICATION_LINK_OVER.
 */
export async function confirmApplication(link: { token: string; now: Date }): Promise<void> {
  await confirm(link).catch((error: unknown) => {
    // Another application of this address was confirmed in this instant: now there is one to be replaced.
    if (isUniqueViolation(error, "candidates_applied_email")) return confirm(link);
    throw error;
  });
}

async function confirm({ token, now }: { token: string; now: Date }): Promise<void> {
  const hash = invitationTokenHash(token);
  await commit(async (tx) => {
    await tx.$queryRaw`SELECT id FROM candidates WHERE link_hash = ${hash} FOR NO KEY UPDATE`;
    const candidate = await tx.candidate.findUnique({
      where: { linkHash: hash },
      include: { brand: { select: { deletedAt: true } } },
    });
    if (!candidate) throw new AppError("APPLICATION_LINK_UNKNOWN");
    if (candidate.stage !== "unconfirmed") return;
    if (candidate.brand.deletedAt || !candidate.linkUntil || candidate.linkUntil <= now)
      throw new AppError("APPLICATION_LINK_OVER");
    const campaignId = await countUse(tx, candidate.campaignId);
    const source = campaignId === null ? "application" : candidate.source;
    const { id, brandId, email } = candidate;
    // Its row waits for a transaction that confirms another application of this address.
    const [before] = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM candidates WHERE brand_id = ${brandId} AND email = ${email} AND stage = 'applied'
      FOR NO KEY UPDATE`;
    if (before) await replace(tx, { before: before.id, candidate, now });
    else
      await tx.candidate.update({
        where: { id },
        data: { stage: "applied", stageAt: now, campaignId, source, version: { increment: 1 } },
      });
  });
}

/** Counts an application for its campaign; null where there is none, or it is full meanwhile. */
async function countUse(tx: Tx, campaignId: string | null): Promise<string | null> {
  if (campaignId === null) return null;
  const counted = await tx.$executeRaw`
    UPDATE campaigns SET uses = uses + 1
    WHERE id = ${campaignId} AND (most_uses IS NULL OR uses < most_uses)`;
  return counted === 1 ? campaignId : null;
}

async function replace(
  tx: Tx,
  { before, candidate, now }: { before: string; candidate: Candidate; now: Date },
): Promise<void> {
  const { id, name, why, owns, links, languages, topicIds, language, consentAt, linkHash, linkUntil } =
    candidate;
  await tx.candidate.delete({ where: { id } });
  await tx.candidate.update({
    where: { id: before },
    data: {
      ...{ name, why, owns, links, languages, topicIds, language, consentAt, linkHash, linkUntil },
      stageAt: now,
      version: { increment: 1 },
    },
  });
}
