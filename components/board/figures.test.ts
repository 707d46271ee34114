import { describe, expect, it } from "vitest";
import { figuresOf } from "./figures";
import { ago, boardState, chatRow, helperCard, personRow, testNow, waitingRow } from "./testing/board";
import { waits } from "./wait";

const figures = (of: Parameters<typeof boardState>[0]) => {
  const board = boardState(of);
  return figuresOf(board, waits(board.waiting, testNow));
};

describe("figuresOf", () => {
  it("counts the queue: how many, how many past the target, the longest", () => {
    const waiting = [3, 15, 17].map((seconds) =>
      waitingRow({ questionId: String(seconds), askedAt: ago(seconds) }),
    );
    expect(figures({ waiting })).toMatchObject({ waiting: 3, late: 2, longestSeconds: 17 });
  });

  it("counts the wait for another helper alone, not the chat before it", () => {
    const waiting = [waitingRow({ questionId: "q", askedAt: ago(900), roundAt: ago(4), isBack: true })];
    expect(figures({ waiting })).toMatchObject({ waiting: 1, late: 0, longestSeconds: 4 });
  });

  it("parts chats by who carries them", () => {
    const chats = [
      chatRow({ chatId: "a" }),
      chatRow({ chatId: "b" }),
      chatRow({ chatId: "c", helper: helperCard("staff") }),
      chatRow({ chatId: "d", helper: null }),
    ];
    expect(figures({ chats })).toMatchObject({ chats: 4, withOwners: 2, withStaff: 1, withNobody: 1 });
  });

  it("counts owners who are there, and of these the free ones; staff are no owners", () => {
    const people = [
      personRow({ name: "a" }),
      personRow({ name: "b", presence: "busy" }),
      personRow({ name: "c", presence: "away" }),
      personRow({ name: "d", presence: "paused" }),
      personRow({ name: "e", kind: "staff" }),
    ];
    expect(figures({ people })).toMatchObject({ ownersFree: 1, ownersOnline: 2 });
  });

  it("names the topics for which nobody is free", () => {
    const topic = (en: string) => ({ en, fr: en });
    const coverage = [
      { topic: topic("Battery"), free: 1, online: 2 },
      { topic: topic("Delivery"), free: 0, online: 1 },
    ];
    expect(figures({ coverage }).uncovered).toEqual([topic("Delivery")]);
  });

  it("gives no share of promises before one is judged", () => {
    const today = { asked: 1, answered: 0, promisesKept: 0, promisesJudged: 0, left: 0, leftAnswered: 0 };
    expect(figures({ today }).keptShare).toBeNull();
    expect(figures({ today: { ...today, promisesKept: 3, promisesJudged: 4 } }).keptShare).toBe(0.75);
  });
});
