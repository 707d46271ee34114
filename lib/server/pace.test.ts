import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keepPaces, paced } from "./pace";

const now = new Date("2026-03-10T09:00:00.000Z");
const run = vi.fn(async (_key: string, _at: Date) => undefined);
const keys = () => run.mock.calls.map(([key]) => key);
let ask: ReturnType<typeof paced>;
let tests = 0;

beforeEach(() => {
  vi.useFakeTimers();
  run.mockClear();
  tests += 1;
  ask = paced({ name: `test ${tests}`, pauseMs: 500, run });
});
afterEach(() => {
  keepPaces(false);
  vi.useRealTimers();
});

describe("paced", () => {
  it("runs at once, then once for all who asked during the pause, and again after that", async () => {
    keepPaces(true);
    await ask("a", now);
    expect(keys()).toEqual(["a"]);
    for (let i = 0; i < 9; i++) await ask("a", now);
    expect(keys()).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(500);
    expect(keys()).toHaveLength(2);
    await ask("a", now);
    expect(keys()).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(keys()).toHaveLength(3);
    await ask("a", now);
    expect(keys()).toHaveLength(4);
  });

  it("lets no key wait for another, nor one task for another", async () => {
    keepPaces(true);
    const other = paced({ name: `other ${tests}`, pauseMs: 500, run });
    await ask("one", now);
    await ask("two", now);
    await other("one", now);
    expect(keys()).toEqual(["one", "two", "one"]);
  });

  it("runs each time where nothing would make up for it, and forgets what it had put off", async () => {
    keepPaces(true);
    await ask("a", now);
    await ask("a", now);
    keepPaces(false);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(keys()).toHaveLength(1);
    await ask("a", now);
    await ask("a", now);
    expect(keys()).toHaveLength(3);
  });
});
