import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createEndings, type Ending } from "@/components/desk/endings";

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

function setUp(end = vi.fn(async (_: string) => {})) {
  let shown: Readonly<Record<string, Ending>> = {};
  const endings = createEndings({
    end,
    onChange: (next) => {
      shown = next;
    },
  });
  return { end, endings, shown: () => shown };
}
const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe("an ending", () => {
  it("waits for its moment, is shown meanwhile, and happens once however often it is asked for", async () => {
    const { end, endings, shown } = setUp();
    const ended = endings.begin("a");
    expect(endings.begin("a")).toBe(ended);
    expect(shown()).toEqual({ a: { endsAt: 6_000 } });
    await wait(5_999);
    expect(end).not.toHaveBeenCalled();
    await wait(1);
    await ended;
    expect(end.mock.calls).toEqual([["a"]]);
    expect(shown()).toEqual({});
    expect(endings.keep("a")).toBe(false);
  });

  it("that is called off never happens", async () => {
    const { end, endings, shown } = setUp();
    const kept = endings.begin("a");
    expect(endings.keep("a")).toBe(true);
    await kept;
    await wait(60_000);
    expect(end).not.toHaveBeenCalled();
    expect(shown()).toEqual({});
  });

  it("waits while somebody holds it, and has its whole moment again after", async () => {
    const { end, endings, shown } = setUp();
    void endings.begin("a");
    await wait(5_000);
    endings.hold("a", true);
    expect(shown()).toEqual({ a: { endsAt: null } });
    await wait(60_000);
    endings.hold("a", false);
    expect(shown()).toEqual({ a: { endsAt: 71_000 } });
    await wait(5_999);
    expect(end).not.toHaveBeenCalled();
    await wait(1);
    expect(end).toHaveBeenCalledOnce();
    endings.hold("a", false);
    expect(shown()).toEqual({});
  });

  it("tells what kept it from happening", async () => {
    const { endings } = setUp(vi.fn(async () => Promise.reject(new Error("OFFLINE"))));
    const refused = expect(endings.begin("a")).rejects.toThrow("OFFLINE");
    await wait(6_000);
    await refused;
  });

  it("is handed over when the page goes, and does not happen here a second time", async () => {
    const { end, endings } = setUp();
    void endings.begin("a");
    void endings.begin("b");
    endings.keep("a");
    expect(endings.takeAll()).toEqual(["b"]);
    await wait(60_000);
    expect(end).not.toHaveBeenCalled();
  });
});
