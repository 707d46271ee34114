import { z } from "zod";
import { Id } from "@/lib/domain/schema";

/** How far a conversation is, as staff speak of it. */
export const conversationStates = ["waiting", "running", "ended", "left", "answered", "withdrawn"] as const;
export type ConversationState = (typeof conversationStates)[number];

export const maxSearchLength = 200;

/** What may be searched for: one line of at most 200 signs. Anything typed can be read as one. */
export function searchText(typed: string): string {
  return typed
    .slice(0, maxSearchLength * 4)
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .trim()
    .slice(0, maxSearchLength)
    .toWellFormed();
}

const Day = z.iso.date().refine((day) => day >= "2000-01-01" && day <= "2999-12-31");
/** Where a page begins: after this instant and id. */
const Cursor = z.string().regex(/^\d{1,15}-[0-9a-f]{32}$/);
const optional = <S extends z.ZodType>(schema: S) => schema.nullable().catch(null).default(null);

/** The list's filters as they stand in the page's address. What cannot be read counts as not set. */
const Filter = z.object({
  q: z.string().catch("").default("").transform(searchText),
  topic: optional(Id),
  helper: optional(Id),
  state: optional(z.enum(conversationStates)),
  promise: optional(z.enum(["kept", "broken"])),
  stars: optional(z.enum(["1", "2", "3", "4", "5"])),
  /** Days of the brand's calendar, both included. */
  from: optional(Day),
  to: optional(Day),
  after: optional(Cursor),
});
export type ConversationFilter = z.infer<typeof Filter>;

/** Reads the filters of an address; the first of a name that stands there twice. Never fails. */
export function readFilter(
  params: Record<string, string | readonly string[] | undefined>,
): ConversationFilter {
  const first = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === "object" ? value[0] : value,
  ]);
  return Filter.parse(Object.fromEntries(first.filter(([, value]) => value !== "" && value !== undefined)));
}

/** The filters as a query, with its question mark, or nothing when none is set. */
export function filterQuery(filter: ConversationFilter): string {
  const set = Object.entries(filter).filter(([, value]) => value !== null && value !== "");
  const query = new URLSearchParams(set as [string, string][]).toString();
  return query === "" ? "" : `?${query}`;
}

/** Whether anything narrows the list; the page's beginning does not. */
export function isNarrowed({ after: _, ...filter }: ConversationFilter): boolean {
  return Object.values(filter).some((value) => value !== null && value !== "");
}
