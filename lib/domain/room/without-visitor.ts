import { mask } from "@/lib/domain/mask/mask";

/** What stands where something was that leads to a visitor. */
const left = "[…]";

const links = /\b(?:https?:\/\/|www\.)\S+/gi;
/** Identifiers as this and most shops write them: long hexadecimal words, and UUIDs. */
const ids = /\b(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{16,})\b/gi;

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/**
 * A text as colleagues may read it: without the visitor's names, links, identifiers, and what `mask` takes away.
 * A name is taken away as a whole word, whatever its case; of a name with several parts, each part of two letters or
 * more. It knows the names that the visitor gave, not nicknames: what is quoted is read by a person before.
 */
export function withoutVisitor(text: string, names: readonly string[]): string {
  const parts = names
    .flatMap((name) => [name, ...name.split(/[\s'’-]+/)])
    .map((part) => part.trim())
    .filter((part) => part.length >= 2)
    .sort((a, b) => b.length - a.length);
  const plain = mask(text.replace(links, left).replace(ids, left));
  if (parts.length === 0) return plain;
  const word = new RegExp(`(?<![\\p{L}\\p{N}])(?:${parts.map(escaped).join("|")})(?![\\p{L}\\p{N}])`, "giu");
  // What a name stood beside may be a number by itself now.
  return mask(plain.replace(word, left));
}
