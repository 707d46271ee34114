import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columns, numberIn, type Person, sorted } from "./receipt-columns";

const person = (n: number, score: number | null): Person => ({
  memberId: String(n).padStart(32, "0"),
  name: `P${n}`,
  kind: "owner",
  verdict: score === null ? "language" : "eligible",
  score,
  terms: score === null ? null : { skill: score, ownership: 0, narrowness: 1 - score, idle: 0.5 },
  before: null,
  isAsked: false,
  reserves: false,
  deliveredSeconds: null,
  outcome: null,
  outcomeSeconds: null,
});
const words = (one: Person, column: string) => (column === "outcome" ? "" : `${one.name} ${one.verdict}`);

describe("sorted", () => {
  it("puts the best first or last, and who has no number after everybody else", () => {
    const people = [person(1, 0.2), person(2, null), person(3, 0.9)];
    const names = (isUp: boolean) => sorted(people, "score", isUp, words).map(({ name }) => name);
    expect(names(false)).toEqual(["P3", "P1", "P2"]);
    expect(names(true)).toEqual(["P1", "P3", "P2"]);
  });

  it("loses nobody, whatever it sorts by", () => {
    const some = fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 12 });
    fc.assert(
      fc.property(some, fc.constantFrom(...columns), fc.boolean(), (scores, by, isUp) => {
        const people = scores.map((score, n) => person(n, score));
        const found = sorted(people, by, isUp, words);
        expect(new Set(found)).toEqual(new Set(people));
        const numbers = found.map((one) => numberIn(one, by));
        const firstNone = numbers.indexOf(null);
        if (firstNone >= 0) expect(numbers.slice(firstNone).every((value) => value === null)).toBe(true);
      }),
    );
  });
});
