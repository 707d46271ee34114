import { describe, expect, it } from "vitest";
import { differing, rebase } from "./merge";

const opened = { name: "Volt", languages: ["en"], zone: "Paris" };

describe("rebase", () => {
  it("keeps what was typed and takes what another has stored beside it", () => {
    const typed = { ...opened, name: "Vélo" };
    const stored = { ...opened, name: "Volta", zone: "Rome" };
    const mine = rebase(opened, typed, stored);
    expect(mine).toEqual({ name: "Vélo", languages: ["en"], zone: "Rome" });
    expect(differing(mine, stored)).toEqual(["name"]);
  });

  it("shows no difference where both did other things", () => {
    const typed = { ...opened, languages: ["en", "fr"] };
    const stored = { ...opened, zone: "Rome" };
    expect(differing(rebase(opened, typed, stored), stored)).toEqual(["languages"]);
  });
});

describe("differing", () => {
  it("looks into lists", () => {
    expect(differing(opened, { ...opened, languages: ["en"] })).toEqual([]);
  });
});
