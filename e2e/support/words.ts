import { readFileSync } from "node:fs";

export type Language = "en" | "fr";

type Texts = {
  board: typeof import("@/lib/messages/en/board.json");
  conversation: typeof import("@/lib/messages/en/conversation.json");
  demo: typeof import("@/lib/messages/en/demo.json");
  desk: typeof import("@/lib/messages/en/desk.json");
  moderation: typeof import("@/lib/messages/en/moderation.json");
  people: typeof import("@/lib/messages/en/people.json");
  settings: typeof import("@/lib/messages/en/settings.json");
  setup: typeof import("@/lib/messages/en/setup.json");
  tryout: typeof import("@/lib/messages/en/tryout.json");
  visitor: typeof import("@/lib/messages/en/visitor.json");
  widget: typeof import("@/lib/messages/en/widget.json");
};

/** The texts of the screens, so that one walk finds its buttons in every language. */
export function wordsOf(language: Language): Texts {
  const read = (feature: keyof Texts) =>
    JSON.parse(readFileSync(`lib/messages/${language}/${feature}.json`, "utf8"));
  return {
    board: read("board"),
    conversation: read("conversation"),
    demo: read("demo"),
    desk: read("desk"),
    moderation: read("moderation"),
    people: read("people"),
    settings: read("settings"),
    setup: read("setup"),
    tryout: read("tryout"),
    visitor: read("visitor"),
    widget: read("widget"),
  };
}

/** A text with `{name}` and the like filled in. It does not know plurals. */
export function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
