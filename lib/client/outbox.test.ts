import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "@/lib/client/api-error";
import { createOutbox, newClientId, type Outbox, type OutgoingMessage } from "@/lib/client/outbox";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function memory(): Storage {
  const map = new Map<string, string>();
  return {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  } as Storage;
}

/** An outbox whose network does as told: `refuse` says with what each sending fails, if it does. */
function open(storage: Storage | null = memory()) {
  const sent: OutgoingMessage[] = [];
  const network = { refuse: (_message: OutgoingMessage): ApiError | null => null };
  let shown: readonly OutgoingMessage[] = [];
  const outbox: Outbox = createOutbox({
    storage,
    storageKey: "outbox",
    onChange: (items) => {
      shown = items;
    },
    send: async (message) => {
      await Promise.resolve();
      const refusal = network.refuse(message);
      if (refusal) throw refusal;
      sent.push(message);
    },
  });
  return { outbox, sent, network, shown: () => shown, storage };
}

const offline = () => new ApiError("OFFLINE");
const settle = () => vi.advanceTimersByTimeAsync(0);

describe("an outbox", () => {
  it("sends in order and forgets what is sent", async () => {
    const { outbox, sent, shown } = open();
    outbox.add({ chatId: "a", body: "one" });
    outbox.add({ chatId: "a", body: "two" });
    expect(shown().map(({ state }) => state)).toEqual(["sending", "sending"]);
    await settle();
    expect(sent.map(({ body }) => body)).toEqual(["one", "two"]);
    expect(shown()).toEqual([]);
  });

  it("keeps order and client ids while offline, and sends all when told that the network is back", async () => {
    const { outbox, sent, network, shown } = open();
    network.refuse = offline;
    const ids = [outbox.add({ chatId: "a", body: "one" }), outbox.add({ chatId: "a", body: "two" })];
    await settle();
    expect(shown().map(({ state }) => state)).toEqual(["waiting", "waiting"]);
    network.refuse = () => null;
    outbox.flush();
    await settle();
    expect(sent.map(({ clientId }) => clientId)).toEqual(ids);
  });

  it("tries again by itself", async () => {
    const { outbox, sent, network } = open();
    network.refuse = offline;
    outbox.add({ chatId: "a", body: "one" });
    await vi.advanceTimersByTimeAsync(10_000);
    network.refuse = () => null;
    await vi.advanceTimersByTimeAsync(15_000);
    expect(sent).toHaveLength(1);
  });

  it("waits as long as the server asks", async () => {
    const { outbox, sent, network } = open();
    network.refuse = () => new ApiError("RATE_LIMITED", { retryAfterSeconds: 40 });
    outbox.add({ chatId: "a", body: "one" });
    await settle();
    network.refuse = () => null;
    await vi.advanceTimersByTimeAsync(39_000);
    expect(sent).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent).toHaveLength(1);
  });

  it("stops at a refusal, lets the others through, and tries again when asked", async () => {
    const { outbox, sent, network, shown } = open();
    network.refuse = ({ body }) => (body === "one" ? new ApiError("INVALID_INPUT") : null);
    const first = outbox.add({ chatId: "a", body: "one" });
    outbox.add({ chatId: "a", body: "two" });
    await settle();
    expect(sent.map(({ body }) => body)).toEqual(["two"]);
    expect(shown()).toMatchObject([{ clientId: first, state: "failed", problem: "INVALID_INPUT" }]);
    network.refuse = () => null;
    outbox.retry(first);
    await settle();
    expect(sent.map(({ body }) => body)).toEqual(["two", "one"]);
  });

  it("forgets a refused message when asked, never one that is under way", async () => {
    const { outbox, network, shown } = open();
    network.refuse = () => new ApiError("CHAT_ENDED");
    const refused = outbox.add({ chatId: "a", body: "one" });
    await settle();
    outbox.discard(refused);
    expect(shown()).toEqual([]);
    network.refuse = offline;
    const waiting = outbox.add({ chatId: "a", body: "two" });
    outbox.discard(waiting);
    expect(shown()).toHaveLength(1);
  });

  it("does not let one chat hold up another", async () => {
    const { outbox, sent, network } = open();
    network.refuse = ({ chatId }) => (chatId === "a" ? offline() : null);
    outbox.add({ chatId: "a", body: "one" });
    outbox.add({ chatId: "b", body: "two" });
    await settle();
    expect(sent.map(({ body }) => body)).toEqual(["two"]);
  });

  it("loses nothing in a reload", async () => {
    const storage = memory();
    const before = open(storage);
    before.network.refuse = offline;
    const id = before.outbox.add({ chatId: "a", body: "one" });
    await settle();
    before.outbox.close();
    const after = open(storage);
    await settle();
    expect(after.sent).toMatchObject([{ clientId: id, body: "one" }]);
    expect(storage.getItem("outbox")).toBeNull();
  });

  it("works where storage is blocked or holds what we did not write", async () => {
    const blocked = {
      getItem() {
        throw new Error("SecurityError");
      },
      setItem() {
        throw new Error("SecurityError");
      },
    } as unknown as Storage;
    const strange = memory();
    strange.setItem("outbox", "{");
    for (const storage of [null, blocked, strange]) {
      const { outbox, sent } = open(storage);
      outbox.add({ chatId: "a", body: "one" });
      await settle();
      expect(sent).toHaveLength(1);
    }
  });

  it("delivers every message of a chat once and in order on a bad network", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.boolean(), { maxLength: 30 }),
        fc.integer({ min: 1, max: 8 }),
        async (luck, count) => {
          const { outbox, sent, network } = open();
          const fates = [...luck];
          network.refuse = () => ((fates.shift() ?? true) ? null : offline());
          const bodies = Array.from({ length: count }, (_, index) => `word ${index}`);
          for (const body of bodies) {
            outbox.add({ chatId: "a", body });
            await vi.advanceTimersByTimeAsync(700);
          }
          await vi.advanceTimersByTimeAsync(31 * 15_000);
          expect(sent.map(({ body }) => body)).toEqual(bodies);
          outbox.close();
        },
      ),
      { numRuns: 50 },
    );
  });
});

it("newClientId has the form that the server accepts", () => {
  expect(newClientId()).toMatch(/^[0-9a-f]{32}$/);
  expect(newClientId()).not.toBe(newClientId());
});
