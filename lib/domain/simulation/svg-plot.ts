import { escapeXml } from "@/lib/domain/escape-xml";

const width = 640;
const left = 96;
const right = 72;
const row = 22;
const bar = 12;

/** A bar of a plot: its name, its length, the interval in which the length lies (if told), and what stands at its end. */
export type Bar = { name: string; value: number; low?: number; high?: number; text: string };

/**
 * Bars in their order as a picture in SVG, drawn in the colour of the text around it; the longest fills the width. The
 * title is what is heard of it.
 */
export function barsSvg(title: string, bars: readonly Bar[]): string {
  const most = Math.max(Number.MIN_VALUE, ...bars.map(({ value, high }) => Math.max(value, high ?? 0)));
  const x = (value: number) => left + (Math.max(0, value) / most) * (width - left - right);
  const height = bars.length * row + 8;
  const rows = bars.map(({ name, value, low, high, text }, index) => {
    const y = 4 + index * row;
    const middle = y + bar / 2;
    const reach =
      low === undefined || high === undefined
        ? ""
        : `<path d="M${round(x(low))} ${middle}H${round(x(high))}M${round(x(low))} ${y - 2}v${bar + 4}M${round(x(high))} ${y - 2}v${bar + 4}" stroke="currentColor" fill="none"/>`;
    const end = round(x(Math.max(value, high ?? 0)) + 8);
    return [
      `<text x="${left - 8}" y="${y + bar - 2}" text-anchor="end">${escapeXml(name)}</text>`,
      `<rect x="${left}" y="${y}" width="${round(x(value) - left)}" height="${bar}" fill="currentColor" opacity="0.35"/>`,
      reach,
      `<text x="${end}" y="${y + bar - 2}">${escapeXml(text)}</text>`,
    ].join("");
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, sans-serif" font-size="12" fill="currentColor"><title>${escapeXml(title)}</title>${rows.join("")}</svg>`;
}

const round = (value: number) => Math.round(value * 10) / 10;
