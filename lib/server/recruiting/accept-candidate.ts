import { brandSettings } from "@/lib/domain/brand/schema";
import { AppError } from "@/lib/domain/error";
import { localeOf } from "@/lib/domain/locale";
import { firstCapacity } from "@/lib/domain/member/manage";
import { Languages } from "@/lib/domain/member/schema";
import type { AcceptCandidate } from "@/lib/domain/recruiting/candidate-schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { commit, type Tx } from "@/lib/server/commit";
import { toBrand } from "@/lib/server/event/publish";
import { joinBrand } from "@/lib/server/invitation/join-brand";
import { enqueueMail } from "@/lib/server/mail/enqueue-mail";
import { candidateUrl, newCandidateLink } from "./candidate-link";
import { decisionDelay } from "./decision-delay";
import { lockCandidate } from "./lock-candidate";
import { readMemberBefore } from "./member-before";

/**
 * Takes an applicant into the brand: a member in training, or active at once where the manager passes the training and says
 * why. His mail leaves a moment later, so that it can be taken back. Of two managers one decides, the other is told.
 *
 * NOT_FOUND, CANDIDATE_DECIDED, CHANGED_MEANWHILE, INVITATION_OVER where the person is suspended here, CANDIDATE_IS_MEMBER for
 * who has a place already. Answers his member id.
 */
export async function acceptCandidate({
  member,
  candidateId,
  input,
  now,
}: {
  member: MemberActor;
  candidateId: string;
  input: AcceptCandidate;
  now: Date;
}): Promise<{ memberId: string }> {
  const { brandId } = member;
  const { status, reason = null } = input;
  return commit(async (tx, emit) => {
    const candidate = await lockCandidate({
      tx,
      member,
      candidateId,
      version: input.version,
      from: ["applied"],
    });
    const { name, language, topicIds } = candidate;
    const email = candidate.email ?? "";
    const languages = Languages.catch([localeOf(language)]).parse(candidate.languages);
    const user = await findOrMakeUser(tx, { email, name, locale: language, now });
    const brand = await tx.brand.findUniqueOrThrow({ where: { id: brandId } });
    const capacity = firstCapacity(brandSettings(brand.settings), "expert");
    const terms = { brandId, role: "expert", capacity, topicIds, status } as const;
    const before = await readMemberBefore(tx, { brandId, userId: user.id });
    const { memberId, hasJoined } = await joinBrand({
      tx,
      invitation: terms,
      userId: user.id,
      displayName: name,
      languages,
      now,
    });
    // Nothing is given to him, so there would be nothing to take back.
    if (!hasJoined) throw new AppError("CANDIDATE_IS_MEMBER");
    const link = newCandidateLink(now);
    await tx.candidate.update({
      where: { id: candidateId },
      data: {
        stage: "accepted",
        stageAt: now,
        decidedAt: now,
        decidedById: member.id,
        reason,
        memberId,
        memberBefore: before ?? undefined,
        isNewUser: user.isNew,
        linkHash: link.hash,
        linkUntil: link.until,
        version: { increment: 1 },
      },
    });
    await enqueueMail({
      tx,
      to: email,
      locale: localeOf(language),
      template: "application-accepted",
      data: { brand: brand.name, name, status, url: candidateUrl(brand.slug, "join/welcome", link.token) },
      later: decisionDelay(candidateId),
    });
    await recordAudit(tx, {
      brandId,
      actorId: member.id,
      action: "accepted",
      subject: `member:${memberId}`,
      after: { role: "expert", status, ...(reason === null ? {} : { reason }) },
      at: now,
    });
    emit(toBrand(brandId, "board.changed", {}));
    return { memberId };
  });
}

async function findOrMakeUser(
  tx: Tx,
  { email, name, locale, now }: { email: string; name: string; locale: string; now: Date },
): Promise<{ id: string; isNew: boolean }> {
  const [made] = await tx.user.createManyAndReturn({
    // He confirmed the address when he applied.
    data: [{ email, emailVerified: now, name, locale }],
    skipDuplicates: true,
    select: { id: true },
  });
  if (made) return { id: made.id, isNew: true };
  const known = await tx.user.findUnique({ where: { email }, select: { id: true } });
  if (!known) throw new AppError("CHANGED_MEANWHILE");
  return { id: known.id, isNew: false };
}
