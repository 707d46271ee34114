import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultLimits, limitsFrom } from "@/lib/domain/account/limits";

describe("limitsFrom", () => {
  it("multiplies everything by a number", () => {
    expect(limitsFrom("1")).toEqual(defaultLimits);
    expect(limitsFrom("10")).toMatchObject({
      question: { person: { points: 60, seconds: 43_200 }, ip: { points: 300 } },
      message: { person: { points: 200, seconds: 10 } },
    });
    expect(limitsFrom("0.001")?.question.person).toEqual({ points: 1, seconds: 43_200 });
  });

  it("sets single limits over the defaults", () => {
    const { message, ...others } = defaultLimits;
    expect(limitsFrom("message.person=3/60  message.ip=9/60")).toEqual({
      ...others,
      message: { person: { points: 3, seconds: 60 }, ip: { points: 9, seconds: 60 } },
    });
    expect(message.person?.points).toBe(20);
  });

  it.each([
    "",
    "0",
    "-1",
    "no",
    "message=3/60",
    "message.person=3",
    "message.person=0/60",
    "chat.person=1/1",
    "1e3",
  ])("does not guess what %j means", (setting) => {
    expect(limitsFrom(setting)).toBeNull();
  });

  it("never gives a limit that lets nobody through, and never changes the defaults", () => {
    const before = structuredClone(defaultLimits);
    const setting = fc.oneof(
      fc.string(),
      fc.double({ min: 0, max: 1e6 }).map(String),
      fc
        .tuple(fc.constantFrom("message.person", "question.ip"), fc.nat(), fc.nat())
        .map(([k, p, s]) => `${k}=${p}/${s}`),
    );
    fc.assert(
      fc.property(setting, (text) => {
        const limits = limitsFrom(text);
        expect(defaultLimits).toEqual(before);
        for (const scopes of Object.values(limits ?? {})) {
          for (const { points, seconds } of Object.values(scopes)) {
            expect(points).toBeGreaterThanOrEqual(1);
            expect(seconds).toBeGreaterThanOrEqual(1);
          }
        }
      }),
    );
  });
});
