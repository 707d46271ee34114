import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lastingAnswers, lastingChange, lastingCount } from "./thanks-return";

describe("lastingChange", () => {
  it.each([
    [null, "yes", { lasting: 1, faded: 0 }],
    [null, "partly", { lasting: 0, faded: 0 }],
    [null, "no", { lasting: 0, faded: 1 }],
    ["yes", "no", { lasting: -1, faded: 1 }],
    ["no", "partly", { lasting: 0, faded: -1 }],
    ["yes", "yes", { lasting: 0, faded: 0 }],
  ] as const)("from %s to %s", (before, after, expected) => {
    expect(lastingChange(before, after)).toEqual(expected);
  });

  it("leaves after any number of changed minds what the last answer alone would count", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...lastingAnswers), { minLength: 1 }), (answers) => {
        const sum = { lasting: 0, faded: 0 };
        answers.forEach((answer, index) => {
          const change = lastingChange(answers[index - 1] ?? null, answer);
          sum.lasting += change.lasting;
          sum.faded += change.faded;
        });
        expect(sum).toEqual(lastingCount(answers.at(-1) ?? null));
      }),
    );
  });
});
