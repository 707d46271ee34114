import { z } from "zod";
import { VacationView } from "@/lib/domain/habit/view";
import { Id, Instant, Locale, Names } from "@/lib/domain/schema";
import { stages } from "./ramp";
import { Capacity, Role } from "./schema";
import { HelperKind, Tint } from "./view";

/** A member as those who look after people see him. */
export const PersonView = z.strictObject({
  id: Id,
  name: z.string(),
  email: z.string(),
  role: Role,
  kind: HelperKind,
  initials: z.string(),
  tint: Tint,
  pictureUrl: z.string().nullable(),
  /** Paused by a manager, suspended by moderation. */
  status: z.enum(["active", "paused", "suspended"]),
  /** Days on which he is or will be away by his own word: nothing that anybody is judged by. */
  vacation: VacationView.nullable(),
  /** A screen of his is alive now; otherwise when the last one was, if ever. */
  isThere: z.boolean(),
  lastSeenAt: Instant.nullable(),
  topicIds: z.array(Id),
  capacity: z.int(),
  /** A manager's number in place of the rule's; null where the rule holds. */
  capacityFixed: Capacity.nullable(),
  load: z.int(),
  languages: z.array(Locale),
  since: Instant,
  version: z.int(),
  isSelf: z.boolean(),
  /** Whoever looks may change him. */
  mayChange: z.boolean(),
});
export type PersonView = z.infer<typeof PersonView>;

/** Where somebody's number of chats at once comes from. */
export const RampView = z.strictObject({
  stage: z.enum(stages),
  /** What the rule gives him, and what he wants at most. */
  byRule: z.int(),
  wish: z.int().nullable(),
  /** Who set his number, if somebody did and is known. */
  fixedBy: z.string().nullable(),
  /** What the rule counts of him, and what takes him to the next stage; null at the last one. */
  thanks: z.int(),
  chats: z.int(),
  next: z.strictObject({ stage: z.enum(stages), at: z.int() }).nullable(),
  /** His ratings hold him back for now. */
  isHeld: z.boolean(),
});
export type RampView = z.infer<typeof RampView>;

/** One person on his page. */
export const PersonDetail = PersonView.extend({ ramp: RampView });
export type PersonDetail = z.infer<typeof PersonDetail>;

export const TopicChoice = z.strictObject({ id: Id, names: Names });
export type TopicChoice = z.infer<typeof TopicChoice>;

export const PeoplePage = z.strictObject({
  people: z.array(PersonView),
  /** How many fit the filter, on how many pages; and how many there are at all. */
  found: z.int(),
  page: z.int(),
  pages: z.int(),
  owners: z.int(),
  staff: z.int(),
});
export type PeoplePage = z.infer<typeof PeoplePage>;

/** Somebody who has no place any more. */
export const GonePerson = z.strictObject({
  id: Id,
  name: z.string(),
  email: z.string(),
  role: Role,
  kind: HelperKind,
  initials: z.string(),
  tint: Tint,
  removedAt: Instant,
  /** Who removed him; null when he left by himself. */
  removedBy: z.string().nullable(),
  /** Until when he can be brought back; null for whoever left by himself, and for roles that one may not give. */
  restorableUntil: Instant.nullable(),
});
export type GonePerson = z.infer<typeof GonePerson>;
