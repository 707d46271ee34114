import { describe, expect, it } from "vitest";
import { coalesce } from "./coalesce";

type Input = { key: string; value: number };

/** A task whose runs end when the test says so. */
function held() {
  const runs: { input: Input; end: () => void; fail: (error: Error) => void }[] = [];
  const task = coalesce<Input>(
    (input) => new Promise((end, fail) => runs.push({ input, end, fail })),
    ({ key }) => key,
    (one, other) => ({ ...one, value: Math.max(one.value, other.value) }),
  );
  const turn = () => new Promise((done) => setImmediate(done));
  return { runs, task, turn };
}

describe("coalesce", () => {
  it("makes one more run of all that is asked during a run", async () => {
    const { runs, task, turn } = held();
    const first = task({ key: "a", value: 1 });
    const others = [task({ key: "a", value: 2 }), task({ key: "a", value: 9 }), task({ key: "a", value: 3 })];
    expect(runs.map(({ input }) => input.value)).toEqual([1]);
    runs[0]?.end();
    await first;
    await turn();
    expect(runs.map(({ input }) => input.value)).toEqual([1, 9]);
    runs[1]?.end();
    await Promise.all(others);
    void task({ key: "a", value: 4 });
    expect(runs).toHaveLength(3);
  });

  it("keeps keys apart", () => {
    const { runs, task } = held();
    void task({ key: "a", value: 1 });
    void task({ key: "b", value: 2 });
    expect(runs).toHaveLength(2);
  });

  it("tells a failure to those who asked for that run, and goes on", async () => {
    const { runs, task, turn } = held();
    const first = task({ key: "a", value: 1 });
    const second = task({ key: "a", value: 2 });
    runs[0]?.fail(new Error("gone"));
    await expect(first).rejects.toThrow("gone");
    await turn();
    runs[1]?.end();
    await expect(second).resolves.toBeUndefined();
  });
});
