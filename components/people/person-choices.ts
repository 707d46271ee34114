import type { PersonView } from "@/lib/domain/member/people-view";
import type { ChangeMember } from "@/lib/domain/member/schema";

/** What a form holds of a member; a capacity of null is the rule's. */
export type PersonChoices = Required<Omit<ChangeMember, "version">>;

const names = ["role", "capacity", "topicIds", "languages", "isPaused"] as const;

/** What a form begins with. */
export function choicesOf(person: PersonView): PersonChoices {
  const { role, capacityFixed: capacity, topicIds, languages, status } = person;
  return { role, capacity, topicIds, languages, isPaused: status === "paused" };
}

const asText = (value: unknown) => JSON.stringify(Array.isArray(value) ? [...value].sort() : value);

/** The names of what two forms hold differently; the order of lists is nothing. */
export function differing(one: PersonChoices, other: PersonChoices): (typeof names)[number][] {
  return names.filter((name) => asText(one[name]) !== asText(other[name]));
}

/** Only what differs from what is stored; null when nothing does. */
export function changesOf(stored: PersonView, mine: PersonChoices): Omit<ChangeMember, "version"> | null {
  const changed = differing(choicesOf(stored), mine);
  return changed.length === 0 ? null : Object.fromEntries(changed.map((name) => [name, mine[name]]));
}
