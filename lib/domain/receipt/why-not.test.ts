import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultSettings } from "@/lib/domain/brand/settings";
import { Receipt, verdicts } from "./schema";
import { whyNot, whyNotCodes } from "./why-not";

const terms = { skill: 0.6, ownership: 0, narrowness: 0.5, idle: 0.5 };
type Input = Parameters<typeof Receipt.parse>[0];
const receipt = (data: Input) => Receipt.parse(data);
const why = (...receipts: Receipt[]) => whyNot({ receipts, memberId: "me", weights: defaultSettings });
const seen = (verdict: string, asked: object[] = []) =>
  receipt({ asked, considered: [{ memberId: "me", verdict }] });

describe("whyNot", () => {
  it("tells nothing of what he was asked himself, or was not looked at for", () => {
    expect(why(seen("full"), receipt({ asked: [{ memberId: "me" }], considered: [] }))).toBeNull();
    expect(why(receipt({ considered: [{ memberId: "other", verdict: "full" }] }))).toBeNull();
    expect(why()).toBeNull();
  });

  it("tells the nearest of several reasons", () => {
    expect(why(seen("language"))).toBe("language");
    expect(why(seen("gone"), seen("full"), seen("gone"))).toBe("full");
    expect(why(seen("full"), seen("kept"))).toBe("kept");
  });

  it("never tells of a report, of his own hand-over, or of his being put out of service", () => {
    for (const verdict of ["blocked", "handed-over", "inactive"]) {
      expect(why(seen(verdict))).toBeNull();
      expect(why(seen("full"), seen(verdict))).toBeNull();
    }
  });

  it("says in what somebody who was asked first was ahead, or what put him first", () => {
    const ahead = (first: object) =>
      why(
        receipt({
          asked: [{ memberId: "other", ...first }],
          considered: [{ memberId: "me", verdict: "eligible", terms }],
        }),
      );
    expect(ahead({ terms: { ...terms, skill: 0.9 } })).toBe("ahead-skill");
    expect(ahead({ terms: { ...terms, idle: 0.9 } })).toBe("ahead-idle");
    expect(ahead({ terms, before: "named" })).toBe("ahead-named");
    expect(ahead({ terms })).toBe("ahead");
    expect(ahead({})).toBe("ahead");
  });

  it("is one of its words or nothing, whatever is stored", () => {
    const stored = fc.record({
      asked: fc.array(
        fc.record({
          memberId: fc.constantFrom("me", "other"),
          before: fc.constantFrom(undefined, "named", "thanked", "chance"),
        }),
        { maxLength: 2 },
      ),
      considered: fc.array(
        fc.record({ memberId: fc.constantFrom("me", "other"), verdict: fc.constantFrom(...verdicts) }),
        { maxLength: 3 },
      ),
    });
    fc.assert(
      fc.property(fc.array(stored, { maxLength: 4 }), (all) => {
        const code = why(...all.map(receipt));
        if (code !== null) expect(whyNotCodes).toContain(code);
        const isAsked = all.some(({ asked }) => asked.some(({ memberId }) => memberId === "me"));
        if (isAsked) expect(code).toBeNull();
      }),
    );
  });
});
