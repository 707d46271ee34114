import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { statuses, trainingLeads } from "@/lib/domain/member/status";
import { missing, type Step, statusAfter, steps } from "./step";

const done = fc.subarray([...steps]).map((list) => new Set<Step>(list));
const status = fc.constantFrom(...statuses);

describe("statusAfter", () => {
  it("moves only where training leads, and rests where it came to", () => {
    fc.assert(
      fc.property(status, done, fc.boolean(), (from, has, hasCoach) => {
        const to = statusAfter(from, has, hasCoach);
        if (to !== from) expect(trainingLeads(from, to)).toBe(true);
        expect(statusAfter(to, has, hasCoach)).toBe(to);
      }),
    );
  });

  it("starts the trial once everything is done and a coach is there, and never without", () => {
    const own = new Set<Step>(["course", "practice", "quiz"]);
    expect(statusAfter("training", own, true)).toBe("trial");
    expect(statusAfter("training", own, false)).toBe("training");
    expect(statusAfter("training", new Set<Step>(["course", "quiz"]), true)).toBe("training");
    expect(statusAfter("trial", new Set<Step>(), false)).toBe("trial");
    expect(statusAfter("training", new Set<Step>([...own, "trial"]), false)).toBe("active");
    expect(statusAfter("suspended", new Set<Step>(steps), true)).toBe("suspended");
  });
});

describe("missing", () => {
  it("names what is to be done next, and nothing once the trial is done", () => {
    expect(missing(new Set(), false)).toEqual(["course", "practice", "quiz"]);
    expect(missing(new Set<Step>(["course", "practice", "quiz"]), false)).toEqual(["coach"]);
    expect(missing(new Set<Step>(["course", "practice", "quiz"]), true)).toEqual(["trial"]);
    fc.assert(
      fc.property(done, fc.boolean(), (has, hasCoach) => {
        expect(missing(has, hasCoach).length === 0).toBe(has.has("trial"));
      }),
    );
  });
});
