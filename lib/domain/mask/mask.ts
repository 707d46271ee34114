import { findEmails } from "./find-emails";
import { findIbans } from "./find-ibans";
import { findNumbers } from "./find-numbers";
import { type Found, marks } from "./marks";

/**
 * A text without what leads to a person or his money: telephone numbers (French ones, and international and American
 * ones as they are written), e-mail addresses, card numbers (ISO/IEC 7812) and account numbers (ISO 13616). Each is
 * replaced by a mark; all else stays as it is. Masking a masked text changes nothing; the time is linear in the length.
 */
export function mask(text: string): string {
  return [findIbans, findEmails, findNumbers].reduce((masked, find) => replaced(masked, find(masked)), text);
}

/** A file's name, masked but for its ending. */
export function maskFileName(name: string): string {
  if (mask(name) === name) return name;
  const ending = /\.[a-z0-9]{2,4}$/i.exec(name)?.[0] ?? "";
  const stem = name.slice(0, name.length - ending.length);
  return mask(stem) === stem ? mask(name) : mask(stem) + ending;
}

function replaced(text: string, found: readonly Found[]): string {
  let masked = "";
  let from = 0;
  for (const { kind, start, end } of found) {
    masked += text.slice(from, start) + marks[kind];
    from = end;
  }
  return masked + text.slice(from);
}
