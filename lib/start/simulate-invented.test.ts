import { describe, expect, it } from "vitest";
import { plotPage } from "@/lib/domain/simulation/plot-page";
import { inventedOptions, readInvented, simulateInvented } from "./simulate-invented";

const said = {
  ...Object.fromEntries(
    Object.entries(inventedOptions).map(([name, option]) => [
      name,
      "default" in option ? option.default : "",
    ]),
  ),
  arrivals: "exponential:60",
} as Parameters<typeof readInvented>[0];

describe("an invented brand of the command line", () => {
  it("is read with its distributions", () => {
    expect(readInvented({ ...said, patience: "never", service: "constant:300", experts: "3" })).toMatchObject(
      {
        arrivals: { kind: "exponential", mean: 60 },
        patience: null,
        service: { kind: "constant", value: 300 },
        experts: 3,
        seconds: 86_400,
      },
    );
  });

  it.each([
    [{ arrivals: "often" }, "--arrivals often"],
    [{ arrivals: "" }, "--arrivals"],
    [{ patience: "exponential:0" }, "--patience exponential:0"],
    [{ service: "lognormal:60,30" }, "--service lognormal:60,30"],
    [{ experts: "2.5" }, "--experts"],
    [{ capacity: "5" }, "--capacity"],
    [{ experts: "0", staff: "0" }, "Somebody must be there"],
    [{ hours: "0" }, "--hours"],
  ])("is refused, naming what is wrong: %j", (wrong, named) => {
    expect(() => readInvented({ ...said, ...wrong })).toThrow(named);
  });

  it("is told with intervals, the same for the same seeds, and plotted", () => {
    const tell = (seeds: number[], targetSeconds = 15) => {
      const lines: string[] = [];
      const model = readInvented({ ...said, hours: "2", experts: "2", staff: "0" });
      const parts = simulateInvented({
        model,
        settings: { targetSeconds },
        seeds,
        say: (line) => lines.push(line),
      });
      return { lines, page: plotPage("Simulated", parts) };
    };
    const { lines, page } = tell([1, 2, 3]);
    expect(tell([1, 2, 3]).lines).toEqual(lines);
    expect(tell([4, 5, 6]).lines).not.toEqual(lines);
    expect(lines.find((line) => line.startsWith("missed"))).toMatch(/missed +\d+(\.\d)? ± \d+/);
    expect(lines.find((line) => line.startsWith("promises kept"))).toMatch(/\d+\.\d % ± \d/);
    expect(tell([1]).lines.find((line) => line.startsWith("missed"))).not.toContain("±");
    expect(page.match(/<svg/g)).toHaveLength(2);
    expect(page).toContain("expert-001");
  });
});
