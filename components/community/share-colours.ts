/**
 * The light theme's tokens for pictures that are shared elsewhere: they have no stylesheet, and no reader's theme. A test
 * holds them to tokens.css.
 */
export const shareColours = {
  paper: "#FAF8F4",
  ink: "#211F1B",
  "ink-2": "#565047",
  line: "#E5DFD4",
  green: "#1E5B43",
  bronze: { ground: "#EDD2BA", edge: "#945A2D", ink: "#5C3415" },
  silver: { ground: "#E4E6E4", edge: "#6D7577", ink: "#363C3E" },
  gold: { ground: "#F6E1A3", edge: "#93700F", ink: "#564005" },
} as const;
