import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createDeskStore } from "@/components/desk/desk-store";
import { ApiError } from "@/lib/client/api";
import { createClockOffset } from "@/lib/client/clock-offset";
import type { MessageView } from "@/lib/domain/chat/view";
import { at, beat, chat, id, message, offer, snapshot } from "@/lib/domain/desk/testing/desk";
import type { DeskState } from "@/lib/domain/desk/view";

beforeEach(() => void vi.useFakeTimers({ now: new Date(at(0)) }));
afterEach(() => void vi.useRealTimers());

/** A desk whose server answers when the test says so. */
function setUp() {
  const readings: { resolve: (state: DeskState) => void; reject: (error: Error) => void }[] = [];
  const asked: {
    chatId: string;
    after: number;
    answer: (messages: MessageView[]) => void;
    fail: () => void;
  }[] = [];
  const store = createDeskStore({
    clock: createClockOffset(),
    requests: {
      read: () => new Promise((resolve, reject) => readings.push({ resolve, reject })),
      messages: (chatId, after) =>
        new Promise((resolve, reject) =>
          asked.push({
            chatId,
            after,
            answer: (messages) => resolve({ messages }),
            fail: () => reject(new ApiError("OFFLINE")),
          }),
        ),
    },
  });
  const open = async (state: Partial<DeskState> = {}) => {
    const reading = store.read();
    readings.at(-1)?.resolve(snapshot(state));
    await reading;
  };
  return { store, readings, asked, open };
}
const offerIds = (store: ReturnType<typeof setUp>["store"]) =>
  store.view().desk?.offers.map((each) => each.id);
/** Lets answers that have arrived take their effect. */
const settle = () => vi.advanceTimersByTimeAsync(0);

describe("reading", () => {
  it("keeps what arrived while the answer was on its way", async () => {
    const { store, readings, open } = setUp();
    await open();
    const reading = store.read();
    store.hear({ name: "offer.made", data: offer(1) });
    expect(offerIds(store)).toEqual([id(1)]);
    readings.at(-1)?.resolve(snapshot());
    await reading;
    expect(offerIds(store)).toEqual([id(1)]);
  });

  it("forgets an offer that the server no longer knows", async () => {
    const { store, open } = setUp();
    await open({ offers: [offer(1)] });
    await open();
    expect(offerIds(store)).toEqual([]);
  });

  it("reads once more, not many times, when asked meanwhile", async () => {
    const { store, readings, open } = setUp();
    await open();
    const reading = store.read();
    for (let turn = 0; turn < 5; turn += 1) store.hear({ name: "sync", data: {} });
    expect(readings).toHaveLength(2);
    readings.at(-1)?.resolve(snapshot());
    await settle();
    expect(readings).toHaveLength(3);
    readings.at(-1)?.resolve(snapshot({ othersOnline: 7 }));
    await reading;
    expect(readings).toHaveLength(3);
    expect(store.view().desk?.othersOnline).toBe(7);
  });

  it("keeps the last good view, and says what kept it from a newer one", async () => {
    const { store, readings, open } = setUp();
    await open({ othersOnline: 3 });
    const reading = store.read();
    readings.at(-1)?.reject(new ApiError("SIGNED_OUT"));
    await expect(reading).rejects.toThrow("SIGNED_OUT");
    expect(store.view()).toMatchObject({ problem: "SIGNED_OUT", desk: { othersOnline: 3 } });
    await open();
    expect(store.view().problem).toBeNull();
  });

  it("follows a message of a chat that it does not know", async () => {
    const { store, readings, open } = setUp();
    await open();
    store.hear({ name: "message.sent", data: message(1, 1) });
    expect(readings).toHaveLength(2);
  });
});

describe("gaps", () => {
  it("are filled from the last number without a hole", async () => {
    const { store, asked, open } = setUp();
    await open({ chats: [chat(1, { lastSeq: 2 })], messages: [message(1, 1), message(1, 2)] });
    store.hear({ name: "message.sent", data: message(1, 5) });
    expect(asked).toMatchObject([{ chatId: id(1), after: 2 }]);
    asked[0]?.answer([message(1, 3), message(1, 4), message(1, 5)]);
    await settle();
    expect(store.view().desk?.messages.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    expect(asked).toHaveLength(1);
  });

  it("that could not be filled are tried again after the next heartbeat, not before", async () => {
    const { store, asked, open } = setUp();
    await open({ chats: [chat(1, { lastSeq: 1 })] });
    expect(asked).toHaveLength(1);
    asked[0]?.fail();
    await settle();
    store.apply({ type: "typing-ended", chatId: id(1) });
    expect(asked).toHaveLength(1);
    store.forgetFailures();
    store.apply({
      type: "beat",
      beat: beat({ chats: [{ id: id(1), version: 1, lastSeq: 1 }] }),
      withSelf: true,
    });
    expect(asked).toHaveLength(2);
  });
});

describe("time", () => {
  it("closes an offer when the server's clock says so, and says it", async () => {
    const { store, open } = setUp();
    await open({ offers: [offer(1, { expiresAt: at(20) }), offer(2, { expiresAt: at(30) })] });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(offerIds(store)).toEqual([id(2)]);
    expect(store.view().desk?.gone).toMatchObject({ because: "expired", offer: { id: id(1) } });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(offerIds(store)).toEqual([]);
  });

  it("leaves an offer alone while it is being accepted", async () => {
    const { store, open } = setUp();
    await open({ offers: [offer(1, { expiresAt: at(20) })] });
    store.hold(id(1), true);
    await vi.advanceTimersByTimeAsync(25_000);
    expect(offerIds(store)).toEqual([id(1)]);
    store.hold(id(1), false);
    await vi.advanceTimersByTimeAsync(1);
    expect(offerIds(store)).toEqual([]);
  });

  it("lets the sign that the visitor writes fade, unless he goes on", async () => {
    const { store, open } = setUp();
    await open({ chats: [chat(1)] });
    const typing = () => store.hear({ name: "typing", data: { chatId: id(1), name: null, by: "visitor" } });
    typing();
    await vi.advanceTimersByTimeAsync(3_000);
    typing();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(store.view().desk?.typing).toEqual([id(1)]);
    await vi.advanceTimersByTimeAsync(1_500);
    expect(store.view().desk?.typing).toEqual([]);
  });
});
