import { describe, expect, it } from "vitest";
import { message } from "./testing/board";
import { parseWatchEvent } from "./watch-event";

const chatId = "c".repeat(32);

describe("parseWatchEvent", () => {
  it("passes on messages and typing that are what they should be", () => {
    const data = message({ chatId, seq: 1 });
    expect(parseWatchEvent("message.sent", data)).toEqual({ name: "message.sent", data });
    const typing = { chatId, name: "Marie", by: "visitor" };
    expect(parseWatchEvent("typing", typing)).toEqual({ name: "typing", data: typing });
  });

  it.each([
    ["sync", {}],
    ["constructor", {}],
    ["message.sent", { body: "half" }],
    ["typing", null],
  ])("asks for another reading at %s with %j", (name, data) => {
    expect(parseWatchEvent(name, data)).toBeNull();
  });
});
