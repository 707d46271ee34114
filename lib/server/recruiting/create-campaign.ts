import { randomBytes } from "node:crypto";
import { plainAddress } from "@/lib/domain/account/address";
import { AppError } from "@/lib/domain/error";
import type { CampaignMade, CreateCampaign } from "@/lib/domain/recruiting/campaign-schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { commit, type Tx } from "@/lib/server/commit";
import { isUniqueViolation } from "@/lib/server/database";
import { mailCandidate } from "./invite-candidate";

/**
 * Opens a way in: a link, mails to a list, or the question to visitors who have just thanked somebody, of which there is one
 * at a time. Each address of a mail is judged by itself; who was found before is invited as the same candidate.
 *
 * INVALID_INPUT for foreign topics, an end that is over, or a mail without addresses; NAME_TAKEN for a second question after
 * thanks.
 */
export async function createCampaign({
  member,
  input,
  now,
}: {
  member: MemberActor;
  input: CreateCampaign;
  now: Date;
}): Promise<CampaignMade> {
  const { brandId } = member;
  const { addresses, language, message, expiresAt, ...terms } = input;
  const until = expiresAt === null ? null : new Date(expiresAt);
  if (until && until <= now)
    throw new AppError("INVALID_INPUT", { field: "expiresAt", problem: "a moment to come is expected" });
  if ((terms.kind === "mail") !== addresses.length > 0)
    throw new AppError("INVALID_INPUT", { field: "addresses", problem: "addresses belong to a mail" });
  const made = commit(async (tx) => {
    const offered = { brandId, id: { in: terms.topicIds }, deletedAt: null };
    if ((await tx.topic.count({ where: offered })) < terms.topicIds.length)
      throw new AppError("INVALID_INPUT", {
        field: "topicIds",
        problem: "topics of this brand are expected",
      });
    const { id } = await tx.campaign.create({
      data: {
        ...terms,
        brandId,
        message: message || null,
        code: randomBytes(12).toString("base64url"),
        expiresAt: until,
        createdById: member.id,
        createdAt: now,
      },
      select: { id: true },
    });
    const result: CampaignMade = { id, invited: [], refused: [] };
    const typed = new Map(addresses.map((text) => [plainAddress(text) ?? `?${text}`, text]));
    // In one order, so that two who invite the same people wait for each other instead of dead-locking.
    for (const [email, text] of [...typed].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const reason = email.startsWith("?") ? ("address" as const) : await taken(tx, brandId, email);
      if (reason) {
        result.refused.push({ typed: text, reason });
        continue;
      }
      const { topicIds } = terms;
      const candidate = await lookFor(tx, { brandId, email, language, topicIds, campaignId: id, now });
      await mailCandidate({ tx, member, candidate: { id: candidate, email, language }, message, now });
      result.invited.push(email);
    }
    return result;
  });
  return made.catch((error: unknown) => {
    throw isUniqueViolation(error, "campaigns_one_thanks") ? new AppError("NAME_TAKEN") : error;
  });
}

/** Why this address is not invited, or null. */
async function taken(tx: Tx, brandId: string, email: string) {
  const member = await tx.member.findFirst({
    where: { brandId, status: { not: "left" }, user: { email } },
    select: { status: true },
  });
  if (member) return member.status === "suspended" ? ("suspended" as const) : ("member" as const);
  const known = await tx.candidate.findFirst({
    where: { brandId, email, stage: { in: ["applied", "declined"] } },
    select: { stage: true },
    orderBy: { stage: "asc" },
  });
  return known ? (known.stage as "applied" | "declined") : null;
}

/** The candidate of an address among those who were found or invited, made where there is none. */
async function lookFor(
  tx: Tx,
  {
    brandId,
    email,
    language,
    topicIds,
    campaignId,
    now,
  }: { brandId: string; email: string; language: string; topicIds: string[]; campaignId: string; now: Date },
): Promise<string> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO candidates (brand_id, stage, source, name, email, language, languages, topic_ids, links,
      campaign_id, stage_at, created_at)
    VALUES (${brandId}, 'found', 'mail', ${nameOf(email)}, ${email}, ${language}, '{}', ${topicIds}, '{}',
      ${campaignId}, ${now}, ${now})
    ON CONFLICT (brand_id, email) WHERE stage IN ('found', 'invited')
      DO UPDATE SET campaign_id = excluded.campaign_id
    RETURNING id`;
  if (!row) throw new AppError("CHANGED_MEANWHILE", { by: "" });
  return row.id;
}

/** What stands in for a name until he says his. */
function nameOf(email: string): string {
  return email.split("@")[0]?.slice(0, 80) || email;
}
