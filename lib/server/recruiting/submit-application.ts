import { plainAddress } from "@/lib/domain/account/address";
import { AppError } from "@/lib/domain/error";
import type { Apply } from "@/lib/domain/recruiting/application-schema";
import { campaignState } from "@/lib/domain/recruiting/campaign-schema";
import { commit, type Tx } from "@/lib/server/commit";
import { isUniqueViolation } from "@/lib/server/database";
import { env } from "@/lib/server/env";
import { invitationTokenHash } from "@/lib/server/invitation/invitation-token";
import { enqueueMail } from "@/lib/server/mail/enqueue-mail";
import type { Candidate } from "@/prisma/generated/client";
import { candidateUrl, newCandidateLink } from "./candidate-link";
import { findPublicBrand, type PublicBrand } from "./find-public-brand";

/**
 * Takes an application to a brand's community. By an invitation of his own somebody has applied with it; everybody else
 * gets a mail to confirm the address. The answer is the same whoever the address belongs to: who has applied already or has
 * a place reads so in his mail, and nowhere else.
 *
 * NOT_FOUND for a brand without public pages, unless by invitation; INVALID_INPUT for no address or foreign topics; of a personal invitation:
 * INVITATION_UNKNOWN (another brand's, too), INVITATION_USED, INVITATION_OVER. A campaign that is over only no longer counts.
 */
export async function submitApplication({
  brandSlug,
  input,
  now,
}: {
  brandSlug: string;
  input: Apply;
  now: Date;
}): Promise<{ confirmed: boolean }> {
  const brand = await findPublicBrand({ brandSlug, byMail: input.invitation !== undefined });
  if (!brand) throw new AppError("NOT_FOUND");
  const taken = commit(async (tx) => {
    const offered = { brandId: brand.id, id: { in: input.topicIds }, deletedAt: null };
    if ((await tx.topic.count({ where: offered })) < input.topicIds.length)
      throw new AppError("INVALID_INPUT", {
        field: "topicIds",
        problem: "topics of this brand are expected",
      });
    if (input.invitation !== undefined) {
      await applyByInvitation(tx, { brand, input, token: input.invitation, now });
      return { confirmed: true };
    }
    const email = plainAddress(input.email);
    if (!email)
      throw new AppError("INVALID_INPUT", { field: "email", problem: "one e-mail address is expected" });
    await mailNews(tx, { brand, input, email, now });
    return { confirmed: false };
  });
  return taken.catch((error: unknown) => {
    // Another application of this address was confirmed in this instant.
    throw isUniqueViolation(error, "candidates_applied_email") ? new AppError("INVITATION_USED") : error;
  });
}

/** What an application says, as it is stored. */
function said({ displayName, why, owns, languages, topicIds, links, language }: Apply, now: Date) {
  return { name: displayName, why, owns, languages, topicIds, links, language, consentAt: now };
}

async function applyByInvitation(
  tx: Tx,
  { brand, input, token, now }: { brand: PublicBrand; input: Apply; token: string; now: Date },
): Promise<void> {
  const invited = await lockInvited(tx, { brandId: brand.id, token, now });
  const waiting = await tx.candidate.findFirst({
    where: { brandId: brand.id, email: invited.email, stage: "applied" },
    select: { id: true },
  });
  // He has applied without his invitation meanwhile.
  if (waiting) throw new AppError("INVITATION_USED");
  const data = { ...said(input, now), stage: "applied", stageAt: now, version: { increment: 1 } };
  await tx.candidate.update({ where: { id: invited.id }, data });
  if (invited.campaignId)
    await tx.$executeRaw`
      UPDATE campaigns SET uses = uses + 1
      WHERE id = ${invited.campaignId} AND (most_uses IS NULL OR uses < most_uses)`;
}

/** The candidate of a personal invitation, held until the end of the transaction; refused unless it can still be used. */
export async function lockInvited(
  tx: Tx,
  { brandId, token, now }: { brandId: string; token: string; now: Date },
): Promise<Candidate> {
  const hash = invitationTokenHash(token);
  await tx.$queryRaw`SELECT id FROM candidates WHERE invite_hash = ${hash} FOR NO KEY UPDATE`;
  const invited = await tx.candidate.findFirst({ where: { brandId, inviteHash: hash } });
  if (!invited) throw new AppError("INVITATION_UNKNOWN");
  if (invited.stage === "applied" || invited.stage === "accepted") throw new AppError("INVITATION_USED");
  if (invited.stage !== "invited" || !invited.inviteUntil || invited.inviteUntil <= now)
    throw new AppError("INVITATION_OVER");
  return invited;
}

/** Writes to the address: to confirm it, or what is known of it already, which nobody else is told. */
async function mailNews(
  tx: Tx,
  { brand, input, email, now }: { brand: PublicBrand; input: Apply; email: string; now: Date },
): Promise<void> {
  const { id: brandId, slug, name } = brand;
  const mail = { tx, to: email, locale: input.language } as const;
  const place = await tx.member.findFirst({
    where: { brandId, status: { not: "left" }, user: { email } },
    select: { id: true },
  });
  if (place) {
    const url = new URL(`/${slug}/desk`, env().NEXTAUTH_URL).href;
    return enqueueMail({ ...mail, template: "application-known", data: { brand: name, url } });
  }
  const campaign = input.campaign
    ? await tx.campaign.findFirst({ where: { brandId, code: input.campaign } })
    : null;
  const isOpen = campaign !== null && campaignState(campaign, now) === "open";
  const link = newCandidateLink(now);
  await tx.candidate.create({
    data: {
      ...said(input, now),
      brandId,
      email,
      stage: "unconfirmed",
      source: isOpen ? (campaign.kind === "thanks" ? "thanks" : "link") : "application",
      campaignId: isOpen ? campaign.id : null,
      linkHash: link.hash,
      linkUntil: link.until,
      stageAt: now,
      createdAt: now,
    },
  });
  const url = candidateUrl(slug, "join/confirm", link.token);
  await enqueueMail({ ...mail, template: "application-confirm", data: { brand: name, email, url } });
}
