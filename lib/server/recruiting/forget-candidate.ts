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
    // Never by no address, which many have.
    const same = email ? [{ email, stage: { not: "accepted" as const } }] : [];
    const his = await tx.candidate.findMany({
      where: { brandId, OR: [{ id }, ...same] },
      select: { id: true },
    });
    const candidateIds = his.map((each) => each.id);
    await eraseCandidates({ tx, brandId, candidateIds, emails: email ? [email] : [] });
  });
}
