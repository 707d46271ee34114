import { expect, it } from "vitest";
import { textPlot } from "./text-plot";

it("draws a bar for each part, the last for what lies beyond", () => {
  const lines = textPlot([0, 0, 0, 1, 9], { bins: 2, most: 2, label: (from) => `from ${from}` });
  expect(lines.map((line) => line.replace(/█+/, (bar) => String(bar.length)))).toEqual([
    "   from 0 48 60.0 %",
    "   from 1 16 20.0 %",
    "   from 2 16 20.0 %",
  ]);
  expect(textPlot([], { bins: 1, most: 1, label: String })[0]).toContain("0.0 %");
});
