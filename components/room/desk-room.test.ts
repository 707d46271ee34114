import { describe, expect, it, vi } from "vitest";
import type { DeskRoom, RoomMessage } from "@/lib/domain/room/view";
import { createDeskRoom } from "./desk-room";

const id = (n: number) => n.toString(16).padStart(32, "0");
const message = (seq: number, change: Partial<RoomMessage> = {}): RoomMessage => ({
  id: id(seq),
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
const state = (change: Partial<DeskRoom> = {}): DeskRoom => ({
  lastSeq: 1,
  readSeq: 0,
  quietUntil: null,
  mayAsk: true,
  announcement: null,
  threads: [{ chatId: id(99), question: message(1, { kind: "question" }), answers: [] }],
  ...change,
});

async function opened(initial: DeskRoom) {
  const desk = vi.fn(async () => initial);
  const place = vi.fn(async () => ({ ok: true as const }));
  const feed = createDeskRoom({ desk, place });
  feed.read();
  await vi.waitFor(() => expect(feed.view()).not.toBeNull());
  return { feed, desk, place };
}

describe("the back room on a desk", () => {
  it("reads again, and says so, when what was asked here is answered; others' talk leaves it alone", async () => {
    const { feed, desk } = await opened(state());
    const answers: number[] = [];
    feed.onAnswer(({ seq }) => answers.push(seq));
    feed.hear("room.message", message(2));
    feed.hear("room.message", message(3, { answersId: id(50) }));
    expect(desk).toHaveBeenCalledTimes(1);
    feed.hear("room.message", message(4, { answersId: id(1) }));
    expect([desk.mock.calls.length, answers]).toEqual([2, [4]]);
  });

  it("reads again on announcements and on what it does not understand", async () => {
    const { feed, desk } = await opened(state());
    feed.hear("room.message", message(2, { kind: "announcement" }));
    feed.hear("sync", {});
    feed.hear("room.message", { seq: "x" });
    expect(desk).toHaveBeenCalledTimes(4);
  });

  it("reads again when an answer that it shows was hidden, and calls it no news", async () => {
    const answer = message(2, { answersId: id(1) });
    const question = message(1, { kind: "question" });
    const { feed, desk } = await opened(
      state({ threads: [{ chatId: id(99), question, answers: [answer] }] }),
    );
    const heard = vi.fn();
    feed.onAnswer(heard);
    feed.hear("room.message", { ...answer, isHidden: true, body: "" });
    feed.hear("room.message", message(3, { answersId: id(1), isHidden: true, body: "" }));
    expect(desk).toHaveBeenCalledTimes(3);
    expect(heard).not.toHaveBeenCalled();
  });

  it("shows the next announcement once one was read", async () => {
    const first = message(7, { kind: "announcement" });
    const second = message(8, { kind: "announcement" });
    const { feed, desk } = await opened(state({ announcement: first }));
    desk.mockResolvedValue(state({ announcement: second }));
    feed.told();
    await vi.waitFor(() => expect(feed.view()?.announcement?.seq).toBe(8));
  });

  it("shows an announcement once, even if a reading that set out before brings it again", async () => {
    const announcement = message(7, { kind: "announcement" });
    const { feed, desk, place } = await opened(state({ announcement }));
    expect(feed.view()?.announcement?.seq).toBe(7);
    feed.told();
    expect(place).toHaveBeenCalledWith({ toldSeq: 7 });
    feed.read();
    await desk.mock.results.at(-1)?.value;
    await Promise.resolve();
    expect(feed.view()?.announcement).toBeNull();
  });
});
