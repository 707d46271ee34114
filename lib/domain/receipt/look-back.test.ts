import { describe, expect, it } from "vitest";
import { at } from "@/lib/domain/routing/testing/people";
import { type Remembered, verdictThen } from "./look-back";

const samir: Remembered = {
  person: { kind: "owner", languages: ["en"], topicIds: ["battery"], capacity: 1 },
  comings: [
    { kind: "there", at: at(0) },
    { kind: "opened", at: at(1) },
    { kind: "gone", at: at(100) },
    { kind: "there", at: at(200) },
    { kind: "away", at: at(300) },
    { kind: "back", at: at(400) },
    { kind: "paused", at: at(500) },
  ],
  busy: [
    { from: at(20), to: at(40) },
    { from: at(450), to: null },
  ],
};
const battery = { language: "en", audience: "anybody" as const, topicId: "battery" };
const then = (second: number, need = {}) => verdictThen(samir, { ...battery, ...need }, at(second));

describe("verdictThen", () => {
  it("tells of a moment what was so then", () => {
    const times = [0.5, 10, 20, 40, 150, 250, 350, 420, 460, 510];
    expect(times.map((second) => then(second))).toEqual([
      null,
      "eligible",
      "full",
      "eligible",
      "gone",
      "eligible",
      "away",
      "eligible",
      "full",
      null,
    ]);
  });

  it("tells what did not fit before it tells that he was full", () => {
    expect(then(20, { language: "fr" })).toBe("language");
    expect(then(20, { topicId: "brakes" })).toBe("topic");
    expect(then(20, { audience: "staff" })).toBe("not-staff");
  });
});
