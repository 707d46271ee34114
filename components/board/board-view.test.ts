import { describe, expect, it } from "vitest";
import { type BoardView, momentOf, reduceBoard, standing } from "./board-view";
import { ago, boardState, testNow } from "./testing/board";

const empty: BoardView = { board: null, problem: null, connection: "live" };

describe("reduceBoard", () => {
  it("keeps the last good view when a reading fails, and forgets the failure at the next good one", () => {
    const seen = reduceBoard(empty, { type: "loaded", board: boardState() });
    const failed = reduceBoard(seen, { type: "failed", code: "INTERNAL" });
    expect(failed).toMatchObject({ board: seen.board, problem: "INTERNAL" });
    const again = reduceBoard(failed, { type: "loaded", board: boardState({ now: ago(-5) }) });
    expect(again.problem).toBeNull();
    expect(again.board?.now).toBe(ago(-5));
  });

  it("ignores an answer that was overtaken by a newer one", () => {
    const seen = reduceBoard(empty, { type: "loaded", board: boardState() });
    expect(reduceBoard(seen, { type: "loaded", board: boardState({ now: ago(3) }) })).toBe(seen);
  });

  it("is no longer offline once an answer came, whatever the live line says", () => {
    const offline = reduceBoard(empty, { type: "connection", connection: "offline" });
    const read = reduceBoard(offline, { type: "loaded", board: boardState() });
    expect(standing(read)).toBe("current");
  });
});

describe("standing", () => {
  it.each([
    ["current", null, "live"],
    ["current", null, "polling"],
    ["offline", null, "offline"],
    ["offline", "OFFLINE", "polling"],
    ["failed", "INTERNAL", "live"],
    ["failed", "SIGNED_OUT", "polling"],
  ] as const)("%s with problem %s while %s", (how, problem, connection) => {
    expect(standing({ board: null, problem, connection })).toBe(how);
  });
});

describe("momentOf", () => {
  const view = reduceBoard(empty, { type: "loaded", board: boardState() });

  it("runs with the server's clock while the view is fed", () => {
    expect(momentOf(view, testNow + 4_000)).toBe(testNow + 4_000);
  });

  it("stands still at the time of a view that is no longer fed", () => {
    const stale = reduceBoard(view, { type: "connection", connection: "offline" });
    expect(momentOf(stale, testNow + 60_000)).toBe(testNow);
  });

  it("is the view's own time until an answer has told the server's, and never before it", () => {
    expect(momentOf(view, null)).toBe(testNow);
    expect(momentOf(view, testNow - 900)).toBe(testNow);
  });
});
