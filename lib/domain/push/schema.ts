import { z } from "zod";
import { Id, Instant, Names } from "@/lib/domain/schema";

/** A place in the brand, from its slash on: never an address elsewhere. */
const Path = z.string().regex(/^\/[\w/?=&#-]{0,200}$/);

/**
 * What a member is to be told, as it waits in the queue: whom or what it is about, never anybody's words. Those are read when
 * it leaves, so that nothing of a visitor who was erased is sent.
 */
export const PushNote = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("offers"), offerId: Id }),
  /** A question was left, or (`isReply`) a visitor wrote back to his answer. */
  z.strictObject({ kind: z.literal("left"), questionId: Id, isReply: z.boolean() }),
  z.strictObject({ kind: z.literal("thanks"), ratingId: Id }),
  z.strictObject({ kind: z.literal("badges"), badge: Names }),
  /** A colleague wrote in the back room. */
  z.strictObject({ kind: z.literal("room"), from: z.string().max(80).nullable(), path: Path }),
  z.strictObject({ kind: z.literal("letters"), path: Path }),
  /** A usual hour of his has begun, and lasts until then. */
  z.strictObject({ kind: z.literal("habit"), until: Instant }),
]);
export type PushNote = z.infer<typeof PushNote>;

/** What of two notes is the same thing: the newer one takes the other's place, in the queue and on the screen. */
export function noteSubject(note: PushNote): string {
  switch (note.kind) {
    case "offers":
      return note.offerId;
    case "left":
      return note.questionId;
    case "thanks":
      return note.ratingId;
    default:
      return "";
  }
}

/** What a browser's worker shows. */
export const PushMessage = z.strictObject({
  kind: z.string(),
  title: z.string(),
  body: z.string(),
  lang: z.string(),
  /** Messages with one tag replace each other on the screen. */
  tag: z.string(),
  /** What a tap opens, on our own origin. */
  path: z.string(),
});
export type PushMessage = z.infer<typeof PushMessage>;

/** The browser's half of a subscription, as it gives it out (`PushSubscription.toJSON`). */
export const Subscribe = z.strictObject({
  endpoint: z.url({ protocol: /^https?$/ }).max(1_000),
  keys: z.strictObject({
    /** A public key on P-256, uncompressed, and 16 random bytes; base64url. */
    p256dh: z.string().regex(/^B[\w-]{86}=?$/),
    auth: z.string().regex(/^[\w-]{22}(?:==)?$/),
  }),
});
export type Subscribe = z.infer<typeof Subscribe>;
