import { AppError } from "@/lib/domain/error";
import { commit } from "@/lib/server/commit";
import { eraseCandidates } from "./erase-candidates";
import { findPublicBrand } from "./find-public-brand";
import { lockInvited } from "./submit-application";

/**
 * Somebody who was invited wants nothing of it: nothing is kept of him, by whatever way his address came; only who was taken
 * in has a place, which ends by leaving. NOT_FOUND, and INVITATION_UNKNOWN,
 * INVITATION_USED or INVITATION_OVER for a link that cannot be used.
 */
export async function forgetCandidate({
  brandSlug,
  token,
  now,
}: {
  brandSlug: string;
  token: string;
  now: Date;
}): Promise<void> {
  const brand = await findPublicBrand({ brandSlug, byMail: true });
  if (!brand) throw new AppError("NOT_FOUND");
  const brandId = brand.id;
  await commit(async (tx) => {
    const { id, email } = await lockInvited(tx, { brandId, token, now });
    const same = await tx.candidate.findMany({
      where: { brandId, email, stage: { not: "accepted" } },
      select: { id: true },
    });
    const candidateIds = [id, ...same.map((each) => each.id)];
    await eraseCandidates({ tx, brandId, candidateIds, emails: email ? [email] : [] });
  });
}
