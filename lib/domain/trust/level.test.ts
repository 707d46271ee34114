import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  earnedLevel,
  flagWeight,
  isObserved,
  levelOf,
  mayCoach,
  seenLevels,
  type TrustFacts,
  trustFactNames,
  trustLevels,
} from "./level";

const count = fc.nat({ max: 120 });
const facts: fc.Arbitrary<TrustFacts> = fc.record({
  thanks: count,
  chats: count,
  days: count,
  coached: fc.nat({ max: 3 }),
  upheld: fc.nat({ max: 6 }),
  against: fc.nat({ max: 2 }),
});
const decision = fc.record({
  rule: fc.constantFrom("set" as const, "hold" as const),
  level: fc.constantFrom(...trustLevels),
});
const none: TrustFacts = { thanks: 0, chats: 0, days: 0, coached: 0, upheld: 0, against: 0 };

describe("levels of trust", () => {
  it("begin observed, and end with all powers", () => {
    expect(earnedLevel(none)).toBe(1);
    expect(earnedLevel({ ...none, thanks: 3, chats: 5 })).toBe(2);
    expect(earnedLevel({ ...none, thanks: 20, chats: 5, days: 30 })).toBe(3);
    expect(earnedLevel({ ...none, thanks: 50, chats: 5, days: 90, coached: 1, upheld: 3 })).toBe(4);
  });

  it("come one after the other: none is skipped", () => {
    fc.assert(
      fc.property(facts, (given) => {
        const reached = seenLevels(given).map(({ isReached }) => isReached);
        expect(reached).toEqual([...reached].sort((a, b) => Number(b) - Number(a)));
        expect(reached[0]).toBe(true);
      }),
    );
  });

  it("never sink by more help, and never rise by more reports that were found right", () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...trustFactNames), fc.nat({ max: 60 }), (given, fact, more) => {
        const after = earnedLevel({ ...given, [fact]: given[fact] + more });
        if (fact === "against") expect(after).toBeLessThanOrEqual(earnedLevel(given));
        else expect(after).toBeGreaterThanOrEqual(earnedLevel(given));
      }),
    );
  });

  it("come back by themselves once a report is old", () => {
    const good = { ...none, thanks: 20, chats: 5, days: 30 };
    expect(earnedLevel({ ...good, against: 1 })).toBe(1);
    expect(earnedLevel(good)).toBe(3);
  });

  it("say for each need what there is and what is wanted, and agree with the level", () => {
    fc.assert(
      fc.property(facts, (given) => {
        const levels = seenLevels(given);
        for (const { needs } of levels)
          for (const { fact, has, wants, isMost, isMet } of needs) {
            expect(has).toBe(given[fact]);
            expect(isMet).toBe(isMost ? has <= wants : has >= wants);
          }
        expect(earnedLevel(given)).toBe(levels.filter(({ isReached }) => isReached).length);
      }),
    );
  });

  it("follow a manager: set is exact, hold never raises, and without him the facts count again", () => {
    fc.assert(
      fc.property(facts, decision, (given, word) => {
        const level = levelOf(given, word, false);
        if (word.rule === "set") expect(level).toBe(word.level);
        else expect(level).toBe(Math.min(word.level, earnedLevel(given)));
        expect(levelOf(given, null, false)).toBe(earnedLevel(given));
        expect(levelOf(given, word, true)).toBe(1);
      }),
    );
  });

  it("give powers that only grow", () => {
    expect(trustLevels.map(isObserved)).toEqual([true, false, false, false]);
    expect(trustLevels.map(mayCoach)).toEqual([false, false, true, true]);
    expect(trustLevels.map(flagWeight)).toEqual([1, 1, 1, 2]);
  });
});
