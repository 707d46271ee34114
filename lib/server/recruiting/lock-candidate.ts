import { AppError } from "@/lib/domain/error";
import type { Stage } from "@/lib/domain/recruiting/candidate-schema";
import type { MemberActor } from "@/lib/server/account/actor";
import type { Tx } from "@/lib/server/commit";
import type { Candidate } from "@/prisma/generated/client";

/**
 * A candidate of the member's brand, held until the end of the transaction, as the member saw him and in one of these
 * stages. NOT_FOUND, CANDIDATE_DECIDED (with who decided, where it is known), CHANGED_MEANWHILE.
 */
export async function lockCandidate({
  tx,
  member: { brandId },
  candidateId,
  version,
  from,
}: {
  tx: Tx;
  member: MemberActor;
  candidateId: string;
  /** The one that the screen showed; left out where any will do. */
  version?: number;
  from: readonly Stage[];
}): Promise<Candidate> {
  await tx.$queryRaw`
    SELECT id FROM candidates WHERE id = ${candidateId} AND brand_id = ${brandId} FOR NO KEY UPDATE`;
  const candidate = await tx.candidate.findFirst({
    where: { id: candidateId, brandId, stage: { not: "unconfirmed" } },
  });
  if (!candidate) throw new AppError("NOT_FOUND");
  if (!from.some((stage) => stage === candidate.stage)) {
    const decider = candidate.decidedById
      ? await tx.member.findFirst({
          where: { id: candidate.decidedById, brandId },
          select: { displayName: true },
        })
      : null;
    throw new AppError("CANDIDATE_DECIDED", { name: decider?.displayName ?? "" });
  }
  if (version !== undefined && candidate.version !== version)
    throw new AppError("CHANGED_MEANWHILE", { by: "" });
  return candidate;
}
