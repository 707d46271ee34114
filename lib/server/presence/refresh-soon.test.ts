import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { paceRefreshes, refreshSoon } from "./refresh-soon";

const { refreshAvailability } = vi.hoisted(() => ({
  refreshAvailability: vi.fn(async (_wish: { brandId: string; now: Date }) => undefined),
}));
vi.mock("./refresh-availability", () => ({ refreshAvailability }));

const now = new Date("2026-03-10T09:00:00.000Z");
const brands = () => refreshAvailability.mock.calls.map(([{ brandId }]) => brandId);
let brand = 0;

beforeEach(() => {
  vi.useFakeTimers();
  refreshAvailability.mockClear();
  brand += 1;
});
afterEach(() => {
  paceRefreshes(false);
  vi.useRealTimers();
});

describe("refreshSoon", () => {
  it("refreshes at once, then once for all who asked within half a second, and again after that", async () => {
    paceRefreshes(true);
    const brandId = `paced-${brand}`;
    const ask = () => refreshSoon({ brandId, now });
    await ask();
    expect(brands()).toEqual([brandId]);
    for (let i = 0; i < 9; i++) await ask();
    expect(brands()).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(500);
    expect(brands()).toHaveLength(2);
    await ask();
    expect(brands()).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(brands()).toHaveLength(3);
    await ask();
    expect(brands()).toHaveLength(4);
  });

  it("lets no brand wait for another", async () => {
    paceRefreshes(true);
    const names = [`one-${brand}`, `two-${brand}`];
    for (const brandId of names) await refreshSoon({ brandId, now });
    expect(brands()).toEqual(names);
  });

  it("refreshes each time where nothing would make up for it, and forgets what it had put off", async () => {
    paceRefreshes(true);
    const brandId = `ended-${brand}`;
    await refreshSoon({ brandId, now });
    await refreshSoon({ brandId, now });
    paceRefreshes(false);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(brands()).toHaveLength(1);
    await refreshSoon({ brandId, now });
    await refreshSoon({ brandId, now });
    expect(brands()).toHaveLength(3);
  });
});
