import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { shareColours } from "./share-colours";

it("are those of the light theme", () => {
  const tokens = readFileSync(new URL("../ui/tokens.css", import.meta.url), "utf8");
  for (const [name, value] of Object.entries(shareColours)) {
    const parts = typeof value === "string" ? { "": value } : value;
    for (const [part, colour] of Object.entries(parts)) {
      const token = `--${name}${part && `-${part}`}`;
      expect(tokens.match(new RegExp(`${token}: *(#[0-9A-F]{6})`))?.[1], token).toBe(colour);
    }
  }
});
