import { z } from "zod";
import { slugOf } from "@/lib/domain/brand/slug";
import { words } from "@/lib/domain/schema";
import { isUnreachable, mostLineLetters, mostPlaceLetters } from "./unreachable";

const plain = (most: number) => words(most).refine(isUnreachable, "no address, number or link is expected");

/** What a member saves of his public page, opened at a version; 0 where there was none. */
export const ChangePublicProfile = z.strictObject({
  version: z.int().nonnegative(),
  isPublic: z.boolean().optional(),
  line: plain(mostLineLetters).optional(),
  place: plain(mostPlaceLetters).optional(),
});
export type ChangePublicProfile = z.infer<typeof ChangePublicProfile>;

/** Words of the community's own addresses. */
const taken = new Set(["join", "thanks", "verify", "owners", "badges"]);

/** The address that a name wants: `nadia-b`, then `nadia-b-2`, and so on; the first one that `isFree`. */
export function profileSlug(name: string, isFree: (slug: string) => boolean): string {
  const wanted = slugOf(name, 40) || "owner";
  for (let count = 1; ; count++) {
    const slug = count === 1 ? wanted : `${wanted}-${count}`;
    if (!taken.has(slug) && isFree(slug)) return slug;
  }
}

/** From how many on a number says something; below it is left out. */
export const sensible = { helped: 5, solved: 20, answers: 5 } as const;

/**
 * The order of owners, which is no ranking: who can be asked now before who cannot, and within that as a hash of the day
 * and the person has it, so that each day another one stands first. FNV-1a, 32 bits.
 */
export function shuffled<T extends { slug: string; presence: "free" | "busy" | null }>(
  owners: readonly T[],
  day: string,
): T[] {
  const hash = (text: string) => {
    let value = 0x811c9dc5;
    for (let index = 0; index < text.length; index += 1)
      value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
    return value;
  };
  const group = ({ presence }: T) => (presence === "free" ? 0 : presence === "busy" ? 1 : 2);
  return owners
    .map((owner) => ({ owner, at: hash(`${day}:${owner.slug}`) }))
    .sort((a, b) => group(a.owner) - group(b.owner) || a.at - b.at || (a.owner.slug < b.owner.slug ? -1 : 1))
    .map(({ owner }) => owner);
}
