import { z } from "zod";
import { Id, Locale, words } from "@/lib/domain/schema";
import { isDisplayName, mostNameLetters } from "./display-name";
import { mostChats } from "./manage";
import { choiceNames } from "./notifications";
import { roles } from "./role";
import { statuses } from "./status";

export const DisplayName = words(mostNameLetters).refine(isDisplayName, "a first name is expected");
export const Role = z.enum(roles);
export const MemberStatus = z.enum(statuses);
export const Capacity = z.int().min(1).max(mostChats);
const mostTopics = 100;
const unique = <T>(items: readonly T[]) => new Set(items).size === items.length;
export const TopicIds = z.array(Id).max(mostTopics).refine(unique, "each topic once");
export const Languages = z.array(Locale).min(1).refine(unique, "each language once");

const version = z.int().positive();

/** What a manager changes of a member: only the fields that he touched, on the version that he saw. */
export const ChangeMember = z.strictObject({
  version,
  role: Role.optional(),
  topicIds: TopicIds.optional(),
  /** Null gives him back to the rule. */
  capacity: Capacity.nullable().optional(),
  languages: Languages.optional(),
  isPaused: z.boolean().optional(),
});
export type ChangeMember = z.infer<typeof ChangeMember>;

/** What a member changes of himself. */
export const ChangeProfile = z.strictObject({
  version,
  displayName: DisplayName.optional(),
  languages: Languages.optional(),
  showsOnButton: z.boolean().optional(),
  /** No more chats at once than this; null for as many as he may. */
  capacityWish: Capacity.nullable().optional(),
  notifications: z.partialRecord(z.enum(choiceNames), z.boolean()).optional(),
});
export type ChangeProfile = z.infer<typeof ChangeProfile>;

/** Which people a list shows. Pages are counted from 1. */
export const PeopleFilter = z.object({
  q: words(100).optional(),
  role: Role.optional(),
  status: z.enum(["active", "paused", "suspended"]).optional(),
  topic: Id.optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export type PeopleFilter = z.infer<typeof PeopleFilter>;

/** The filter in a page's address; what cannot be read in it is left out. */
export function peopleFilterOf(query: Readonly<Record<string, unknown>>): PeopleFilter {
  const { shape } = PeopleFilter;
  const readable = Object.entries(shape).flatMap(([name, field]) =>
    query[name] !== "" && field.safeParse(query[name]).success ? [[name, query[name]]] : [],
  );
  return PeopleFilter.parse(Object.fromEntries(readable));
}
