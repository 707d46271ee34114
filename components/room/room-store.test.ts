import { describe, expect, it, vi } from "vitest";
import type { RoomMessage, RoomState } from "@/lib/domain/room/view";
import { createRoomStore } from "./room-store";

const message = (seq: number, change: Partial<RoomMessage> = {}): RoomMessage => ({
  id: seq.toString(16).padStart(32, "0"),
  seq,
  clientId: `client-${seq}`,
  kind: "word",
  author: null,
  body: `words ${seq}`,
  quote: null,
  topic: null,
  answersId: null,
  sentAt: "2026-03-10T09:00:00.000Z",
  isHidden: false,
  pinnedUntil: null,
  ...change,
});

/** A room of which the server knows `last` messages and gives three at once. */
function roomOf(known: number, last: number, mayModerate = false) {
  const server = { last, hidden: 0, reads: 0 };
  const list = (from: number, to: number) =>
    Array.from({ length: Math.max(0, to - from + 1) }, (_, i) =>
      message(from + i, { isHidden: from + i === server.hidden }),
    );
  const state = (upTo: number): RoomState => ({
    now: "2026-03-10T09:00:00.000Z",
    brandId: "0".repeat(32),
    self: {
      memberId: "1".repeat(32),
      kind: "owner",
      isReader: false,
      mayAnnounce: false,
      mayModerate,
      readSeq: 0,
      quietUntil: null,
      mutedUntil: null,
      muteReason: null,
    },
    lastSeq: upTo,
    from: Math.max(1, upTo - 2),
    messages: list(Math.max(1, upTo - 2), upTo),
    announcements: [],
    muted: [],
    realtime: { key: "k", host: "h", port: 1, tls: false, path: "" },
  });
  const store = createRoomStore({
    initial: state(known),
    requests: {
      read: async () => {
        server.reads += 1;
        return state(server.last);
      },
      after: async (seq) => ({ messages: list(seq + 1, Math.min(server.last, seq + 3)), from: seq + 1 }),
      before: async (seq) => ({ messages: list(Math.max(1, seq - 3), seq - 1), from: Math.max(1, seq - 3) }),
    },
  });
  return { store, server };
}
const seqs = (store: ReturnType<typeof roomOf>["store"]) => store.view().messages.map(({ seq }) => seq);

describe("the room on a screen", () => {
  it("takes what comes next without asking", () => {
    const { store, server } = roomOf(3, 3);
    store.hear("room.message", message(4));
    expect([seqs(store), server.reads]).toEqual([[1, 2, 3, 4], 0]);
  });

  it("reads again when a number is missing, over several pages, until nothing is", async () => {
    const { store } = roomOf(3, 12);
    store.hear("room.message", message(12));
    await store.read();
    expect(seqs(store)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
  });

  it("reads again on what it does not understand, and takes the newer word", async () => {
    const { store, server } = roomOf(3, 3);
    server.hidden = 2;
    store.hear("sync", {});
    await store.read();
    expect(store.view().messages.filter(({ isHidden }) => isHidden)).toHaveLength(1);
    store.hear("room.message", { seq: "four" });
    await store.read();
    expect(seqs(store)).toEqual([1, 2, 3]);
  });

  it("takes the words of a hidden message away wherever it stands, and adds nothing that was not shown", async () => {
    const { store, server } = roomOf(9, 9);
    store.hear("room.message", message(8, { isHidden: true, body: "" }));
    store.hear("room.message", message(2, { isHidden: true, body: "" }));
    expect(store.view().messages.map(({ seq, body }) => [seq, body])).toEqual([
      [7, "words 7"],
      [8, ""],
      [9, "words 9"],
    ]);
    expect(server.reads).toBe(0);
  });

  it("leaves moderators the words of what was hidden, and says that it is", async () => {
    const { store, server } = roomOf(9, 9, true);
    server.hidden = 8;
    store.hear("room.message", message(8, { isHidden: true, body: "" }));
    await vi.waitFor(() =>
      expect(store.view().messages.find(({ seq }) => seq === 8)).toMatchObject({
        isHidden: true,
        body: "words 8",
      }),
    );
    expect(seqs(store)).toEqual([7, 8, 9]);
  });

  it("gives up on a hole that the server cannot fill", async () => {
    const { store } = roomOf(3, 3);
    store.hear("room.message", message(9));
    await store.read();
    expect(seqs(store)).toEqual([1, 2, 3, 9]);
  });

  it("goes back to the beginning", async () => {
    const { store } = roomOf(8, 8);
    expect(store.view().from).toBe(6);
    await store.readOlder();
    await store.readOlder();
    expect([store.view().from, seqs(store)]).toEqual([1, [1, 2, 3, 4, 5, 6, 7, 8]]);
  });
});
