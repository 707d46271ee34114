import { createHash } from "node:crypto";

/** A number in [0, 1) that belongs to these words: evenly spread, and the same whenever it is asked for. */
export function chanceOf(words: string): number {
  return createHash("sha256").update(words).digest().readUIntBE(0, 6) / 2 ** 48;
}
