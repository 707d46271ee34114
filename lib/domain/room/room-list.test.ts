import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstUnread, lastWhole, mergeRoom, pinned, threadsOf, withoutSaid } from "./room-list";
import type { RoomMessage } from "./view";

const message = (seq: number, change: Partial<RoomMessage> = {}): RoomMessage => ({
  id: `id-${seq}`,
  seq,
  clientId: `client-${seq}`,
  kind: "word",
  author: { memberId: "samir", name: "Samir", kind: "owner", pictureUrl: null },
  body: `words ${seq}`,
  quote: null,
  topic: null,
  answersId: null,
  sentAt: "2026-03-10T09:00:00.000Z",
  isHidden: false,
  pinnedUntil: null,
  ...change,
});

describe("mergeRoom", () => {
  it("comes to the same list in whatever pieces and order messages arrive", () => {
    const pieces = fc.array(fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 8 }), { maxLength: 8 });
    fc.assert(
      fc.property(pieces, (parts) => {
        const merged = parts.reduce<RoomMessage[]>(
          (known, part) =>
            mergeRoom(
              known,
              part.map((seq) => message(seq)),
            ),
          [],
        );
        expect(merged.map(({ seq }) => seq)).toEqual([...new Set(parts.flat())].sort((a, b) => a - b));
      }),
    );
  });

  it("takes the newer word on what was said", () => {
    const [only] = mergeRoom([message(1)], [message(1, { isHidden: true, body: "" })]);
    expect(only).toMatchObject({ isHidden: true, body: "" });
  });
});

describe("lastWhole", () => {
  it("stops before the first hole", () => {
    const list = [3, 4, 5, 7].map((seq) => message(seq));
    expect(lastWhole(list, 3)).toBe(5);
    expect(lastWhole(list, 6)).toBe(5);
    expect(lastWhole([], 1)).toBe(0);
  });
});

describe("withoutSaid", () => {
  it("leaves out what the room holds already, and keeps what is on its way in its order", () => {
    const outgoing = ["client-3", "client-2", "client-1"].map((clientId) => ({ clientId }));
    expect(withoutSaid(outgoing, [message(2)])).toEqual([outgoing[0], outgoing[2]]);
  });
});

describe("threadsOf", () => {
  it("puts answers under what they answer, and loses nothing", () => {
    const list = [
      message(1, { kind: "question" }),
      message(2),
      message(3, { answersId: "id-1" }),
      message(4, { answersId: "id-unknown" }),
    ];
    const seqs = threadsOf(list).map(({ first, answers }) => [first.seq, ...answers.map(({ seq }) => seq)]);
    expect(seqs).toEqual([[1, 3], [2], [4]]);
  });
});

describe("firstUnread", () => {
  it("passes over what he has read, and what he wrote", () => {
    const list = [message(1), message(2, { author: null }), message(3)];
    expect(firstUnread(list, 0, "samir")).toBe(2);
    expect(firstUnread(list, 1, "nadia")).toBe(2);
    expect(firstUnread(list, 3, "nadia")).toBeNull();
  });
});

describe("pinned", () => {
  it("holds what is announced until its moment, unless it was taken back; the newest first", () => {
    const until = "2026-03-11T09:00:00.000Z";
    const list = [
      message(1, { kind: "announcement", pinnedUntil: until }),
      message(2, { kind: "announcement", pinnedUntil: until, isHidden: true }),
      message(3, { kind: "announcement", pinnedUntil: until }),
      message(4),
    ];
    expect(pinned(list, Date.parse(until) - 1).map(({ seq }) => seq)).toEqual([3, 1]);
    expect(pinned(list, Date.parse(until))).toEqual([]);
  });
});
