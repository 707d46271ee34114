import { z } from "zod";
import { MessageView } from "@/lib/domain/chat/view";
import { Id, Instant } from "@/lib/domain/schema";
import { RealtimeAddress } from "@/lib/domain/site/view";
import { flagReasons } from "./schema";

/** A person as moderators read of him: a visitor, an owner or somebody of the staff. */
const Person = z.strictObject({
  kind: z.enum(["visitor", "owner", "staff"]),
  id: Id,
  name: z.string().nullable(),
});
export type ModeratedPerson = z.infer<typeof Person>;

/** The open reports on one message or one person. */
export const Report = z.strictObject({
  /** `message:<id>`, `member:<id>` or `visitor:<id>`. */
  key: z.string(),
  /** Whose message it is, or who is reported. */
  about: Person,
  /** How often something of his was reported before and not dismissed. */
  earlier: z.int(),
  /** A visitor's ban that runs, a member's standing. */
  bannedUntil: Instant.nullable(),
  standing: z.enum(["active", "paused", "suspended", "gone"]).nullable(),
  flags: z.array(
    z.strictObject({
      id: Id,
      by: Person,
      reason: z.enum(flagReasons),
      words: z.string().nullable(),
      /** For how many it counts towards hiding a message: two from who was a guardian when he reported it. */
      weight: z.int().positive(),
      flaggedAt: Instant,
    }),
  ),
  chatId: Id,
  questionId: Id,
  /** The message reported; null for a person. */
  messageId: Id.nullable(),
  isHidden: z.boolean(),
  /** The message with three before it and three after, or the end of the chat. */
  context: z.array(MessageView),
  language: z.string(),
  visitorName: z.string().nullable(),
});
export type Report = z.infer<typeof Report>;

/** The manager's queue: what was reported first comes first, whatever it weighs. */
export const ModerationState = z.strictObject({
  now: Instant,
  brand: z.strictObject({ id: Id, slug: z.string(), timeZone: z.string() }),
  realtime: RealtimeAddress,
  /** A message is hidden once its reports count for so many. */
  hideAtFlags: z.int().positive(),
  /** Whose actions the log can be narrowed to. */
  moderators: z.array(z.strictObject({ id: Id, name: z.string() })),
  /** All that are open; the list holds the first 50. */
  openCount: z.int(),
  reports: z.array(Report),
});
export type ModerationState = z.infer<typeof ModerationState>;

export const actionKinds = [
  "hide",
  "restore",
  "dismiss",
  "reopen",
  "pause",
  "resume",
  "suspend",
  "reinstate",
  "ban",
  "lift",
] as const;
export type ActionKind = (typeof actionKinds)[number];

/** Something a moderator, or the product itself, has done. */
export const LoggedAction = z.strictObject({
  id: Id,
  kind: z.enum(actionKinds),
  /** Null for the product itself. */
  by: z.string().nullable(),
  /** Whom it concerns; null when he is gone. */
  about: Person.nullable(),
  /** The words of a message that was hidden or shown, and whether it is now. */
  message: z.strictObject({ body: z.string(), isHidden: z.boolean() }).nullable(),
  until: Instant.nullable(),
  reason: z.string().nullable(),
  actedAt: Instant,
  /** Its effect still stands, and it can be taken back. */
  canUndo: z.boolean(),
});
export type LoggedAction = z.infer<typeof LoggedAction>;

export const ModerationLog = z.strictObject({
  actions: z.array(LoggedAction),
  /** Where the next page begins; null on the last. */
  next: z.string().nullable(),
});
export type ModerationLog = z.infer<typeof ModerationLog>;
