import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { connectDesk } from "@/components/desk/desk-connection";
import type { DeskRequests } from "@/components/desk/desk-requests";
import { createDeskStore } from "@/components/desk/desk-store";
import { createClockOffset } from "@/lib/client/clock-offset";
import type { RealtimeOptions, RealtimeStatus } from "@/lib/client/realtime";
import { channels } from "@/lib/domain/channel";
import { at, beat, id, offer, snapshot } from "@/lib/domain/desk/testing/desk";
import type { BeatAnswer, DeskState } from "@/lib/domain/desk/view";

let tell: (status: RealtimeStatus) => void;
let subscribe: (channel: string) => void;
let poll: () => Promise<unknown>;
vi.mock("@/lib/client/realtime", () => ({
  connectRealtime(options: RealtimeOptions) {
    tell = options.onStatus;
    subscribe = options.onSubscribed;
    poll = async () => options.poll?.();
    return { subscribe() {}, unsubscribe() {}, close() {} };
  },
}));

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(at(0)) });
  vi.stubGlobal("document", new EventTarget());
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("Worker", undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** An open desk; `beats()` counts since it was last asked. `answer` is what the next beats bring. */
async function setUp(state: Partial<DeskState> = {}, status: RealtimeStatus | null = null) {
  let answer: Promise<BeatAnswer> = Promise.resolve(beat({ self: { ...snapshot(state).self } }));
  const send = vi.fn(() => answer);
  const read = vi.fn(async () => snapshot(state));
  const requests = { read, beat: send } as Partial<DeskRequests> as DeskRequests;
  const clock = createClockOffset();
  const store = createDeskStore({ requests, clock });
  const connection = connectDesk({
    brandSlug: "volt",
    screenId: "screen-of-the-test",
    requests,
    clock,
    store,
    room: { hear: () => {}, read: () => {} },
    epoch: () => 0,
  });
  await vi.advanceTimersByTimeAsync(0);
  if (status) tell(status);
  const beats = () => {
    const count = send.mock.calls.length;
    send.mockClear();
    return count;
  };
  beats();
  return {
    store,
    connection,
    beats,
    read,
    answerWith: (next: Promise<BeatAnswer>) => {
      answer = next;
    },
  };
}
const tenSeconds = () => vi.advanceTimersByTimeAsync(10_000);

describe("a desk's polls", () => {
  it("are beats, for a thousand may poll at once, and now and then read everything", async () => {
    const { beats, read } = await setUp({}, "polling");
    read.mockClear();
    for (let i = 0; i < 4; i++) await poll();
    expect(beats()).toBe(4);
    expect(read).not.toHaveBeenCalled();
    await poll();
    expect(beats()).toBe(0);
    expect(read).toHaveBeenCalledTimes(1);
    tell("live");
    for (let i = 0; i < 4; i++) await poll();
    expect(read).toHaveBeenCalledTimes(1);
  });

  it("fail where a beat fails, by which the line is known to be dead", async () => {
    const { answerWith } = await setUp({}, "polling");
    const refused = Promise.reject(new Error("no answer"));
    refused.catch(() => undefined);
    answerWith(refused);
    await expect(poll()).rejects.toThrow("no answer");
  });
});

describe("a desk's beats", () => {
  it("are as many as a lease needs while events arrive, and while nothing does", async () => {
    const { beats } = await setUp({}, "live");
    await tenSeconds();
    expect(beats()).toBe(1);
    tell("offline");
    await tenSeconds();
    expect(beats()).toBe(1);
  });

  it("come every second where events do not, so that an offer is found in time to be confirmed", async () => {
    const { store, beats, answerWith } = await setUp({}, "polling");
    await tenSeconds();
    expect(beats()).toBe(10);
    answerWith(Promise.resolve(beat({ offers: [offer(1, { expiresAt: at(60) })] })));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(store.view().desk?.offers.map((each) => each.id)).toEqual([id(1)]);
    beats();
    tell("live");
    await tenSeconds();
    expect(beats()).toBe(1);
  });

  it("come every second until the line is known, too", async () => {
    const { beats } = await setUp();
    await tenSeconds();
    expect(beats()).toBe(10);
  });

  it.each([
    ["who has paused", { isOpen: false }],
    ["whom a manager has paused", { isPausedByManager: true }],
  ])("are the usual ones for one %s: nobody asks him", async (_, self) => {
    const { beats } = await setUp({ self: { ...snapshot().self, ...self } }, "polling");
    await tenSeconds();
    expect(beats()).toBe(1);
  });

  it("wait for a slow answer instead of piling up, and leave its server alone for as long as a usual beat", async () => {
    const { beats, answerWith } = await setUp({}, "polling");
    let arrive = (_: BeatAnswer) => {};
    answerWith(
      new Promise((resolve) => {
        arrive = resolve;
      }),
    );
    await tenSeconds();
    expect(beats()).toBe(1);
    arrive(beat());
    await vi.advanceTimersByTimeAsync(9_000);
    expect(beats()).toBe(0);
    answerWith(Promise.resolve(beat()));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(beats()).toBeGreaterThan(0);
  });

  it("are none after the page has said that it goes, which is before it is hidden, until it is shown again", async () => {
    const left = vi.fn(() => true);
    vi.stubGlobal("navigator", { sendBeacon: left });
    const { beats } = await setUp({}, "live");
    window.dispatchEvent(new Event("pagehide"));
    document.dispatchEvent(new Event("visibilitychange"));
    await tenSeconds();
    expect(left).toHaveBeenCalledOnce();
    expect(beats()).toBe(0);
    window.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
    expect(beats()).toBe(1);
    await tenSeconds();
    expect(beats()).toBe(1);
  });

  it("end with the page", async () => {
    const { connection, beats } = await setUp({}, "polling");
    connection.close();
    await tenSeconds();
    expect(beats()).toBe(0);
  });
});

describe("a desk whose channel is back after a cut", () => {
  const own = () => channels.member(snapshot().self.id);

  it("beats at once, and reads the rest within 15 s when nothing is missing", async () => {
    const { beats, read } = await setUp({}, "live");
    read.mockClear();
    subscribe(own());
    expect(beats()).toBe(1);
    await vi.advanceTimersByTimeAsync(2_900);
    expect(read).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(12_200);
    expect(read).toHaveBeenCalledOnce();
  });

  it("reads at once when the beat tells of a chat that it doesn't know", async () => {
    const { read, answerWith } = await setUp({}, "live");
    read.mockClear();
    answerWith(Promise.resolve(beat({ chats: [{ id: id(9), version: 1, lastSeq: 1 }] })));
    subscribe(own());
    await vi.advanceTimersByTimeAsync(0);
    expect(read).toHaveBeenCalledOnce();
  });
});
