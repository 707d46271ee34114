import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isLearning, mayAnswer, mayEnter, statuses, trainingLeads } from "@/lib/domain/member/status";
import { MemberStatus } from "@/prisma/generated/client";

const status = fc.constantFrom(...statuses);

describe("statuses", () => {
  it("are the database's", () => {
    expect([...statuses].sort()).toEqual(Object.values(MemberStatus).sort());
  });

  it("let the confirmed and the newcomer on trial answer, and nobody else", () => {
    expect(statuses.filter(mayAnswer)).toEqual(["trial", "active"]);
  });

  it("keep out who left or is suspended, and nobody else", () => {
    expect(statuses.filter((each) => !mayEnter(each))).toEqual(["left", "suspended"]);
  });

  it("let nobody answer who may not enter", () => {
    fc.assert(fc.property(status, (each) => !mayAnswer(each) || mayEnter(each)));
  });

  it("lead forwards alone, and only from learning", () => {
    fc.assert(
      fc.property(status, status, (from, to) => {
        if (!trainingLeads(from, to)) return;
        expect(isLearning(from)).toBe(true);
        expect(mayAnswer(to)).toBe(true);
        expect(trainingLeads(to, from)).toBe(false);
      }),
    );
    expect(trainingLeads("training", "active")).toBe(true);
    expect(trainingLeads("suspended", "active")).toBe(false);
  });
});
