import type { ChangeMember } from "@/lib/domain/member/schema";
import type { Tx } from "@/lib/server/commit";
import type { Prisma } from "@/prisma/generated/client";

/** What a manager may change of a member, as the journal keeps it; a capacity of null is the rule's. */
export type MemberFields = Required<Omit<ChangeMember, "version">>;

const select = {
  id: true,
  role: true,
  status: true,
  pausedFrom: true,
  returnsTo: true,
  capacity: true,
  capacityRule: true,
  capacityFixed: true,
  capacityWish: true,
  languages: true,
  load: true,
  version: true,
  topics: { select: { topicId: true }, orderBy: { topicId: "asc" } },
} as const satisfies Prisma.MemberSelect;

/** A member who has a place in the brand, with his fields; null for any other. */
export async function findFields(tx: Tx, where: { id: string; brandId: string }) {
  const row = await tx.member.findFirst({ where: { ...where, status: { not: "left" } }, select });
  if (!row) return null;
  const { topics, languages, role, status, load, version } = row;
  const ramp = {
    rule: row.capacityRule ?? row.capacity,
    wish: row.capacityWish,
    isOnTrial: row.status === "trial",
  };
  const fields: MemberFields = {
    role,
    capacity: row.capacityFixed,
    languages: languages as MemberFields["languages"],
    topicIds: topics.map(({ topicId }) => topicId),
    isPaused: status === "paused" && row.pausedFrom === null,
  };
  return { fields, ramp, status, returnsTo: row.returnsTo, load, version };
}

const sorted = (value: unknown) => (Array.isArray(value) ? [...value].sort() : value);
const isSame = (a: unknown, b: unknown) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

/** The wanted fields that differ from what is, before and after; null when none does. The order of lists is nothing. */
export function fieldDifference(
  before: MemberFields,
  wanted: Partial<MemberFields>,
): { before: Partial<MemberFields>; after: Partial<MemberFields> } | null {
  const names = (Object.keys(before) as (keyof MemberFields)[]).filter(
    (name) => wanted[name] !== undefined && !isSame(before[name], wanted[name]),
  );
  if (names.length === 0) return null;
  const pick = (fields: Partial<MemberFields>) =>
    Object.fromEntries(names.map((name) => [name, fields[name]])) as Partial<MemberFields>;
  return { before: pick(before), after: pick(wanted) };
}
