import { describe, expect, it } from "vitest";
import type { Availability } from "@/lib/domain/targeting/launcher";
import { whoAnswers } from "./who-answers";

const there: Availability = {
  kind: "community",
  community: 2,
  staff: 1,
  online: 2,
  faces: [],
  promiseSeconds: 30,
  usualSeconds: null,
  share: 1,
  uncovered: ["brakes"],
  version: 1,
};

describe("whoAnswers", () => {
  it("is an owner for what one of them knows, and for a question about nothing in particular", () => {
    expect(whoAnswers(there, "battery")).toBe("community");
    expect(whoAnswers(there, null)).toBe("community");
    expect(whoAnswers({ ...there, uncovered: undefined }, "brakes")).toBe("community");
  });

  it("is the staff for what no free owner knows, and nobody without them", () => {
    expect(whoAnswers(there, "brakes")).toBe("staff");
    expect(whoAnswers({ ...there, staff: 0 }, "brakes")).toBe("none");
  });

  it("is whoever is there at all, whatever the topic", () => {
    expect(whoAnswers({ ...there, kind: "staff", community: 0, uncovered: [] }, "brakes")).toBe("staff");
    expect(whoAnswers({ ...there, kind: "none", community: 0, staff: 0 }, "battery")).toBe("none");
    expect(whoAnswers(null, null)).toBe("none");
  });
});
