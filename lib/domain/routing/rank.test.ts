import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultSettings } from "@/lib/domain/brand/settings";
import type { Candidate } from "./candidate";
import { askingOrder, rank } from "./rank";
import { skillOf } from "./skill";
import { candidate, start as now } from "./testing/people";

const owner = (memberId: string, facts: Partial<Candidate> = {}) =>
  candidate(memberId, { thanks: 20, misses: 2, ...facts });

const order = (candidates: Candidate[], chance = 0.5) =>
  askingOrder(candidates, chance, defaultSettings, now).map(({ memberId }) => memberId);

describe("skillOf", () => {
  it("does not let one lucky rating rule over many good ones", () => {
    expect(skillOf({ thanks: 1, misses: 0 })).toBeLessThan(skillOf({ thanks: 30, misses: 2 }));
  });

  it("grows with thanks, falls with misses, and stays between 0 and 1", () => {
    fc.assert(
      fc.property(fc.nat(2_000), fc.nat(2_000), (thanks, misses) => {
        const skill = skillOf({ thanks, misses });
        expect(skillOf({ thanks: thanks + 1, misses })).toBeGreaterThan(skill);
        expect(skillOf({ thanks, misses: misses + 1 })).toBeLessThanOrEqual(skill);
        expect(skill).toBeGreaterThanOrEqual(0);
        expect(skill).toBeLessThan(1);
      }),
    );
  });
});

describe("rank", () => {
  it("prefers skill, ownership, the narrower expert, the longer idle one, all else equal", () => {
    const plain = owner("plain");
    for (const better of [
      { thanks: 60 },
      { ownsProduct: true },
      { topicIds: ["battery"] },
      { idleSince: new Date(now.getTime() - 600_000) },
    ])
      expect(order([plain, owner("better", better)])).toEqual(["better", "plain"]);
  });

  it("does not take somebody who carries a chat for rested, though he has places left", () => {
    const rested = { capacity: 3, idleSince: new Date(now.getTime() - 3_600_000) };
    const busy = owner("busy", { ...rested, load: 1 });
    expect(
      rank(
        [busy, owner("free", { capacity: 3, idleSince: new Date(now.getTime() - 60_000) })],
        defaultSettings,
        now,
      ),
    ).toMatchObject([{ memberId: "free" }, { memberId: "busy", terms: { idle: 0 } }]);
    expect(order([busy, owner("free", rested)])).toEqual(["free", "busy"]);
  });

  it("follows the brand's weights", () => {
    const skilled = owner("skilled", { thanks: 200, topicIds: ["a", "b", "c", "d", "e", "f"] });
    const narrow = owner("narrow", { thanks: 5, topicIds: ["a"] });
    const narrowest = { ...defaultSettings, skillWeight: 5, narrownessWeight: 90 };
    expect(rank([skilled, narrow], narrowest, now)[0]?.memberId).toBe("narrow");
    expect(rank([skilled, narrow], { ...defaultSettings, skillWeight: 300 }, now)[0]?.memberId).toBe(
      "skilled",
    );
  });

  it("explains each score by terms between 0 and 1", () => {
    for (const { score, terms } of rank(
      [owner("a"), owner("b", { thanks: 0, misses: 9 })],
      defaultSettings,
      now,
    ))
      for (const part of [score, ...Object.values(terms)]) {
        expect(part).toBeGreaterThanOrEqual(0);
        expect(part).toBeLessThanOrEqual(1);
      }
  });
});

describe("askingOrder", () => {
  it("asks first whom the visitor thanked before, and says so", () => {
    const [first] = askingOrder(
      [owner("best", { thanks: 90 }), owner("friend", { thanks: 3, wasThanked: true })],
      0,
      defaultSettings,
      now,
    );
    expect(first).toMatchObject({ memberId: "friend", before: "thanked" });
  });

  it("gives newcomers the first chance in the set share of questions, each as often", () => {
    const people = [
      owner("best", { thanks: 90 }),
      owner("new-1", { thanks: 0 }),
      owner("new-2", { thanks: 1 }),
    ];
    const firsts = Array.from({ length: 10_000 }, (_, i) => order(people, i / 10_000)[0]);
    const times = (id: string) => firsts.filter((first) => first === id).length;
    expect(times("best")).toBe(9_500);
    expect([times("new-1"), times("new-2")]).toEqual([250, 250]);
  });

  it("gives the first chance to those newcomers who have been idle for longest, however many there are", () => {
    const people = Array.from({ length: 40 }, (_, i) =>
      owner(`new-${i}`, { thanks: 0, idleSince: new Date(now.getTime() - i * 1000) }),
    );
    const firsts = new Set(Array.from({ length: 500 }, (_, i) => order(people, i / 10_000)[0]));
    expect(firsts).toEqual(new Set(people.slice(-16).map(({ memberId }) => memberId)));
  });

  it("asks the best where nobody is new", () => {
    expect(order([owner("second"), owner("best", { thanks: 90 })], 0)[0]).toBe("best");
  });

  it("leaves nobody out and depends on no order of the input", () => {
    const anybody = fc.record({ thanks: fc.nat(50), misses: fc.nat(9), wasThanked: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(anybody, { maxLength: 8 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (facts, chance) => {
          const people = facts.map((each, i) => owner(`m${i}`, each));
          const asked = order(people, chance);
          expect([...asked].sort()).toEqual(people.map(({ memberId }) => memberId).sort());
          expect(order([...people].reverse(), chance)).toEqual(asked);
        },
      ),
    );
  });
});
