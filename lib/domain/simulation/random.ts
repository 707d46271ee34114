import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** A stream of numbers, evenly spread in [0, 1). */
export type Random = () => number;

/**
 * The stream that belongs to a seed and some words: the same whenever it is asked for, and none of its neighbours'. Each
 * person's, question's and purpose's chances have their own, so that two runs under different settings meet the same
 * arrivals, patience and answers, and differ by what the settings do alone ("common random numbers").
 */
export function randomOf(seed: number, ...words: readonly (string | number)[]): Random {
  const rng = xoroshiro128plus(hash(`${seed}\n${words.join("\n")}`));
  return () => uniformFloat64(rng);
}

/** 32 bits of a text: FNV-1a, mixed at the end as MurmurHash3 does, since near texts must lie far apart. */
function hash(text: string): number {
  let bits = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) bits = Math.imul(bits ^ text.charCodeAt(i), 0x01000193);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
