import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contrast, TEXT_CONTRAST } from "@/lib/domain/site/colour";
import { inkOn } from "@/lib/widget/ink-on";

const long = (ink: string) => (ink === "#000" ? "#000000" : "#ffffff");

describe("inkOn", () => {
  it("can be read on every colour", () => {
    const digits = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, "0")}`);
    fc.assert(
      fc.property(digits, (colour) => {
        expect(contrast(colour, long(inkOn(colour)))).toBeGreaterThanOrEqual(TEXT_CONTRAST);
      }),
      { numRuns: 5_000 },
    );
  });
});
