import { describe, expect, it } from "vitest";
import { type Availability, spokenIn } from "./launcher";

const seats = { community: 1, staff: 0, online: 1, faces: [], share: 1 };
const told: Availability = {
  ...seats,
  kind: "community",
  uncovered: ["brakes"],
  promiseSeconds: 30,
  usualSeconds: 12,
  in: { fr: { ...seats, kind: "none", community: 0, online: 0, share: 0, uncovered: [] } },
  version: 4,
};

describe("spokenIn", () => {
  it("says who answers in that language, and the rest as it is", () => {
    expect(spokenIn(told, "fr")).toMatchObject({
      kind: "none",
      share: 0,
      uncovered: [],
      promiseSeconds: 30,
      version: 4,
    });
    expect(spokenIn(told, "en")).toEqual(told);
  });

  it("may be asked twice, and of what an older release told", () => {
    expect(spokenIn(spokenIn(told, "fr"), "fr")).toEqual(spokenIn(told, "fr"));
    const { in: _languages, ...older } = told;
    expect(spokenIn(older, "fr")).toEqual(older);
  });
});
