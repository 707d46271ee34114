import { describe, expect, it } from "vitest";
import { findContradiction, settingNames, settingRules, withoutDefaults } from "./setting-rules";
import { defaultSettings } from "./settings";

describe("settingRules", () => {
  it("allow every default", () => {
    for (const name of settingNames) {
      const { min, max } = settingRules[name];
      expect(defaultSettings[name], name).toBeGreaterThanOrEqual(min);
      expect(defaultSettings[name], name).toBeLessThanOrEqual(max);
    }
    expect(findContradiction(defaultSettings)).toBeNull();
  });
});

describe("withoutDefaults", () => {
  it("keeps what differs", () => {
    expect(withoutDefaults({ targetSeconds: 15, promiseSeconds: 45 })).toEqual({ promiseSeconds: 45 });
  });
});

describe("findContradiction", () => {
  it.each([
    [{ widenAt: 0.8, callAt: 0.8 }, "callAt"],
    [{ targetSeconds: 31 }, "promiseSeconds"],
    [{ targetSeconds: 30 }, null],
    [{ promiseFloorSeconds: 45, promiseCapSeconds: 40 }, "promiseCapSeconds"],
    [{ targetSeconds: 25, promiseCapSeconds: 20 }, null],
    [{ promiseFloorSeconds: 40, promiseCapSeconds: 40 }, null],
    [{ confirmedAfterThanks: 20 }, "fullAfterThanks"],
    [{ confirmedAfterThanks: 19 }, null],
  ])("of %j is %s", (own, found) => {
    expect(findContradiction({ ...defaultSettings, ...own })).toBe(found);
  });
});
