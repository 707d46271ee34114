/** A shape is a family. */
export const badgeFamilies = [
  "welcome",
  "topic",
  "thanks",
  "lasting",
  "rescue",
  "languages",
  "safety",
  "seasons",
  "coach",
] as const;
export type BadgeFamily = (typeof badgeFamilies)[number];

export type BadgeShape = {
  /** Outline on a 72 px square. */
  outline: string;
  /** Middle of the outline's inner copy and of the glyph, from the top. */
  middle: number;
  glyphMiddle: number;
  /** The family's own glyph, when a badge names none. */
  glyph: string;
};

export const badgeShapes: Record<BadgeFamily, BadgeShape> = {
  // Circle
  welcome: {
    outline: "M36 5a31 31 0 1 1 0 62a31 31 0 1 1 0-62z",
    middle: 36,
    glyphMiddle: 36,
    glyph: "chat",
  },
  // Hexagon
  topic: {
    outline: "M36 3L64.6 19.5V52.5L36 69L7.4 52.5V19.5z",
    middle: 36,
    glyphMiddle: 36,
    glyph: "bike",
  },
  // Scallop
  thanks: {
    outline:
      "M36 7A9.6 9.6 0 0 1 53 12.5A9.6 9.6 0 0 1 63.6 27A9.6 9.6 0 0 1 63.6 45A9.6 9.6 0 0 1 53 59.5A9.6 9.6 0 0 1 36 65A9.6 9.6 0 0 1 19 59.5A9.6 9.6 0 0 1 8.4 45A9.6 9.6 0 0 1 8.4 27A9.6 9.6 0 0 1 19 12.5A9.6 9.6 0 0 1 36 7z",
    middle: 36,
    glyphMiddle: 36,
    glyph: "heart",
  },
  // Quatrefoil
  lasting: {
    outline: "M20 20A16 16 0 0 1 52 20A16 16 0 0 1 52 52A16 16 0 0 1 20 52A16 16 0 0 1 20 20z",
    middle: 36,
    glyphMiddle: 36,
    glyph: "tree",
  },
  // Gear
  rescue: {
    outline:
      "M31.5 7.9L32.9 3.1L39.1 3.1L40.5 7.9L46.2 9.4L49.7 6L55.1 9.1L53.9 13.9L58.1 18.1L62.9 16.9L66 22.3L62.6 25.8L64.1 31.5L68.9 32.9L68.9 39.1L64.1 40.5L62.6 46.2L66 49.7L62.9 55.1L58.1 53.9L53.9 58.1L55.1 62.9L49.7 66L46.2 62.6L40.5 64.1L39.1 68.9L32.9 68.9L31.5 64.1L25.8 62.6L22.3 66L16.9 62.9L18.1 58.1L13.9 53.9L9.1 55.1L6 49.7L9.4 46.2L7.9 40.5L3.1 39.1L3.1 32.9L7.9 31.5L9.4 25.8L6 22.3L9.1 16.9L13.9 18.1L18.1 13.9L16.9 9.1L22.3 6L25.8 9.4z",
    middle: 36,
    glyphMiddle: 36,
    glyph: "bolt",
  },
  // Speech bubble
  languages: {
    outline: "M14 7h44a8 8 0 0 1 8 8v34a8 8 0 0 1-8 8H40L28 68V57H14a8 8 0 0 1-8-8V15a8 8 0 0 1 8-8z",
    middle: 34,
    glyphMiddle: 32,
    glyph: "globe",
  },
  // Octagon
  safety: {
    outline: "M48.6 5.5L66.5 23.4V48.6L48.6 66.5H23.4L5.5 48.6V23.4L23.4 5.5z",
    middle: 36,
    glyphMiddle: 36,
    glyph: "shield",
  },
  // Drop
  seasons: {
    outline: "M36 3c14 15 25 24 25 38a25 25 0 0 1-50 0C11 27 22 18 36 3z",
    middle: 38,
    glyphMiddle: 38,
    glyph: "leaf",
  },
  // Diamond
  coach: {
    outline: "M36 2.5L69.5 36 36 69.5 2.5 36z",
    middle: 36,
    glyphMiddle: 36,
    glyph: "cap",
  },
};

/** Glyphs on a 24 px grid, drawn with strokes alone. */
export const badgeGlyphs: Record<string, string> = {
  chat: "M4 6.5A1.5 1.5 0 0 1 5.5 5h13A1.5 1.5 0 0 1 20 6.5v8a1.5 1.5 0 0 1-1.5 1.5H11l-4.5 3.5V16h-1A1.5 1.5 0 0 1 4 14.5z",
  battery:
    "M5.5 8h11a2 2 0 0 1 2 2v4.5a2 2 0 0 1-2 2h-11a2 2 0 0 1-2-2V10a2 2 0 0 1 2-2zM21 11v2.5M7 11v2.5M10.5 11v2.5",
  cargo: "M4 8.5l8-4 8 4v7.5l-8 4-8-4zM4 8.5l8 4 8-4M12 12.5V20",
  heart: "M12 19.5S4.5 15 4.5 9.6A3.9 3.9 0 0 1 12 8a3.9 3.9 0 0 1 7.5 1.6c0 5.4-7.5 9.9-7.5 9.9z",
  bolt: "M13 3.5L5.5 13.5H11l-1 7 7.5-10H12z",
  globe:
    "M12 4a8 8 0 1 1 0 16 8 8 0 1 1 0-16zM4 12h16M12 4c2.5 2.3 3.5 5 3.5 8s-1 5.7-3.5 8c-2.5-2.3-3.5-5-3.5-8s1-5.7 3.5-8z",
  shield: "M12 3.5l7 2.5v5.5c0 4.5-3 7.5-7 9-4-1.5-7-4.5-7-9V6z",
  tree: "M8 15.5a4 4 0 0 1-1.7-7.6 5.8 5.8 0 0 1 11.4 0A4 4 0 0 1 16 15.5zM12 9.5v11M12 13l2.5-2.3M8.5 20.5h7",
  leaf: "M5 19c0-8 4.5-13.5 14-14 0 9.5-5 14-10.5 13M5 19c2-4 4.5-6.5 8-8.5",
  cap: "M2.5 9.5L12 5l9.5 4.5L12 14zM6.5 11.5V16c3 2.3 8 2.3 11 0v-4.5",
  range:
    "M6 16a2 2 0 1 1 0 4 2 2 0 1 1 0-4zM18 4a2 2 0 1 1 0 4 2 2 0 1 1 0-4zM8 18h7.5a3 3 0 0 0 0-6h-7a3 3 0 0 1 0-6H16",
  brake:
    "M12 4a8 8 0 1 1 0 16 8 8 0 1 1 0-16zM12 9.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 1 1 0-5zM12 6.5v.01M16.8 9.2v.01M16.8 14.8v.01M12 17.5v.01M7.2 14.8v.01M7.2 9.2v.01",
  wrench:
    "M14.5 6.5a4 4 0 0 1 5-2l-2.7 2.7 2 2L21.5 6.5a4 4 0 0 1-5.4 5l-7.6 7.6a2.1 2.1 0 0 1-3-3l7.6-7.6a4 4 0 0 1 1.4-2z",
  ruler: "M4 15.5L15.5 4 20 8.5 8.5 20zM7 12.5l1.5 1.5M10 9.5l2 2M13 6.5l1.5 1.5",
  truck:
    "M3 6.5h11v10H3zM14 10h4l3 3v3.5h-7M7.5 15.7a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 1 1 0-3.6zM17 15.7a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 1 1 0-3.6z",
  bike: "M6 12.5a4 4 0 1 1 0 8 4 4 0 1 1 0-8zM18 12.5a4 4 0 1 1 0 8 4 4 0 1 1 0-8zM6 16.5l3.5-7.5h6l2.5 7.5M9.5 9L13 16.5H6M15.5 9L13 16.5M8 9h3M14.5 6h2.2",
  star: "M12 4l2.5 5.1 5.6.8-4.05 3.95.95 5.6L12 16.8l-5 2.65.95-5.6L3.9 9.9l5.6-.8z",
  hand: "M4 8.5h13M13.5 5L17 8.5 13.5 12M20 15.5H7M10.5 12L7 15.5l3.5 3.5",
  sun: "M12 8a4 4 0 1 1 0 8 4 4 0 1 1 0-8zM12 3v1.5M12 19.5V21M3 12h1.5M19.5 12H21M5.6 5.6l1.1 1.1M17.3 17.3l1.1 1.1M5.6 18.4l1.1-1.1M17.3 6.7l1.1-1.1",
  snow: "M12 3.5v17M4.6 7.8l14.8 8.4M19.4 7.8L4.6 16.2M9.8 5l2.2 2 2.2-2M9.8 19l2.2-2 2.2 2",
};
