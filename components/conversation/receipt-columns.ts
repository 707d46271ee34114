import type { ReceiptView } from "@/lib/domain/receipt/view";

export const columns = [
  "person",
  "verdict",
  "score",
  "skill",
  "ownership",
  "narrowness",
  "idle",
  "delivered",
  "outcome",
] as const;
export type Column = (typeof columns)[number];
export type Person = ReceiptView["people"][number];

/** A cell's number, or null where it is words or nothing. */
export function numberIn(person: Person, column: Column): number | null {
  switch (column) {
    case "score":
      return person.score;
    case "skill":
    case "ownership":
    case "narrowness":
    case "idle":
      return person.terms?.[column] ?? null;
    case "delivered":
      return person.deliveredSeconds;
    default:
      return null;
  }
}

/**
 * People in the order of a column; who has nothing there comes last, whichever way, and equal ones stay as they were
 * looked at. What has no number is sorted by its words.
 */
export function sorted(
  people: readonly Person[],
  by: Column,
  isUp: boolean,
  words: (person: Person, column: Column) => string,
): readonly Person[] {
  const isWords = by === "person" || by === "verdict" || by === "outcome";
  const way = isUp ? 1 : -1;
  return people.toSorted((a, b) => {
    if (isWords) {
      const [one, other] = [words(a, by), words(b, by)];
      if (one === "" || other === "") return Number(one === "") - Number(other === "");
      return way * one.localeCompare(other);
    }
    const [one, other] = [numberIn(a, by), numberIn(b, by)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return way * (one - other);
  });
}
