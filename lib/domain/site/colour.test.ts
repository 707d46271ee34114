import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CONTROL_CONTRAST,
  checkColour,
  contrast,
  luminance,
  readColour,
  TEXT_CONTRAST,
  textOn,
} from "./colour";

const anyColour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, "0")}`);

describe("contrast", () => {
  it("is what WCAG's own examples say", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 10);
    expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
    expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
    expect(contrast("#ff0000", "#ffffff")).toBeCloseTo(4.0, 2);
    expect(luminance("#ffffff")).toBeCloseTo(1, 10);
  });

  it("does not depend on the order", () => {
    fc.assert(fc.property(anyColour, anyColour, (a, b) => contrast(a, b) === contrast(b, a)));
  });

  it.each(["red", "#fff", "#12345", "#GGGGGG", "#FFFFFF"])("takes %s for no colour", (text) => {
    expect(() => luminance(text)).toThrow(RangeError);
  });
});

describe("textOn", () => {
  it("is read on every colour there is", () => {
    fc.assert(fc.property(anyColour, (colour) => contrast(colour, textOn(colour)) >= TEXT_CONTRAST));
  });

  it("is white on dark and black on light", () => {
    expect(textOn("#1e5b43")).toBe("#ffffff");
    expect(textOn("#ffd400")).toBe("#000000");
  });
});

describe("checkColour", () => {
  it("leaves a colour that can be seen as it is", () => {
    expect(checkColour("#1e5b43")).toMatchObject({ text: "#ffffff", isVisible: true, darker: null });
  });

  it("proposes a darker one for a colour that drowns in a white page", () => {
    const { isVisible, darker } = checkColour("#ffd400");
    expect(isVisible).toBe(false);
    expect(contrast(darker ?? "", "#ffffff")).toBeGreaterThanOrEqual(CONTROL_CONTRAST);
    // One step lighter would not do.
    expect(contrast(darker ?? "", "#ffffff")).toBeLessThan(CONTROL_CONTRAST + 0.1);
  });

  it("always proposes one that passes, never a lighter one", () => {
    fc.assert(
      fc.property(anyColour, (colour) => {
        const { darker } = checkColour(colour);
        if (darker === null) return true;
        return checkColour(darker).isVisible && luminance(darker) <= luminance(colour);
      }),
    );
  });
});

describe("readColour", () => {
  it.each([
    ["#1E5B43", "#1e5b43"],
    ["1e5b43", "#1e5b43"],
    [" #1E5 ", "#11ee55"],
    ["green", null],
    ["#12345", null],
    ["", null],
  ])("reads %s as %s", (text, colour) => {
    expect(readColour(text)).toBe(colour);
  });
});
