import { AppError } from "@/lib/domain/error";
import { commit } from "@/lib/server/commit";
import { findPublicBrand } from "./find-public-brand";
import { lockInvited } from "./submit-application";

/**
 * Somebody who was invited wants nothing of it: nothing is kept of him. NOT_FOUND, and INVITATION_UNKNOWN,
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
  const brand = await findPublicBrand({ brandSlug });
  if (!brand) throw new AppError("NOT_FOUND");
  await commit(async (tx) => {
    const { id } = await lockInvited(tx, { brandId: brand.id, token, now });
    await tx.candidate.delete({ where: { id } });
  });
}
