/** A colour as the database keeps it: `#rrggbb` in lower case. */
const written = /^#[0-9a-f]{6}$/;

/** The ground of a page that says nothing else. */
const PAGE = "#ffffff";
/** WCAG 2.2, 1.4.11: a control stands out from the page by so much. */
export const CONTROL_CONTRAST = 3;
/** WCAG 2.2, 1.4.3: text is read on its ground. */
export const TEXT_CONTRAST = 4.5;

/** Reads what a person typed (`1E5B43`, `#1e5`, `#1E5B43`); null for anything that is no such colour. */
export function readColour(text: string): string | null {
  const digits = text.trim().toLowerCase().replace(/^#/, "");
  const long = /^[0-9a-f]{3}$/.test(digits) ? [...digits].map((digit) => digit + digit).join("") : digits;
  return written.test(`#${long}`) ? `#${long}` : null;
}

function channels(colour: string): number[] {
  if (!written.test(colour)) throw new RangeError("a colour is #rrggbb");
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

/**
 * Relative luminance, 0 for black to 1 for white, as WCAG 2.2 defines it (with sRGB's own threshold of 0.04045, which
 * the definition took over in 2021). Throws RangeError for anything but `#rrggbb`.
 */
export function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG's contrast ratio of two colours, 1 to 21, in either order. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Black or white, whichever is read better on the colour. One of them always has 4.5:1: their product is 21. */
export function textOn(colour: string): "#000000" | "#ffffff" {
  return contrast(colour, "#ffffff") >= contrast(colour, "#000000") ? "#ffffff" : "#000000";
}

export type ColourCheck = {
  text: "#000000" | "#ffffff";
  textContrast: number;
  /** Against a white page. */
  pageContrast: number;
  /** The button can be seen on a white page. */
  isVisible: boolean;
  /** The nearest darker colour of the same hue that can be; null when this one can. */
  darker: string | null;
};

/** Whether a button of this colour can be read and seen, and what to take instead. Throws RangeError like `luminance`. */
export function checkColour(colour: string): ColourCheck {
  const text = textOn(colour);
  const pageContrast = contrast(colour, PAGE);
  const isVisible = pageContrast >= CONTROL_CONTRAST;
  return {
    text,
    textContrast: contrast(colour, text),
    pageContrast,
    isVisible,
    darker: isVisible ? null : nearestVisible(colour),
  };
}

/** Dims the three channels alike, as little as will do: 1/256 of their strength at a time keeps the hue. */
function nearestVisible(colour: string): string {
  const parts = channels(colour);
  for (let strength = 255; strength > 0; strength--) {
    const dimmed = parts.map((part) => Math.floor((part * strength) / 256));
    const tried = `#${dimmed.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
    if (contrast(tried, PAGE) >= CONTROL_CONTRAST) return tried;
  }
  return "#000000";
}
