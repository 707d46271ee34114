import { z } from "zod";
import { Instant, words } from "@/lib/domain/schema";

export const mostProductLetters = 120;
export const Product = words(mostProductLetters).min(1);

/** A calendar day, as 2025-09-01; nothing here is older than the brands themselves. */
export const OwnedSince = z.iso.date().refine((day) => day >= "1970-01-01", "too long ago");

/** What a member says that he owns, and the order by which the brand can find it. */
export const StateOwnership = z.strictObject({
  product: Product,
  since: OwnedSince,
  orderNumber: words(80).optional(),
});
export type StateOwnership = z.infer<typeof StateOwnership>;

/** What a manager knows that somebody owns. */
export const AddOwnership = StateOwnership.omit({ orderNumber: true });
export type AddOwnership = z.infer<typeof AddOwnership>;

/** The claim as it was looked at: one that was said again since is another. */
export const ConfirmClaim = z.strictObject({ statedAt: Instant });
export const DeclineClaim = ConfirmClaim.extend({ reason: words(200).min(1) });

/** The brand's word on what a customer owns: a JWT (HS256) signed with the secret of one of its sites. */
export const ProveOwnership = z.strictObject({ token: words(8_000).min(1) });

/** Claims of that token. `sub` is the brand's own id of the customer; `email`, if named, must be the member's. */
export const OwnershipClaims = z.object({
  sub: words(200).min(1),
  email: z.email().max(254).optional(),
  owns: z
    .array(z.object({ product: Product, since: OwnedSince }))
    .min(1)
    .max(20),
});
