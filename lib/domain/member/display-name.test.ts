import { describe, expect, it } from "vitest";
import { isDisplayName } from "./display-name";

describe("isDisplayName", () => {
  it.each(["Nadia", "Nadia B.", "Jean-Luc", "Ÿ", "小雨", "O’Hara", "R2"])("takes %s", (name) => {
    expect(isDisplayName(name)).toBe(true);
  });

  it.each([
    "",
    "   ",
    "12",
    "…",
    "Nadia\nB.",
    "Nadia\u202e",
    "nadia@example.com",
    "https://n.example",
    "www.nadia",
    "<b>Nadia",
    "Nadia 06123",
    "N".repeat(41),
  ])("refuses %j", (name) => {
    expect(isDisplayName(name)).toBe(false);
  });
});
