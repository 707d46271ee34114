import { describe, expect, it, vi } from "vitest";
import { deskActions } from "@/components/desk/desk-actions";
import type { DeskRequests } from "@/components/desk/desk-requests";
import { createDeskStore } from "@/components/desk/desk-store";
import { ApiError } from "@/lib/client/api";
import { createClockOffset } from "@/lib/client/clock-offset";
import { chat, id, message, offer, snapshot } from "@/lib/domain/desk/testing/desk";
import type { DeskState } from "@/lib/domain/desk/view";

/** A desk whose server does what the test gives it. */
async function setUp(requests: Partial<DeskRequests>, state: Partial<DeskState> = {}) {
  const all = { read: async () => snapshot(state), ...requests } as DeskRequests;
  const store = createDeskStore({ requests: all, clock: createClockOffset() });
  await store.read();
  const actions = deskActions({
    store,
    requests: all,
    screenId: "screen-of-the-test",
    outbox: () => null,
    selfChanged: () => {},
  });
  return { actions, desk: () => store.view().desk };
}
const refuse = (code: string, params?: Record<string, string>) => () =>
  Promise.reject(new ApiError(code, params));
const far = { madeAt: new Date().toISOString(), expiresAt: new Date(Date.now() + 3_600_000).toISOString() };

describe("accepting", () => {
  it("opens the chat", async () => {
    const won = { chat: chat(1), messages: [message(1, 1)] };
    const { actions, desk } = await setUp({ accept: async () => won }, { offers: [offer(1, far)] });
    expect(await actions.accept(id(1))).toBe(id(1));
    expect(desk()).toMatchObject({ offers: [], chats: [{ id: id(1) }], messages: [{ seq: 1 }], gone: null });
  });

  it("names the winner when somebody else was quicker", async () => {
    const { actions, desk } = await setUp(
      { accept: refuse("OFFER_TAKEN", { by: "Samir" }) },
      { offers: [offer(1, far)] },
    );
    expect(await actions.accept(id(1))).toBeNull();
    expect(desk()).toMatchObject({ offers: [], gone: { because: "taken", by: "Samir" } });
  });

  it.each([
    ["OFFER_EXPIRED", "expired"],
    ["QUESTION_CLOSED", "withdrawn"],
    ["NOT_FOUND", "withdrawn"],
  ])("says what became of an offer that is refused with %s", async (code, because) => {
    const { actions, desk } = await setUp({ accept: refuse(code) }, { offers: [offer(1, far)] });
    expect(await actions.accept(id(1))).toBeNull();
    expect(desk()).toMatchObject({ offers: [], gone: { because, by: null } });
  });

  it.each(["CAPACITY_FULL", "OFFLINE", "INTERNAL"])(
    "leaves the offer to be tried again after %s",
    async (code) => {
      const { actions, desk } = await setUp({ accept: refuse(code) }, { offers: [offer(1, far)] });
      await expect(actions.accept(id(1))).rejects.toThrow(code);
      expect(desk()?.offers).toHaveLength(1);
    },
  );
});

describe("availability", () => {
  it("is shown at once and taken back when refused", async () => {
    let fail = () => {};
    const { actions, desk } = await setUp({
      setAvailability: () =>
        new Promise((_, reject) => {
          fail = () => reject(new ApiError("INTERNAL"));
        }),
    });
    const asked = actions.setAvailability(false, null);
    expect(desk()?.wanted).toEqual({ isOpen: false, openUntil: null });
    fail();
    await expect(asked).rejects.toThrow("INTERNAL");
    expect(desk()).toMatchObject({ wanted: null, self: { isOpen: true } });
  });
});

describe("confirming that an offer is shown", () => {
  it("happens once for each, and once more when the network swallowed it", async () => {
    const confirmDelivery = vi
      .fn<DeskRequests["confirmDelivery"]>()
      .mockRejectedValueOnce(new ApiError("OFFLINE"))
      .mockResolvedValue({ ok: true });
    const { actions } = await setUp({ confirmDelivery });
    actions.confirmDelivery(id(1));
    actions.confirmDelivery(id(1));
    await vi.waitFor(() => expect(confirmDelivery).toHaveBeenCalledTimes(2));
    actions.confirmDelivery(id(2));
    expect(confirmDelivery.mock.calls.map(([offerId]) => offerId)).toEqual([id(1), id(1), id(2)]);
  });
});

describe("ending a chat in a moment", () => {
  const requestEnd = () => vi.fn<DeskRequests["end"]>(async () => chat(1, { state: "ended", version: 2 }));

  it("is called off by one more message, and by an ending at once", async () => {
    vi.useFakeTimers();
    const end = requestEnd();
    const { actions, desk } = await setUp({ end }, { chats: [chat(1)] });
    const kept = actions.endSoon(id(1));
    actions.send({ chatId: id(1), body: "One thing more", attachment: null });
    await kept;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(end).not.toHaveBeenCalled();
    const second = actions.endSoon(id(1));
    await actions.end(id(1), "unsolved");
    await second;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(end.mock.calls).toEqual([[id(1), "unsolved"]]);
    expect(desk()?.chats[0]?.state).toBe("ended");
    vi.useRealTimers();
  });
});

describe("answering a left question", () => {
  const left = {
    id: id(5),
    text: "When do you open?",
    firstName: null,
    topic: null,
    language: "fr",
    leftAt: far.madeAt,
    answerBy: far.expiresAt,
    hasEmail: true,
    reply: null,
    isForMe: false,
    claim: null,
  };

  it("takes it from the list", async () => {
    const { actions, desk } = await setUp({ answerLeft: async () => ({ ok: true }) }, { left: [left] });
    await actions.answerLeft(id(5), "client-of-the-test", "At nine.");
    expect(desk()?.left).toEqual([]);
  });

  it("leaves it there when it could not be sent", async () => {
    const { actions, desk } = await setUp({ answerLeft: refuse("OFFLINE") }, { left: [left] });
    await expect(actions.answerLeft(id(5), "client-of-the-test", "At nine.")).rejects.toThrow("OFFLINE");
    expect(desk()?.left).toHaveLength(1);
  });
});
