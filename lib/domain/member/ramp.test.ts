import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultSettings } from "@/lib/domain/brand/settings";
import {
  climbedStage,
  earnedStage,
  type RampFacts,
  type RampSettings,
  stageCapacity,
  stages,
  wantedCapacity,
} from "./ramp";

const nobody: RampFacts = { kind: "owner", thanks: 0, chats: 0, ratings: 0, stars: null };
const facts = (given: Partial<RampFacts>): RampFacts => ({ ...nobody, ...given });

const anyFacts = fc
  .record({
    kind: fc.constantFrom("owner" as const, "staff" as const),
    thanks: fc.nat(60),
    chats: fc.nat(60),
    ratings: fc.nat(60),
    stars: fc.double({ min: 1, max: 5, noNaN: true }),
  })
  .map((each): RampFacts => ({ ...each, stars: each.ratings === 0 ? null : each.stars }));
const capacity = fc.integer({ min: 1, max: 4 });
const threshold = fc.integer({ min: 1, max: 40 });
const anySettings: fc.Arbitrary<RampSettings> = fc
  .record({
    newExpertCapacity: capacity,
    confirmedExpertCapacity: capacity,
    fullExpertCapacity: capacity,
    newStaffCapacity: capacity,
    fullStaffCapacity: capacity,
    confirmedAfterThanks: threshold,
    fullAfterThanks: threshold,
    staffFullAfterChats: threshold,
    raiseFromStars: fc.double({ min: 1, max: 5, noNaN: true }),
    raiseAfterRatings: threshold,
  })
  .map((each) => ({ ...each, fullAfterThanks: each.confirmedAfterThanks + each.fullAfterThanks }));
const anyStage = fc.constantFrom(...stages);
const rank = (stage: (typeof stages)[number]) => stages.indexOf(stage);

describe("the ramp by default", () => {
  it.each([
    [{}, "new"],
    [{ thanks: 4, chats: 90 }, "new"],
    [{ thanks: 5 }, "confirmed"],
    [{ thanks: 19 }, "confirmed"],
    [{ thanks: 20 }, "full"],
    [{ kind: "staff" as const, thanks: 90, chats: 19 }, "new"],
    [{ kind: "staff" as const, chats: 20 }, "full"],
  ])("%j is %s", (given, stage) => {
    expect(earnedStage(facts(given), defaultSettings)).toBe(stage);
  });

  it("gives experts 1, 2 and 3 chats at once, staff 2 and 3", () => {
    const of = (role: "expert" | "agent" | "manager") =>
      stages.map((stage) => stageCapacity(stage, role, defaultSettings));
    expect(of("expert")).toEqual([1, 2, 3]);
    expect(of("agent")).toEqual([2, 2, 3]);
    expect(of("manager")).toEqual([2, 2, 3]);
  });

  it("gives a later stage no fewer than an earlier one", () => {
    expect(stageCapacity("confirmed", "expert", { ...defaultSettings, newExpertCapacity: 3 })).toBe(3);
  });

  it("raises nobody below 4.3 stars once there are 20 ratings", () => {
    const climbed = (ratings: number, stars: number) =>
      climbedStage("new", facts({ thanks: 8, ratings, stars }), defaultSettings);
    expect(climbed(19, 3)).toBe("confirmed");
    expect(climbed(20, 4.29)).toBe("new");
    expect(climbed(20, 4.3)).toBe("confirmed");
  });
});

describe("whatever the facts and settings", () => {
  it("leads upwards only", () => {
    fc.assert(
      fc.property(anyStage, anyFacts, anySettings, (stage, known, settings) => {
        expect(rank(climbedStage(stage, known, settings))).toBeGreaterThanOrEqual(rank(stage));
      }),
    );
  });

  it("never takes back for one thanks, chat or rating more", () => {
    fc.assert(
      fc.property(anyFacts, anySettings, fc.constantFrom("thanks", "chats"), (known, settings, what) => {
        const more = { ...known, [what]: known[what as "thanks" | "chats"] + 1 };
        expect(rank(earnedStage(more, settings))).toBeGreaterThanOrEqual(rank(earnedStage(known, settings)));
      }),
    );
  });

  it("stands still once it has been applied", () => {
    fc.assert(
      fc.property(anyStage, anyFacts, anySettings, (stage, known, settings) => {
        const once = climbedStage(stage, known, settings);
        expect(climbedStage(once, known, settings)).toBe(once);
      }),
    );
  });

  it("raises nobody below the floor", () => {
    fc.assert(
      fc.property(anyStage, anyFacts, anySettings, (stage, known, settings) => {
        fc.pre(known.ratings >= settings.raiseAfterRatings && (known.stars ?? 5) < settings.raiseFromStars);
        expect(climbedStage(stage, known, settings)).toBe(stage);
      }),
    );
  });

  it("lets nobody take more than four, nor more than he wants", () => {
    const number = fc.option(capacity, { nil: null });
    fc.assert(
      fc.property(number, capacity, number, (fixed, rule, wish) => {
        const wanted = wantedCapacity({ fixed, rule, wish });
        expect(wanted).toBeLessThanOrEqual(Math.min(4, wish ?? 4, fixed ?? rule));
        expect(wanted).toBeGreaterThanOrEqual(1);
      }),
    );
  });
});
