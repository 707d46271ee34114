import { describe, expect, it } from "vitest";
import { groupMessages } from "@/components/chat/group-messages";
import { at, id, message } from "@/lib/domain/desk/testing/desk";

const helper = (number: number) => ({
  memberId: id(number),
  name: `Helper ${number}`,
  kind: "owner" as const,
});
const byHelper = (seq: number, number: number) =>
  message(1, seq, { author: "member", helper: helper(number) });
const shape = (...args: Parameters<typeof groupMessages>) =>
  groupMessages(...args).map((item) =>
    item.kind === "system" ? "system" : [item.isOwn, item.messages.map(({ seq }) => seq)],
  );

describe("groupMessages", () => {
  it("keeps one person's messages together, and parts them where somebody else speaks", () => {
    const said = [message(1, 1), message(1, 2), byHelper(3, 7), byHelper(4, 7), message(1, 5)];
    expect(shape(said, id(7))).toEqual([
      [false, [1, 2]],
      [true, [3, 4]],
      [false, [5]],
    ]);
  });

  it("puts an earlier helper's words on the other side, and apart from the reader's", () => {
    expect(shape([byHelper(1, 6), byHelper(2, 7)], id(7))).toEqual([
      [false, [1]],
      [true, [2]],
    ]);
  });

  it("puts every helper's words at the right for one who observes", () => {
    expect(shape([message(1, 1), byHelper(2, 6), byHelper(3, 7)], null)).toEqual([
      [false, [1]],
      [true, [2]],
      [true, [3]],
    ]);
  });

  it("parts at lines that nobody wrote, and at long pauses", () => {
    const said = [
      message(1, 1),
      message(1, 2, { author: "system", system: { kind: "left" } }),
      message(1, 3),
      message(1, 4, { sentAt: at(3 + 301) }),
    ];
    expect(shape(said, null)).toEqual([[false, [1]], "system", [false, [3]], [false, [4]]]);
  });
});
