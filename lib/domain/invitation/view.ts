import { z } from "zod";
import { Role } from "@/lib/domain/member/schema";
import { Id, Instant, Locale } from "@/lib/domain/schema";
import { invitationStates } from "./state";

/** An invitation as those who look after people see it. */
export const InvitationRow = z.strictObject({
  id: Id,
  email: z.string(),
  role: Role,
  topicIds: z.array(Id),
  capacity: z.int(),
  language: Locale,
  state: z.enum(invitationStates),
  invitedBy: z.string(),
  sentAt: Instant,
  expiresAt: Instant,
  acceptedAt: Instant.nullable(),
  /** Who came by it, as long as he has a place. */
  memberId: Id.nullable(),
  mayChange: z.boolean(),
});
export type InvitationRow = z.infer<typeof InvitationRow>;

export const Invitations = z.strictObject({ invitations: z.array(InvitationRow) });

/** Why somebody was not invited: no address, or a place in the brand already. */
const refusalReasons = ["address", "member", "suspended"] as const;

/** What became of each address. */
export const Invited = z.strictObject({
  invited: z.array(z.strictObject({ email: z.string(), isReplaced: z.boolean() })),
  refused: z.array(z.strictObject({ typed: z.string(), reason: z.enum(refusalReasons) })),
});
export type Invited = z.infer<typeof Invited>;

/** What the page of an invitation's link shows; a link that leads nowhere has none. */
export const InvitationPage = z.strictObject({
  /** `closed`: the brand is. */
  state: z.enum([...invitationStates, "closed"]),
  brand: z.strictObject({ name: z.string(), slug: z.string() }),
  languages: z.array(Locale),
  role: Role,
  invitedBy: z.string().nullable(),
  email: z.string(),
  language: Locale,
  expiresAt: Instant,
  /**
   * Who looks: `member` has the place already; `invited` is signed in as the address; `other` as somebody else;
   * `known` must sign in first, since an account of that address exists; `new` has none.
   */
  viewer: z.enum(["member", "invited", "other", "known", "new"]),
  /** Under which name he is known here. */
  name: z.string().nullable(),
});
export type InvitationPage = z.infer<typeof InvitationPage>;

export const Accepted = z.strictObject({ location: z.string() });
