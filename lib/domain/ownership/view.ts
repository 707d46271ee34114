import { z } from "zod";
import { Tint } from "@/lib/domain/member/view";
import { Id, Instant } from "@/lib/domain/schema";

const Day = z.iso.date();

/** What a member owns, how that is known, and since when. What proved it is kept nowhere. */
export const OwnedView = z.strictObject({
  id: Id,
  product: z.string(),
  since: Day,
  months: z.int().nonnegative(),
  /** Null for what was known before proofs were asked. */
  proof: z.enum(["order", "token", "checked"]).nullable(),
  provenAt: Instant.nullable(),
  /** The manager who looked. */
  provenBy: z.string().nullable(),
});
export type OwnedView = z.infer<typeof OwnedView>;

/** What a member says that he owns and nobody has confirmed. */
export const ClaimView = z.strictObject({
  id: Id,
  product: z.string(),
  since: Day,
  statedAt: Instant,
  hasOrder: z.boolean(),
  /** Why a manager could not confirm it; null while it waits. */
  declinedFor: z.string().nullable(),
});
export type ClaimView = z.infer<typeof ClaimView>;

/** A member's own belongings, and the products that others in the brand have. */
export const OwnedList = z.strictObject({
  owned: z.array(OwnedView),
  claims: z.array(ClaimView),
  products: z.array(z.string()),
});
export type OwnedList = z.infer<typeof OwnedList>;

/** What a member owns after it was changed, and the journal's entry by which the change can be undone. */
export const OwnedChange = z.strictObject({ list: OwnedList, auditId: z.string().nullable() });
export type OwnedChange = z.infer<typeof OwnedChange>;

/** A claim as a manager checks it. */
export const ClaimToCheck = z.strictObject({
  id: Id,
  member: z.strictObject({ id: Id, name: z.string(), initials: z.string(), tint: Tint }),
  product: z.string(),
  since: Day,
  statedAt: Instant,
  orderNumber: z.string().nullable(),
});
export type ClaimToCheck = z.infer<typeof ClaimToCheck>;
export const ClaimsToCheck = z.strictObject({ claims: z.array(ClaimToCheck) });
