import { describe, expect, it } from "vitest";
import { settingNames } from "@/lib/domain/brand/setting-rules";
import { defaultSettings } from "@/lib/domain/brand/settings";
import { readSetting, shownSetting } from "./setting-number";

describe("readSetting", () => {
  it("reads every default back as it was shown", () => {
    for (const name of settingNames)
      expect(readSetting(name, shownSetting(name, defaultSettings[name])), name).toBe(defaultSettings[name]);
  });

  it.each([
    ["targetSeconds", " 20 ", 20],
    ["targetSeconds", "4", null],
    ["targetSeconds", "20.5", null],
    ["targetSeconds", "", null],
    ["targetSeconds", "-15", null],
    ["targetSeconds", "1e1", null],
    ["widenAt", "45", 0.45],
    ["widenAt", "95", null],
  ] as const)("reads %s of %j as %s", (name, typed, stored) => {
    expect(readSetting(name, typed)).toBe(stored);
  });
});
