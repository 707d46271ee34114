import { z } from "zod";
import { plainAddress } from "@/lib/domain/account/address";
import { AppError } from "@/lib/domain/error";
import { type InvitePeople, invitationDays } from "@/lib/domain/invitation/schema";
import type { Invited } from "@/lib/domain/invitation/view";
import { mayManage } from "@/lib/domain/member/manage";
import type { MemberActor } from "@/lib/server/account/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { later } from "@/lib/server/clock";
import { commit, type Tx } from "@/lib/server/commit";
import { invitationTokenHash, newInvitationToken } from "./invitation-token";
import { mailInvitation } from "./mail-invitation";

/**
 * Invites addresses to the member's brand, each by a mail of its own. An address with an open invitation gets this one
 * in its place, and the earlier link is void. Told apart: what is no address, and who has a place already.
 * FORBIDDEN where the role is not the member's to give, INVALID_INPUT for topics that the brand does not offer.
 */
export async function invitePeople({
  member,
  input,
  now,
}: {
  member: MemberActor;
  input: InvitePeople;
  now: Date;
}): Promise<Invited> {
  const { brandId } = member;
  const { addresses, ...terms } = input;
  if (!mayManage(member.role, terms.role)) throw new AppError("FORBIDDEN");
  const typed = new Map(addresses.map((text) => [plainAddress(text) ?? `?${text}`, text]));
  return commit(async (tx) => {
    const offered = { brandId, id: { in: terms.topicIds }, deletedAt: null };
    if ((await tx.topic.count({ where: offered })) < terms.topicIds.length)
      throw new AppError("INVALID_INPUT", {
        field: "topicIds",
        problem: "topics of this brand are expected",
      });
    const result: Invited = { invited: [], refused: [] };
    const taken = await findTaken(tx, { brandId, emails: [...typed.keys()] });
    // In one order, so that two who invite the same people wait for each other instead of dead-locking.
    for (const [email, text] of [...typed].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const reason = email.startsWith("?") ? "address" : taken.get(email);
      if (reason) result.refused.push({ typed: text, reason });
      else result.invited.push({ email, isReplaced: await invite({ tx, member, email, terms, now }) });
    }
    return result;
  });
}

/** Which of these addresses belong to somebody who has a place in the brand. */
async function findTaken(tx: Tx, { brandId, emails }: { brandId: string; emails: string[] }) {
  const members = await tx.member.findMany({
    where: { brandId, status: { not: "left" }, user: { email: { in: emails } } },
    select: { status: true, user: { select: { email: true } } },
  });
  return new Map(
    members.map(({ status, user }) => [
      user.email,
      status === "suspended" ? ("suspended" as const) : ("member" as const),
    ]),
  );
}

const Stored = z.tuple([z.object({ id: z.string(), isReplaced: z.boolean() })]);

/** Writes one invitation and its mail; whether it took the place of an open one, which the unique index settles. */
async function invite({
  tx,
  member,
  email,
  terms,
  now,
}: {
  tx: Tx;
  member: MemberActor;
  email: string;
  terms: Omit<InvitePeople, "addresses">;
  now: Date;
}): Promise<boolean> {
  const { id: actorId, brandId, displayName } = member;
  const { role, topicIds, capacity, language } = terms;
  const token = newInvitationToken();
  const [{ id, isReplaced }] = Stored.parse(
    await tx.$queryRaw`
      INSERT INTO invitations
        (brand_id, email, role, topic_ids, capacity, language, token_hash, invited_by_id, created_at, expires_at)
      VALUES (${brandId}, ${email}, ${role}::"MemberRole", ${topicIds}, ${capacity}, ${language},
        ${invitationTokenHash(token)}, ${actorId}, ${now}, ${later(now, invitationDays * 86_400)})
      ON CONFLICT (brand_id, email) WHERE accepted_at IS NULL AND revoked_at IS NULL DO UPDATE SET
        role = excluded.role, topic_ids = excluded.topic_ids, capacity = excluded.capacity,
        language = excluded.language, token_hash = excluded.token_hash, invited_by_id = excluded.invited_by_id,
        created_at = excluded.created_at, expires_at = excluded.expires_at
      RETURNING id, (xmax <> 0) AS "isReplaced"`,
  );
  await mailInvitation({
    tx,
    invitation: { email, language, role },
    brandId,
    inviter: displayName,
    token,
  });
  await recordAudit(tx, {
    brandId,
    actorId,
    action: "invited",
    subject: `invitation:${id}`,
    after: { role, topicIds, capacity, language },
    at: now,
  });
  return isReplaced;
}
