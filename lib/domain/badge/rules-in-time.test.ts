import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changedLevels, type LevelRow, takenBack } from "./rules-in-time";
import type { BadgeRule } from "./schema";

const at = (day: number) => new Date(Date.UTC(2026, 2, day));
const rulesOf = (counts: readonly number[]): BadgeRule[] =>
  counts.map((count) => ({ fact: "thanks.received", count }));
const rowsOf = (counts: readonly number[]): LevelRow[] =>
  rulesOf(counts).map((rule, index) => ({
    level: index + 1,
    rule,
    ruleSince: null,
    pastRules: [],
    removedAt: null,
  }));

/** All levels after a change. */
function changed(rows: readonly LevelRow[], counts: readonly number[], now: Date): LevelRow[] {
  const changed = changedLevels(rows, rulesOf(counts), now);
  const untouched = rows.filter(({ level }) => !changed.some((each) => each.level === level));
  return [...untouched, ...changed].sort((a, b) => a.level - b.level);
}

describe("changedLevels", () => {
  it("touches only what differs, and remembers what held before", () => {
    expect(changedLevels(rowsOf([5, 15, 30]), rulesOf([5, 20, 30]), at(1))).toEqual([
      {
        level: 2,
        rule: { fact: "thanks.received", count: 20 },
        ruleSince: at(1),
        pastRules: [{ rule: { fact: "thanks.received", count: 15 }, from: null, until: at(1).toISOString() }],
        removedAt: null,
      },
    ]);
  });

  it("rests a level that is taken away, and brings it back from then on", () => {
    const two = changed(rowsOf([5, 15]), [5], at(1));
    expect(two[1]).toMatchObject({ level: 2, removedAt: at(1) });
    expect(changed(two, [5, 15], at(3))[1]).toMatchObject({
      ruleSince: at(3),
      removedAt: null,
      pastRules: [{ from: null, until: at(1).toISOString() }],
    });
  });
});

describe("takenBack", () => {
  const counts = fc
    .uniqueArray(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 3 })
    .map((list) => list.sort((a, b) => a - b));

  it("leaves everything as it was before the last of any changes", () => {
    fc.assert(
      fc.property(fc.array(counts, { minLength: 2, maxLength: 6 }), (steps) => {
        const [first = [], ...others] = steps;
        let rows = rowsOf(first);
        others.forEach((step, index) => {
          const now = at(index + 1);
          const next = changed(rows, step, now);
          expect(next.flatMap((row) => takenBack(row, now) ?? [])).toEqual(rows);
          rows = next;
        });
      }),
    );
  });
});
