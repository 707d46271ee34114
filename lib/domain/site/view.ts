import { z } from "zod";
import { Id, Instant, Locale, Names } from "@/lib/domain/schema";

/** The zod twin of targeting/launcher's Seats. */
const Seats = z.strictObject({
  kind: z.enum(["community", "staff", "none"]),
  community: z.int().nonnegative(),
  staff: z.int().nonnegative(),
  online: z.int().nonnegative(),
  faces: z.array(z.strictObject({ initials: z.string(), tint: z.string() })),
  share: z.number().min(0).max(1),
  uncovered: z.array(Id).optional(),
});

/** The zod twin of targeting/launcher's Availability. */
export const Availability = Seats.extend({
  promiseSeconds: z.int(),
  usualSeconds: z.number().nullable(),
  in: z.partialRecord(Locale, Seats).optional(),
  leaving: z.boolean().optional(),
  opensAt: Instant.optional(),
  opens: z.enum(["community", "staff"]).optional(),
  version: z.int(),
});

/** Where a browser finds the realtime server. */
export const RealtimeAddress = z.strictObject({
  key: z.string(),
  host: z.string(),
  port: z.int(),
  tls: z.boolean(),
  /** Path before `/app/<key>`; empty on Pusher Channels and the embedded server. */
  path: z.string(),
});
export type RealtimeAddress = z.infer<typeof RealtimeAddress>;

/** What the loader and the panel learn of a site. */
export const SiteView = z.strictObject({
  id: Id,
  name: z.string(),
  languages: z.array(z.string()),
  pages: z.strictObject({ include: z.array(z.string()), exclude: z.array(z.string()) }),
  topics: z.array(z.strictObject({ id: Id, slug: z.string(), names: Names })),
  availability: Availability,
  realtime: RealtimeAddress,
  /** The button's ground as `#rrggbb`, and what is read on it; empty for the product's own. */
  colour: z.string().regex(/^(#[0-9a-f]{6})?$/),
  ink: z.enum(["", "#000000", "#ffffff"]),
  /** The side of the page on which the button stands. */
  position: z.enum(["left", "right"]),
  /**
   * What visitors call an owner, in the language asked for and with its article, as after "Ask": "a rider". Null for the
   * product's own word. Beside a name, `bareOwnerWord` of site/owner-word is the label.
   */
  ownerWord: z.string().nullable(),
  /** By when a question that is left now will be answered. */
  leaveBy: Instant,
  /** What the brand says on privacy under the first field, in the language asked for; and its policy (http or https). */
  privacyLine: z.string().nullable(),
  privacyUrl: z.string().nullable(),
  /** The button's words in the language asked for; `{count}` and `{seconds}` stand for numbers. */
  words: z.strictObject({
    askOwner: z.string(),
    askStaff: z.string(),
    online: z.string(),
    usual: z.string(),
    promise: z.string(),
    running: z.string(),
    unread: z.string(),
    panelTitle: z.string(),
    leave: z.string(),
  }),
});
export type SiteView = z.infer<typeof SiteView>;
