import { escapeXml } from "@/lib/domain/escape-xml";
import { type Bar, barsSvg } from "./svg-plot";
import { binned } from "./text-plot";

/** A part of a page of plots: a heading, sentences, and bars. */
export type PlotPart = { title: string; lines?: readonly string[]; bars?: readonly Bar[] };

/** One page in HTML that needs nothing besides itself, light or dark as its reader has it. */
export function plotPage(title: string, parts: readonly PlotPart[]): string {
  const body = parts.map(({ title: name, lines = [], bars }) =>
    [
      `<h2>${escapeXml(name)}</h2>`,
      lines.length > 0 ? `<pre>${lines.map(escapeXml).join("\n")}</pre>` : "",
      bars && bars.length > 0 ? barsSvg(name, bars) : "",
    ].join(""),
  );
  const style =
    ":root{color-scheme:light dark}body{font:16px/24px system-ui,sans-serif;max-width:960px;margin:40px auto;padding:0 16px}h2{font-size:16px;margin:32px 0 8px}pre{font:13px/20px ui-monospace,monospace;overflow-x:auto}svg{max-width:100%;height:auto}";
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeXml(title)}</title><style>${style}</style><h1>${escapeXml(title)}</h1>${body.join("")}</html>\n`;
}

/** A histogram as bars: as many in each of `bins` equal parts from 0 to `most`, and beyond. */
export function histogramBars(
  values: readonly number[],
  scale: { bins: number; most: number; label: (from: number) => string },
): Bar[] {
  return binned(values, scale).map(({ from, share }) => ({
    name: scale.label(from),
    value: share,
    text: `${(100 * share).toFixed(1)} %`,
  }));
}
