import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultBadges } from "@/lib/domain/badge/default-badges";
import { type CountedThanks, earnedBadges, evidenceFor, nextBadge } from "@/lib/domain/badge/earn";
import { BadgeRule } from "@/lib/domain/badge/schema";
import { BadgeMark } from "@/lib/domain/member/view";

const topics = [
  { slug: "battery", names: { en: "Battery", fr: "Batterie" } },
  { slug: "brakes", names: { en: "Brakes", fr: "Freins" } },
];
const badges = defaultBadges(topics);

/** Thanks in a row; `t(5)` is five on batteries in English. */
function thanks(count: number, fields: Partial<CountedThanks> = {}): CountedThanks[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `${JSON.stringify(fields)}-${index}`,
    topic: "battery",
    language: "en",
    rescued: false,
    ...fields,
  }));
}

const keys = (history: CountedThanks[]) => earnedBadges(badges, history).map(({ badge }) => badge.key);

const history = fc
  .array(
    fc.record({
      topic: fc.constantFrom("battery", "brakes", "unknown", null),
      language: fc.constantFrom("en", "fr"),
      rescued: fc.boolean(),
    }),
    { maxLength: 70 },
  )
  .map((list) => list.map((fields, index): CountedThanks => ({ id: `${index}`, ...fields })));

describe("defaultBadges", () => {
  it("gives rows that a brand can store and a screen can draw", () => {
    expect(new Set(badges.map(({ key }) => key)).size).toBe(badges.length);
    for (const { rule, series, ...mark } of badges) {
      expect(BadgeMark.parse(mark)).toEqual(mark);
      expect(BadgeRule.parse(rule)).toEqual(rule);
      expect(mark.key).toBe(`${series}-${mark.level}`);
    }
  });

  it("names a topic's badges after it", () => {
    expect(badges.find(({ key }) => key === "topic-battery-2")).toMatchObject({
      names: { en: "Battery sage", fr: "Sage batterie" },
      level: 2,
      rule: { fact: "topic", topic: "battery", count: 15 },
    });
  });
});

describe("earnedBadges", () => {
  it("gives nothing for nothing", () => {
    expect(keys([])).toEqual([]);
  });

  it("welcomes the first thanks", () => {
    expect(keys(thanks(1))).toEqual(["welcome-1"]);
  });

  it.each([
    [4, []],
    [5, ["topic-battery-1"]],
    [15, ["topic-battery-1", "topic-battery-2"]],
    [30, ["topic-battery-1", "topic-battery-2", "topic-battery-3"]],
  ])("gives for %i thanks on batteries: %j", (count, expected) => {
    expect(keys(thanks(count)).filter((key) => key.startsWith("topic"))).toEqual(expected);
  });

  it.each([
    [9, []],
    [10, ["thanks-1"]],
    [50, ["thanks-1", "thanks-2"]],
    [200, ["thanks-1", "thanks-2", "thanks-3"]],
  ])("gives for %i thanks in all: %j", (count, expected) => {
    expect(keys(thanks(count)).filter((key) => key.startsWith("thanks"))).toEqual(expected);
  });

  it("gives the rescue badge for a left question, the bridge for a second language", () => {
    expect(keys(thanks(1, { rescued: true }))).toEqual(["welcome-1", "rescue-1"]);
    expect(keys([...thanks(1), ...thanks(1, { language: "fr" })])).toEqual(["welcome-1", "language-1"]);
  });

  it("shows as evidence the thanks that earned it, and no later ones", () => {
    const [first, , ...rest] = thanks(3);
    const french = thanks(1, { language: "fr" });
    const list = [first!, ...rest, ...french, ...thanks(2, { language: "fr", rescued: true })];
    expect(evidenceFor({ fact: "languages", count: 2 }, list)).toEqual([first, ...french]);
  });

  it("gives the same, with the same evidence, from history as live", () => {
    fc.assert(
      fc.property(history, (list) => {
        const live = new Map<string, string[]>();
        for (let length = 1; length <= list.length; length++) {
          for (const { badge, evidence } of earnedBadges(badges, list.slice(0, length))) {
            if (!live.has(badge.key))
              live.set(
                badge.key,
                evidence.map(({ id }) => id),
              );
          }
        }
        const fromHistory = new Map(
          earnedBadges(badges, list).map(({ badge, evidence }) => [badge.key, evidence.map(({ id }) => id)]),
        );
        expect(fromHistory).toEqual(live);
      }),
    );
  });

  it("never takes a badge back when thanks are added", () => {
    fc.assert(
      fc.property(history, history, (list, more) => {
        expect(keys([...list, ...more])).toEqual(expect.arrayContaining(keys(list)));
      }),
    );
  });
});

describe("nextBadge", () => {
  it("shows a newcomer the first badge", () => {
    for (const row of [badges, badges.toReversed()]) {
      expect(nextBadge(row, [])).toMatchObject({ badge: { key: "welcome-1" }, have: 0 });
    }
  });

  it("shows the nearest by its share: 23 of 30 on batteries before 23 of 50 in all", () => {
    expect(nextBadge(badges, thanks(23))).toMatchObject({ badge: { key: "topic-battery-3" }, have: 23 });
  });

  it("is always one not earned yet, and none is nearer", () => {
    fc.assert(
      fc.property(history, (list) => {
        const next = nextBadge(badges, list);
        expect(next).not.toBeNull();
        if (!next) return;
        expect(keys(list)).not.toContain(next.badge.key);
        const share = (badge: (typeof badges)[number]) =>
          evidenceFor(badge.rule, list).length / badge.rule.count;
        for (const badge of badges) {
          if (!keys(list).includes(badge.key)) expect(share(badge)).toBeLessThanOrEqual(share(next.badge));
        }
      }),
    );
  });

  it("ends when there is nothing left", () => {
    expect(nextBadge(badges.slice(0, 1), thanks(1))).toBeNull();
  });
});
