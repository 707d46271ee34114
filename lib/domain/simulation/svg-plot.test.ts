import { describe, expect, it } from "vitest";
import { histogramBars, plotPage } from "./plot-page";
import { barsSvg } from "./svg-plot";

const attributes = (svg: string, name: string) =>
  [...svg.matchAll(new RegExp(`<rect[^>]* ${name}="([^"]*)"`, "g"))].map(([, value]) => Number(value));

describe("a plot of bars", () => {
  it("draws each in proportion, with its interval and its words", () => {
    const svg = barsSvg("Waits", [
      { name: "now", value: 10, low: 8, high: 12, text: "10 s" },
      { name: "tried", value: 5, text: "5 s" },
    ]);
    const [now = 0, tried = 0] = attributes(svg, "width");
    expect(now / tried).toBeCloseTo(2, 1);
    expect(svg.match(/<path/g)).toHaveLength(1);
    expect(svg).toContain("<title>Waits</title>");
    expect(svg).toContain(">10 s</text>");
  });

  it("stays a picture where nothing has a length, and where words hold signs of XML", () => {
    const svg = barsSvg(`<b> & "more"`, [{ name: "<nobody>", value: 0, text: "0" }]);
    expect(attributes(svg, "width")).toEqual([0]);
    expect(svg).toContain("<title>&lt;b&gt; &amp; &quot;more&quot;</title>");
    expect(svg).toContain("&lt;nobody&gt;");
    expect(svg).not.toContain("<nobody>");
  });
});

describe("a page of plots", () => {
  it("holds sentences and plots, and asks for nothing from elsewhere", () => {
    const page = plotPage("A <week>", [
      {
        title: "Waits",
        lines: ["half < 4 s"],
        bars: histogramBars([1, 1, 3, 9], { bins: 2, most: 4, label: String }),
      },
      { title: "Nothing" },
    ]);
    expect(page).toContain("<title>A &lt;week&gt;</title>");
    expect(page).toContain("half &lt; 4 s");
    for (const share of ["50.0 %", "25.0 %"]) expect(page).toContain(share);
    expect(page.replace("http://www.w3.org/2000/svg", "")).not.toMatch(/https?:|src=|href=/);
  });
});
