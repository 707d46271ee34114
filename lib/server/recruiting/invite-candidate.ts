import { AppError } from "@/lib/domain/error";
import { localeOf } from "@/lib/domain/locale";
import type { MemberActor } from "@/lib/server/account/actor";
import { commit, type Tx } from "@/lib/server/commit";
import { enqueueMail } from "@/lib/server/mail/enqueue-mail";
import { candidateUrl, newCandidateLink } from "./candidate-link";
import { lockCandidate } from "./lock-candidate";

/**
 * Mails somebody who was found an invitation of his own, or another one in place of the first, which is void then.
 * NOT_FOUND, CANDIDATE_DECIDED, CHANGED_MEANWHILE, CANDIDATE_UNREACHABLE.
 */
export async function inviteCandidate({
  member,
  candidateId,
  input: { version, message },
  now,
}: {
  member: MemberActor;
  candidateId: string;
  input: { version: number; message?: string };
  now: Date;
}): Promise<{ version: number }> {
  return commit(async (tx) => {
    const candidate = await lockCandidate({ tx, member, candidateId, version, from: ["found", "invited"] });
    if (!candidate.email) throw new AppError("CANDIDATE_UNREACHABLE");
    const { email, language } = candidate;
    return mailCandidate({ tx, member, candidate: { id: candidateId, email, language }, message, now });
  });
}

/** Gives a candidate a new link and mails it; he is among the invited then. His new version. */
export async function mailCandidate({
  tx,
  member,
  candidate: { id, email, language },
  message,
  now,
}: {
  tx: Tx;
  member: MemberActor;
  candidate: { id: string; email: string; language: string };
  message: string | undefined;
  now: Date;
}): Promise<{ version: number }> {
  const link = newCandidateLink(now);
  const { version, brand } = await tx.candidate.update({
    where: { id },
    data: {
      stage: "invited",
      stageAt: now,
      inviteHash: link.hash,
      inviteUntil: link.until,
      version: { increment: 1 },
    },
    include: { brand: { select: { name: true, slug: true } } },
  });
  await enqueueMail({
    tx,
    to: email,
    locale: localeOf(language),
    template: "candidate-invitation",
    data: {
      brand: brand.name,
      inviter: member.displayName,
      email,
      message: message || null,
      url: candidateUrl(brand.slug, "join", link.token),
    },
  });
  return { version };
}
