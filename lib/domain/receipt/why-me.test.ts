import { describe, expect, it } from "vitest";
import { defaultSettings } from "@/lib/domain/brand/settings";
import { whyMe } from "./why-me";

const weights = defaultSettings;
const terms = { skill: 0.6, ownership: 0, narrowness: 0.5, idle: 0.5 };
const own = (change: Partial<typeof terms>, before?: "named" | "thanked" | "chance") => ({
  score: 1,
  terms: { ...terms, ...change },
  ...(before ? { before } : {}),
});
const rival = (score: number, change: Partial<typeof terms> = {}) => ({
  score,
  terms: { ...terms, ...change },
});
const why = (mine: ReturnType<typeof own>, rivals: ReturnType<typeof rival>[], isOpenCall = false) =>
  whyMe({ own: mine, rivals, isOpenCall, weights });

describe("whyMe", () => {
  it("says of the open call that everybody is asked, and of a preference that it went before all scores", () => {
    expect(why(own({ skill: 1 }), [rival(0.5)], true)).toEqual(["open-call"]);
    for (const before of ["named", "thanked", "chance"] as const)
      expect(why(own({ skill: 1 }, before), [rival(0.9)])).toEqual([before]);
  });

  it("says that he is the only one when nobody else could be asked", () => {
    expect(why(own({}), [])).toEqual(["only"]);
  });

  it("names the terms in which he was ahead of the next best, the weightiest first", () => {
    expect(why(own({ skill: 0.8, ownership: 1 }), [rival(0.9), rival(0.2, { ownership: 1 })])).toEqual([
      "ownership",
      "skill",
    ]);
    expect(why(own({ narrowness: 1 }), [rival(0.9)])).toEqual(["narrowness"]);
    expect(why(own({}), [rival(0.9)])).toEqual([]);
  });

  it("says 'free for longest' only of whom it is true", () => {
    expect(why(own({ idle: 1 }), [rival(0.9), rival(0.5)])).toEqual(["idle"]);
    expect(why(own({ idle: 0.9 }), [rival(0.9), rival(0.5, { idle: 1 })])).toEqual([]);
  });
});
