import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultBadges } from "@/lib/domain/badge/default-badges";
import {
  type CountedFact,
  earnedBadges,
  earnedBy,
  evidenceFor,
  inOrder,
  nextBadge,
  type RuleInTime,
  seasonOf,
} from "@/lib/domain/badge/earn";
import { BadgeRule } from "@/lib/domain/badge/schema";
import { BadgeMark } from "@/lib/domain/member/view";

const topics = [
  { slug: "battery", names: { en: "Battery", fr: "Batterie" } },
  { slug: "brakes", names: { en: "Brakes", fr: "Freins" } },
];
const always = { ruleSince: null, pastRules: [], until: null };
const badges = defaultBadges(topics).map((badge) => ({ ...badge, ...always }));
const start = Date.parse("2026-03-10T09:00:00.000Z");
const day = 24 * 3600 * 1000;
const on = (days: number) => new Date(start + days * day);

/** Facts in a row, one a minute; `facts(5)` is five thanks on batteries in English. */
function facts(count: number, fields: Partial<CountedFact> = {}): CountedFact[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `${JSON.stringify(fields)}-${String(index).padStart(3, "0")}`,
    kind: "thanks.received",
    at: new Date(start + index * 60_000),
    topic: "battery",
    language: "en",
    ...fields,
  }));
}

const keys = (history: readonly CountedFact[]) => earnedBadges(badges, history).map(({ badge }) => badge.key);

const history = fc
  .array(
    fc.record({
      kind: fc.constantFrom<CountedFact["kind"]>(
        "thanks.received",
        "thanks.lasting",
        "question.rescued",
        "safety.upheld",
        "newcomer.coached",
      ),
      topic: fc.constantFrom("battery", "brakes", "unknown", null),
      language: fc.constantFrom("en", "fr", null),
      at: fc.integer({ min: 0, max: 900 }).map(on),
    }),
    { maxLength: 60 },
  )
  .map((list) =>
    list.map((fields, index): CountedFact => ({ id: String(index).padStart(3, "0"), ...fields })),
  );

/** What a list of awards says, whatever its order. */
const saying = (earned: ReturnType<typeof earnedBadges<(typeof badges)[number]>>) =>
  new Map(earned.map(({ badge, evidence, at }) => [badge.key, [at, evidence.map(({ id }) => id)]]));

describe("defaultBadges", () => {
  it("gives rows that a brand can store and a screen can draw", () => {
    const definitions = defaultBadges(topics);
    expect(new Set(definitions.map(({ key }) => key)).size).toBe(definitions.length);
    for (const { rule, series, ...mark } of definitions) {
      expect(BadgeMark.parse(mark)).toEqual(mark);
      expect(BadgeRule.parse(rule)).toEqual(rule);
      expect(mark.key).toBe(`${series}-${mark.level}`);
    }
  });

  it("names a topic's badges after it", () => {
    expect(badges.find(({ key }) => key === "topic-battery-2")).toMatchObject({
      names: { en: "Battery sage", fr: "Sage batterie" },
      level: 2,
      rule: { fact: "thanks.received", topic: "battery", count: 15 },
    });
  });

  it("has a series of every family", () => {
    expect(new Set(badges.map(({ family }) => family)).size).toBe(9);
  });
});

describe("seasonOf", () => {
  it.each([
    ["2026-02-28T23:59:00Z", "2026-1"],
    ["2026-03-01T00:00:00Z", "2026-2"],
    ["2026-08-31T12:00:00Z", "2026-3"],
    ["2026-11-30T12:00:00Z", "2026-4"],
    ["2026-12-01T00:00:00Z", "2027-1"],
    ["2027-01-15T00:00:00Z", "2027-1"],
  ])("puts %s into %s", (at, season) => {
    expect(seasonOf(new Date(at))).toBe(season);
  });
});

describe("earnedBadges", () => {
  it("gives nothing for nothing", () => {
    expect(keys([])).toEqual([]);
  });

  it("welcomes the first thanks", () => {
    expect(keys(facts(1))).toEqual(["welcome-1"]);
  });

  it.each([
    [4, []],
    [5, ["topic-battery-1"]],
    [15, ["topic-battery-1", "topic-battery-2"]],
    [30, ["topic-battery-1", "topic-battery-2", "topic-battery-3"]],
  ])("gives for %i thanks on batteries: %j", (count, expected) => {
    expect(keys(facts(count)).filter((key) => key.startsWith("topic"))).toEqual(expected);
  });

  it.each([
    [9, []],
    [10, ["thanks-1"]],
    [50, ["thanks-1", "thanks-2"]],
    [200, ["thanks-1", "thanks-2", "thanks-3"]],
  ])("gives for %i thanks in all: %j", (count, expected) => {
    expect(keys(facts(count)).filter((key) => key.startsWith("thanks"))).toEqual(expected);
  });

  it.each([
    [2, []],
    [3, ["lasting-1"]],
    [10, ["lasting-1", "lasting-2"]],
    [30, ["lasting-1", "lasting-2", "lasting-3"]],
  ])("gives for %i thanks that still held two weeks later: %j", (count, expected) => {
    expect(keys(facts(count, { kind: "thanks.lasting" }))).toEqual(expected);
  });

  it.each([
    ["question.rescued", "rescue-1"],
    ["safety.upheld", "safety-1"],
    ["newcomer.coached", "coach-1"],
  ] as const)("gives for %s: %s", (kind, key) => {
    expect(keys(facts(1, { kind }))).toEqual([key]);
  });

  it("gives the bridge for a second language, the weathers for a fourth season", () => {
    expect(keys([...facts(1), ...facts(1, { language: "fr" })])).toEqual(["welcome-1", "language-1"]);
    const seasons = [0, 100, 101, 200].flatMap((days) => facts(1, { at: on(days) }));
    expect(keys(seasons)).not.toContain("season-1");
    expect(keys([...seasons, ...facts(1, { at: on(300) })])).toContain("season-1");
  });

  it("shows as evidence the facts that earned it, and no later ones", () => {
    const [first, second, third] = facts(3);
    const french = { ...facts(1, { language: "fr" })[0]!, at: on(1) };
    const list = inOrder([first!, second!, third!, french, { ...french, id: "later", at: on(2) }]);
    expect(evidenceFor({ fact: "thanks.received", distinct: "language", count: 2 }, list)).toEqual([
      first,
      french,
    ]);
  });

  it("gives the same, with the same evidence and moment, from history as live", () => {
    fc.assert(
      fc.property(history, (list) => {
        const ordered = inOrder(list);
        const live = new Map<string, unknown>();
        for (let length = 1; length <= ordered.length; length++) {
          for (const [key, said] of saying(earnedBadges(badges, ordered.slice(0, length)))) {
            if (!live.has(key)) live.set(key, said);
          }
        }
        expect(saying(earnedBadges(badges, list))).toEqual(live);
      }),
    );
  });

  it("gives the same in whatever order the facts arrive", () => {
    const shuffled = history.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(saying(earnedBadges(badges, other))).toEqual(saying(earnedBadges(badges, list)));
      }),
    );
  });

  it("never takes a badge back when later facts are added", () => {
    fc.assert(
      fc.property(history, history, (list, more) => {
        const later = more.map((fact) => ({ ...fact, id: `z${fact.id}`, at: on(1000) }));
        expect(keys([...list, ...later])).toEqual(expect.arrayContaining(keys(list)));
      }),
    );
  });
});

describe("a rule that was changed", () => {
  const ofCount = (count: number) => ({ fact: "thanks.received", count }) as const;
  const byDay = Array.from({ length: 10 }, (_, index) => facts(1, { id: `f${index}`, at: on(index) })[0]!);
  const raised: RuleInTime = {
    rule: ofCount(8),
    ruleSince: on(4.5),
    pastRules: [{ rule: ofCount(3), from: null, until: on(4.5).toISOString() }],
    until: null,
  };

  it("leaves the badge to who had earned it before, on the day on which he did", () => {
    expect(earnedBy(raised, byDay)).toMatchObject({ at: on(2) });
  });

  it("asks more of who comes later", () => {
    expect(earnedBy(raised, byDay.slice(4))).toBeNull();
  });

  it("gives a lowered one for what was done before, from the day of the change on", () => {
    const lowered = {
      ...raised,
      rule: ofCount(2),
      pastRules: [{ ...raised.pastRules[0]!, rule: ofCount(9) }],
    };
    expect(earnedBy(lowered, byDay.slice(0, 3))).toMatchObject({ at: on(4.5) });
  });

  it("gives nothing after its end, and keeps what was earned before", () => {
    expect(earnedBy({ ...always, rule: ofCount(3), until: on(2) }, byDay)).toBeNull();
    expect(earnedBy({ ...always, rule: ofCount(3), until: on(2.1) }, byDay)).toMatchObject({ at: on(2) });
  });
});

describe("nextBadge", () => {
  it("shows a newcomer the first badge", () => {
    for (const row of [badges, badges.toReversed()]) {
      expect(nextBadge(row, [])).toMatchObject({ badge: { key: "welcome-1" }, have: 0 });
    }
  });

  it("shows the nearest by its share: 23 of 30 on batteries before 23 of 50 in all", () => {
    expect(nextBadge(badges, facts(23))).toMatchObject({ badge: { key: "topic-battery-3" }, have: 23 });
  });

  it("is always one not earned yet, and none is nearer", () => {
    fc.assert(
      fc.property(history, (list) => {
        const next = nextBadge(badges, list);
        expect(next).not.toBeNull();
        if (!next) return;
        expect(keys(list)).not.toContain(next.badge.key);
        const share = (badge: (typeof badges)[number]) =>
          evidenceFor(badge.rule, inOrder(list)).length / badge.rule.count;
        for (const badge of badges) {
          if (!keys(list).includes(badge.key)) expect(share(badge)).toBeLessThanOrEqual(share(next.badge));
        }
      }),
    );
  });

  it("ends when there is nothing left", () => {
    expect(nextBadge(badges.slice(0, 1), facts(1))).toBeNull();
  });
});
