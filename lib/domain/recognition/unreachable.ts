import { mask } from "@/lib/domain/mask/mask";

export const mostLineLetters = 200;
export const mostPlaceLetters = 60;

/** Nothing by which somebody could be reached past the brand: no address, number or link. */
export function isUnreachable(text: string): boolean {
  return mask(text) === text && !/:\/\/|www\.|[\p{Cc}\p{Zl}\p{Zp}]/u.test(text);
}
