import { describe, expect, it } from "vitest";
import { bareOwnerWord } from "./owner-word";

describe("bareOwnerWord", () => {
  it.each([
    ["a rider", "rider"],
    ["An owner", "owner"],
    ["un cycliste", "cycliste"],
    ["une cycliste", "cycliste"],
    ["l’un des nôtres", "un des nôtres"],
    ["anglers", "anglers"],
    ["a", "a"],
  ])("makes %s to %s", (word, bare) => {
    expect(bareOwnerWord(word)).toBe(bare);
  });
});
