import { readdirSync, readFileSync } from "node:fs";
import compile from "icu-minify/compile";
import { describe, expect, it } from "vitest";

const LANGUAGES = ["en", "fr"];
const folder = new URL(".", import.meta.url);
const featuresOf = (locale: string) => readdirSync(new URL(`${locale}/`, folder)).sort();

/** Flattens a message file: `menu.signIn` → text. */
function textsOf(locale: string, file: string): Map<string, string> {
  const texts = new Map<string, string>();
  const walk = (value: unknown, path: string) => {
    if (typeof value === "string") texts.set(path, value);
    else if (typeof value === "object" && value !== null && !Array.isArray(value))
      for (const [key, inner] of Object.entries(value)) walk(inner, path === "" ? key : `${path}.${key}`);
    else throw new Error(`${locale}/${file}: ${path} is neither a text nor a group of texts`);
  };
  walk(JSON.parse(readFileSync(new URL(`${locale}/${file}`, folder), "utf8")), "");
  return texts;
}

type Piece = { argument: string } | { literal: string; afterArgument: boolean };

const KINDS = ["#", "select", "plural", "plural", "number", "date", "time"];

/** Takes a compiled message apart: its arguments with their kind, its tags, and the words between them. */
function piecesOf(message: string): Piece[] {
  const pieces: Piece[] = [];
  const walk = (nodes: readonly unknown[]) => {
    nodes.forEach((node, index) => {
      if (typeof node === "string") pieces.push({ literal: node, afterArgument: index > 0 });
      if (!Array.isArray(node)) return;
      const [name, kind, options] = node;
      if (kind === undefined) pieces.push({ argument: `${name}` });
      else if (typeof kind !== "number") {
        pieces.push({ argument: `<${name}>` });
        walk(node.slice(1));
      } else {
        pieces.push({ argument: `${name}, ${KINDS[kind]}` });
        if (kind >= 1 && kind <= 3 && typeof options === "object" && options !== null)
          for (const branch of Object.values(options)) walk(Array.isArray(branch) ? branch : [branch]);
      }
    });
  };
  const compiled = compile(message);
  walk(typeof compiled === "string" ? [compiled] : compiled);
  return pieces;
}

const argumentsOf = (message: string) =>
  [...new Set(piecesOf(message).flatMap((piece) => ("argument" in piece ? [piece.argument] : [])))].sort();

/** French puts a non-breaking space before these signs and inside guillemets; times and addresses are exempt. */
function looseSigns(message: string): string[] {
  return piecesOf(message).flatMap((piece) => {
    if (!("literal" in piece)) return [];
    const text = piece.literal.replace(/https?:\/\/\S*/g, "").replace(/\d:\d/g, "");
    const found =
      text.match(/(?<![\u00a0\u202f;:?!%])[^\u00a0\u202f;:?!%][;:?!%€»]|«[^\u00a0\u202f]/gu) ?? [];
    return piece.afterArgument && /^[;:?!%€»]/.test(text) ? [...found, text] : [...found];
  });
}

describe("message files", () => {
  it("exist for the same features in every language, and the type lists them all", () => {
    const declared = [
      ...readFileSync(new URL("messages.ts", folder), "utf8").matchAll(/"\.\/en\/(.+\.json)"/g),
    ].map((match) => match[1]);
    for (const locale of LANGUAGES) expect(featuresOf(locale), locale).toEqual(declared.sort());
  });

  describe.each(featuresOf("en"))("%s", (file) => {
    const english = textsOf("en", file);
    const french = textsOf("fr", file);

    it("has the same keys in English and French", () => {
      expect([...french.keys()].sort()).toEqual([...english.keys()].sort());
    });

    it("names the same arguments, of the same kind, in English and French", () => {
      for (const [key, text] of english)
        expect(argumentsOf(french.get(key) ?? ""), key).toEqual(argumentsOf(text));
    });

    it("leaves no text empty", () => {
      for (const [key, text] of [...english, ...french]) expect(text.trim(), key).not.toBe("");
    });

    it("keeps French signs with their word by a non-breaking space", () => {
      for (const [key, text] of french) expect(looseSigns(text), key).toEqual([]);
    });
  });

  it("would notice a missing non-breaking space", () => {
    expect(looseSigns("Ça va ?")).not.toEqual([]);
    expect(looseSigns("{share}%")).not.toEqual([]);
    expect(looseSigns("{count, plural, one {un !} other {#\u00a0!}}")).not.toEqual([]);
    expect(looseSigns("«oui»")).not.toEqual([]);
    expect(looseSigns("Ça va\u00a0? À 10:00, voyez https://exemple.fr/?a=b\u202f!")).toEqual([]);
  });

  it("would notice an argument of another kind", () => {
    expect(argumentsOf("{count, plural, other {#}} <b>{name}</b>")).toEqual(["<b>", "count, plural", "name"]);
    expect(argumentsOf("{count}")).not.toEqual(argumentsOf("{count, number}"));
  });
});
