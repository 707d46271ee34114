import { z } from "zod";
import { HelperCard } from "@/lib/domain/member/view";
import { Id, Instant, Names } from "@/lib/domain/schema";

/** A line that nobody wrote; each screen words it in its reader's language. */
export const SystemLine = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("joined"),
    name: z.string(),
    helper: z.enum(["owner", "staff"]),
    seconds: z.int(),
  }),
  /** Who handed over, to which kind of helper, to whom by name, and why, in his words. */
  z.strictObject({
    kind: z.literal("handed_over"),
    name: z.string(),
    capsule: z.string(),
    to: z.enum(["staff", "owners"]).default("staff"),
    toName: z.string().nullable().default(null),
    reason: z.string().nullable().default(null),
  }),
  z.strictObject({ kind: z.literal("lost"), name: z.string() }),
  /** A lost helper has taken his chat up again. */
  z.strictObject({ kind: z.literal("back"), name: z.string() }),
  /** Nobody has written for so long; the chat ends then, unless somebody does. */
  z.strictObject({ kind: z.literal("idle"), minutes: z.int(), endsAt: Instant }),
  /** The helper is looking something up and keeps the silent chat open. */
  z.strictObject({ kind: z.literal("looking"), name: z.string() }),
  z.strictObject({
    kind: z.literal("ended"),
    by: z.enum(["visitor", "helper", "brand", "system", "erased"]),
  }),
  z.strictObject({ kind: z.literal("left") }),
]);
export type SystemLine = z.infer<typeof SystemLine>;

export const AttachmentView = z.strictObject({
  id: Id,
  name: z.string(),
  mime: z.string(),
  byteSize: z.int(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  /** Signed and short-lived; relative to the product's origin. */
  url: z.string(),
});
export type AttachmentView = z.infer<typeof AttachmentView>;

/**
 * A message as one audience sees it. A hidden one has an empty body for visitors and experts and keeps it for staff.
 * For experts what leads to a person is masked in the words of others (lib/domain/mask).
 */
export const MessageView = z.strictObject({
  id: Id,
  chatId: Id,
  seq: z.int().positive(),
  clientId: z.string(),
  author: z.enum(["visitor", "member", "system"]),
  /** For a member's message: who, and as what. */
  helper: z.strictObject({ memberId: Id, name: z.string(), kind: z.enum(["owner", "staff"]) }).nullable(),
  body: z.string(),
  system: SystemLine.nullable(),
  sentAt: Instant,
  isHidden: z.boolean(),
  /** Something in it was masked for this reader: `splitMarks` finds where. */
  masked: z.literal(true).optional(),
  attachment: AttachmentView.nullable(),
});
export type MessageView = z.infer<typeof MessageView>;

/** A proposed hand-over: what the next helper will read, until when its visitor may change it, for whom it is, and why. */
const Handover = z.strictObject({
  text: z.string(),
  until: Instant,
  to: z.enum(["staff", "owners"]),
  toName: z.string().nullable(),
  reason: z.string().nullable(),
});

/** A chat as its visitor sees it: a snapshot; one with an older `version` is ignored. */
export const ChatView = z.strictObject({
  id: Id,
  questionId: Id,
  version: z.int(),
  state: z.enum(["open", "ended"]),
  end: z.enum(["solved", "unsolved", "idle", "abandoned"]).nullable(),
  lastSeq: z.int(),
  /** Last message that the other side has seen. */
  readSeq: z.int(),
  /** Null while nobody carries it: a helper was lost or handed over, somebody else is being asked. */
  helper: HelperCard.nullable(),
  /** A hand-over proposed by the helper, whose words the visitor may edit until then. */
  handover: Handover.extend({ name: z.string() }).nullable(),
  startedAt: Instant,
  endedAt: Instant.nullable(),
  /** The parts that can be rated: one for each helper; `isRated` once done. */
  segments: z.array(z.strictObject({ id: Id, helper: HelperCard, isRated: z.boolean() })),
  /** Where he can offer to help others: asked of whom an owner has just made wholly content, where the brand wants that. */
  joinUrl: z.string().optional(),
});
export type ChatView = z.infer<typeof ChatView>;

/** A chat on a desk. Experts know the visitor by first name, topic and page alone. */
export const ExpertChat = z.strictObject({
  id: Id,
  questionId: Id,
  version: z.int(),
  state: z.enum(["open", "ended"]),
  end: z.enum(["solved", "unsolved", "idle", "abandoned"]).nullable(),
  firstName: z.string().nullable(),
  question: z.string(),
  topic: Names.nullable(),
  pageTitle: z.string().nullable(),
  language: z.string(),
  lastSeq: z.int(),
  /** Last message that the visitor has seen, and that this side has. */
  visitorReadSeq: z.int(),
  ownReadSeq: z.int(),
  /** Still carried by the member who looks at it. */
  isMine: z.boolean(),
  /** What the helper before him wrote, as the visitor let it stand. */
  capsule: z.string().nullable(),
  handover: Handover.nullable(),
  /** How it left his hands without ending, and what became of it; null for any other. */
  parting: z
    .strictObject({
      as: z.enum(["handed_over", "lost"]),
      became: z.enum(["waiting", "taken", "left", "over"]),
      /** Who took it. */
      by: z.string().nullable(),
    })
    .nullable(),
  startedAt: Instant,
  endedAt: Instant.nullable(),
});
export type ExpertChat = z.infer<typeof ExpertChat>;

/** To whom a helper may hand a chat over now. */
export const HandoverChoices = z.strictObject({
  /** How many of each kind could answer this question: who are there, and who of them have a place. */
  kinds: z.array(
    z.strictObject({
      to: z.enum(["staff", "owners"]),
      there: z.int().nonnegative(),
      free: z.int().nonnegative(),
    }),
  ),
  /** Those with a place who can be named, best first. */
  people: z.array(z.strictObject({ memberId: Id, card: HelperCard, topics: z.array(Names) })),
});
export type HandoverChoices = z.infer<typeof HandoverChoices>;

/** What the brand and its visitor told of himself: staff only. */
export const VisitorProfile = z.strictObject({
  id: Id,
  firstName: z.string().nullable(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  isVerified: z.boolean(),
  language: z.string(),
  facts: z.array(z.strictObject({ label: z.string(), value: z.string() })),
  cart: z
    .strictObject({
      currency: z.string(),
      total: z.number(),
      items: z.array(z.strictObject({ name: z.string(), quantity: z.number(), price: z.number() })),
    })
    .nullable(),
  pages: z.array(z.strictObject({ title: z.string(), url: z.string(), at: Instant })),
  past: z.array(
    z.strictObject({
      questionId: Id,
      text: z.string(),
      at: Instant,
      helper: z.string().nullable(),
      helperKind: z.enum(["owner", "staff"]).nullable(),
      solved: z.enum(["yes", "partly", "no"]).nullable(),
    }),
  ),
});
export type VisitorProfile = z.infer<typeof VisitorProfile>;

/** A chat on a staff desk: the same, and the visitor. */
export const StaffChat = ExpertChat.extend({ visitor: VisitorProfile });
export type StaffChat = z.infer<typeof StaffChat>;
