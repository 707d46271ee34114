import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { later } from "@/lib/server/clock";
import { startClock } from "./clock";
import { nextWake, runDue } from "./run-due";

const database = vi.hoisted(() => ({ hear: (_payload: string) => {} }));

vi.mock("./run-due", () => ({ runDue: vi.fn(async () => {}), nextWake: vi.fn(async () => null) }));
vi.mock("./watch-queue", () => ({ watchQueue: vi.fn(async () => {}) }));
vi.mock("@/lib/server/database", () => ({
  listen: async (_channel: string, onPayload: (payload: string) => void) => {
    database.hear = onPayload;
    return { stop: async () => {} };
  },
}));
vi.mock("@/lib/server/env", () => ({ env: () => ({ DATABASE_URL: "postgres://nowhere" }) }));
vi.mock("pg", () => ({
  default: {
    Client: class {
      on() {}
      async connect() {}
      async query() {}
      async end() {}
    },
  },
}));

let clock: { stop(): Promise<void> };
beforeEach(async () => {
  vi.useFakeTimers({ now: new Date("2026-03-10T09:00:00.000Z") });
  clock = await startClock();
});
afterEach(async () => {
  await clock.stop();
  vi.useRealTimers();
  vi.resetAllMocks();
});

it("looks at the next due moment, and every second whether it was told or not", async () => {
  vi.mocked(nextWake).mockResolvedValueOnce(later(new Date(), 1.3));
  await vi.advanceTimersByTimeAsync(1_299);
  expect(runDue).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(runDue).toHaveBeenCalledTimes(2);
  database.hear(later(new Date(), 0.2).toISOString());
  await vi.advanceTimersByTimeAsync(200);
  expect(runDue).toHaveBeenCalledTimes(3);
});

it("tries again once a second what is due and fails every time", async () => {
  vi.mocked(nextWake).mockResolvedValue(new Date("2026-03-10T08:59:00.000Z"));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(runDue).toHaveBeenCalledTimes(10);
});
