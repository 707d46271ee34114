import { AppError } from "@/lib/domain/error";
import { localeOf } from "@/lib/domain/locale";
import type { DeclineCandidate } from "@/lib/domain/recruiting/candidate-schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { commit } from "@/lib/server/commit";
import { enqueueMail } from "@/lib/server/mail/enqueue-mail";
import { decisionDelay } from "./decision-delay";
import { lockCandidate } from "./lock-candidate";

/**
 * Puts a candidate aside; who applied is told in kind words if the manager wants it, a moment later, so that it can be
 * taken back. An invitation that is on its way does nothing any more. Errors as in `acceptCandidate`; CANDIDATE_UNREACHABLE
 * for a mail to somebody without an address.
 */
export async function declineCandidate({
  member,
  candidateId,
  input: { version, mail, message, reason },
  now,
}: {
  member: MemberActor;
  candidateId: string;
  input: DeclineCandidate;
  now: Date;
}): Promise<{ version: number }> {
  return commit(async (tx) => {
    const from = ["found", "invited", "applied"] as const;
    const candidate = await lockCandidate({ tx, member, candidateId, version, from });
    const declined = await tx.candidate.update({
      where: { id: candidateId },
      data: {
        stage: "declined",
        stageBefore: candidate.stage,
        stageAt: now,
        decidedAt: now,
        decidedById: member.id,
        reason: reason || null,
        version: { increment: 1 },
      },
      include: { brand: { select: { name: true } } },
    });
    if (mail) {
      if (!candidate.email) throw new AppError("CANDIDATE_UNREACHABLE");
      await enqueueMail({
        tx,
        to: candidate.email,
        locale: localeOf(candidate.language),
        template: "application-declined",
        data: { brand: declined.brand.name, name: candidate.name, message: message || null },
        later: decisionDelay(candidateId),
      });
    }
    return { version: declined.version };
  });
}
