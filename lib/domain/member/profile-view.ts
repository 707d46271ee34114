import { z } from "zod";
import { Id, Instant, Locale, Names } from "@/lib/domain/schema";
import { choiceNames } from "./notifications";
import { Capacity, Role } from "./schema";
import { HelperKind, Tint } from "./view";

/** A member's own page. */
export const ProfileView = z.strictObject({
  id: Id,
  name: z.string(),
  email: z.string(),
  role: Role,
  kind: HelperKind,
  initials: z.string(),
  tint: Tint,
  pictureUrl: z.string().nullable(),
  languages: z.array(Locale),
  showsOnButton: z.boolean(),
  /** The brand's to decide. */
  topics: z.array(Names),
  capacity: z.int(),
  /** What he may take by the brand's rules or a manager's word, and what he wants at most. */
  mayTake: Capacity,
  capacityWish: Capacity.nullable(),
  /** The mails and messages that his role has, and whether he wants each. */
  notifications: z.partialRecord(z.enum(choiceNames), z.boolean()),
  version: z.int(),
});
export type ProfileView = z.infer<typeof ProfileView>;

/** A chat that a member carried, in his own list. */
export const PastChat = z.strictObject({
  chatId: Id,
  firstName: z.string().nullable(),
  question: z.string(),
  topic: Names.nullable(),
  language: z.string(),
  endedAt: Instant,
  /** What the visitor said of his part; null where he said nothing. */
  rating: z
    .strictObject({
      stars: z.int().min(1).max(5),
      solved: z.enum(["yes", "partly", "no"]).nullable(),
      words: z.string().nullable(),
    })
    .nullable(),
});
export type PastChat = z.infer<typeof PastChat>;

/** A page of past chats, newest first; `next` asks for the one after it. */
export const PastChats = z.strictObject({ chats: z.array(PastChat), next: Id.nullable() });
export type PastChats = z.infer<typeof PastChats>;

export const Picture = z.strictObject({ pictureUrl: z.string().nullable() });
