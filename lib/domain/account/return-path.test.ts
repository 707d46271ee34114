import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { returnPath } from "@/lib/domain/account/return-path";

describe("returnPath", () => {
  it("keeps a path of ours with its query", () => {
    expect(returnPath("/volt-velo/desk?chat=1#last")).toBe("/volt-velo/desk?chat=1#last");
  });

  it.each([
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "/\t/evil.example",
    "desk",
    "",
    undefined,
    ["/desk"],
  ])("answers %j with the start page", (value) => {
    expect(returnPath(value)).toBe("/");
  });

  it("never leaves our origin", () => {
    const parts = fc.constantFrom("/", "\\", "\t", "\n", ":", "@", ".", "evil.example", "http", " ");
    fc.assert(
      fc.property(
        fc.array(parts).map((list) => `/${list.join("")}`),
        (value) => {
          expect(new URL(returnPath(value), "https://ours.example").origin).toBe("https://ours.example");
        },
      ),
    );
  });
});
