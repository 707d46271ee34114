import { parseArgs } from "node:util";
import { expect, it } from "vitest";
import { explain, StartError } from "@/lib/start/start-error";

function refusalOf(args: string[]): unknown {
  try {
    return parseArgs({ args, options: { days: { type: "string" } } });
  } catch (error) {
    return error;
  }
}

it("says what a person can mend in a sentence, and where the options are told", () => {
  expect(explain(new StartError("The port is taken."))).toBe("The port is taken.");
  expect(explain(refusalOf(["--dayz", "7"]))).toMatch(
    /^Unknown option '--dayz'.*README says which options there are\.$/,
  );
});

it("tells all of what is nobody's mistake", () => {
  expect(explain(new Error("oh"))).toContain("start-error.test");
  expect(explain("no error at all")).toBe("no error at all");
});
