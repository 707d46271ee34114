import { describe, expect, it } from "vitest";
import { defaultSettings } from "@/lib/domain/brand/settings";
import { type Invented, inventedWorld } from "./invented";
import { RunMeter } from "./run-meter";
import { simulate } from "./simulate";

const model: Invented = {
  arrivals: { kind: "constant", value: 100 },
  patience: { kind: "constant", value: 30 },
  service: { kind: "constant", value: 250 },
  accept: { kind: "constant", value: 4 },
  answer: { kind: "constant", value: 6 },
  experts: 2,
  staff: 0,
  capacity: 1,
  seconds: 1_000,
};

function figuresOf(of: Partial<Invented>, seed = 1) {
  const world = inventedWorld({ ...model, ...of }, seed);
  const meter = new RunMeter(
    world.people.map(({ memberId, capacity }) => ({ memberId, capacity, usual: capacity })),
  );
  simulate(world, defaultSettings, meter.hear);
  return meter.figures();
}

describe("an invented brand", () => {
  it("loses whom nobody has a place for in their patience", () => {
    // Asked at 100, 200, … 900. Two are taken for 4 + 250 s each, so every third finds nobody for at least 54 s.
    const figures = figuresOf({});
    expect(figures).toMatchObject({ questions: 9, answered: 6, missed: 3, abandoned: 3 });
    expect(figures.missedAt).toEqual([300, 600, 900]);
    expect(new Set(figures.waits)).toEqual(new Set([4]));
    expect(figures.promisesKept).toBe(6);
  });

  it("lets the patient wait, and loses nobody with a place more", () => {
    const patient = figuresOf({ patience: null });
    expect(patient).toMatchObject({ questions: 9, answered: 9 });
    expect(patient.waits.at(-1)).toBeGreaterThan(54);
    expect(figuresOf({ capacity: 2 })).toMatchObject({ answered: 9, missed: 0 });
    expect(figuresOf({ staff: 1 })).toMatchObject({ answered: 9, missed: 0 });
  });

  it("comes out alike for a seed, and meets the same visitors with more people", () => {
    const random: Partial<Invented> = { arrivals: { kind: "exponential", mean: 40 }, seconds: 5_000 };
    expect(figuresOf(random, 7)).toEqual(figuresOf(random, 7));
    expect(figuresOf({ ...random, experts: 5 }, 7).questions).toBe(figuresOf(random, 7).questions);
    expect(figuresOf(random, 8).questions).not.toBe(figuresOf(random, 7).questions);
  });
});
