import { describe, expect, it } from "vitest";
import type { RunFigures } from "@/lib/domain/simulation/run-meter";
import { difference, loadBars, overRuns, type Row, rows, table, waitsOf } from "./simulated-figures";

const run = (of: Partial<RunFigures>): RunFigures => ({
  questions: 10,
  answered: 8,
  missed: 2,
  abandoned: 2,
  left: 0,
  missedAt: [],
  promisesKept: 0,
  promisesBroken: 0,
  waits: [],
  offers: 9,
  overloads: 0,
  loads: [],
  ...of,
});
const row = (name: string) => rows.find((one) => one.name === name) as Row;

describe("figures over runs", () => {
  it("are means with intervals, and a dash of what never was", () => {
    const runs = [1, 2, 3, 4, 5, 6, 7, 8].map((missed) => run({ missed }));
    // A deviation of 2.449 over the root of 8, times 2.365.
    expect(overRuns(row("missed"), runs)).toBe("4.5 ± 2");
    expect(overRuns(row("missed"), runs.slice(0, 1))).toBe("1");
    expect(overRuns(row("promises kept"), runs)).toBe("–");
    expect(overRuns(row("wait, half"), [run({ waits: [2, 4, 6] })])).toBe("4.0 s");
  });

  it("differ pair by pair", () => {
    const before = [12, 30, 21].map((missed) => run({ missed }));
    const after = before.map(({ missed }) => run({ missed: missed - 11 }));
    expect(difference(row("missed"), before, after)).toBe("-11 ± 0");
  });

  it("stand in a table with every row", () => {
    const lines = table([["now", (one) => overRuns(one, [run({})])]]);
    expect(lines).toHaveLength(rows.length + 1);
    expect(new Set(lines.map((line) => line.length)).size).toBe(1);
  });
});

describe("loads", () => {
  it("are means over runs, the busiest first, without those who carried nothing", () => {
    const load = (memberId: string, chats: number) => ({
      memberId,
      chats,
      most: 1,
      overloads: 0,
      presentSeconds: 100,
      fullSeconds: 10 * chats,
    });
    const runs = [2, 4].map((chats) =>
      run({ loads: [load("idle", 0), load("nadia", chats), load("samir", 1)] }),
    );
    expect(loadBars(runs)).toEqual([
      { name: "nadia", value: 3, text: "3 chats, 30.0 % full" },
      { name: "samir", value: 1, text: "1 chats, 10.0 % full" },
    ]);
  });
});

describe("the scale of waits", () => {
  it("reaches over nine in ten in round seconds", () => {
    expect(waitsOf([run({ waits: [9, 12] }), run({ waits: [1, 44] })])).toEqual({
      waits: [1, 9, 12, 44],
      most: 50,
    });
    expect(waitsOf([run({})])).toEqual({ waits: [], most: 10 });
  });
});
