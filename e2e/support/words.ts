import { readFileSync } from "node:fs";

export type Language = "en" | "fr";

type Texts = {
  board: typeof import("@/lib/messages/en/board.json");
  demo: typeof import("@/lib/messages/en/demo.json");
  desk: typeof import("@/lib/messages/en/desk.json");
  widget: typeof import("@/lib/messages/en/widget.json");
};

/** The texts of the screens, so that one walk finds its buttons in every language. */
export function wordsOf(language: Language): Texts {
  const read = (feature: keyof Texts) =>
    JSON.parse(readFileSync(`lib/messages/${language}/${feature}.json`, "utf8"));
  return { board: read("board"), demo: read("demo"), desk: read("desk"), widget: read("widget") };
}

/** A text with `{name}` and the like filled in. It does not know plurals. */
export function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
