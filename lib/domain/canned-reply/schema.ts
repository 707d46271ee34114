import { z } from "zod";
import { Locale, words } from "@/lib/domain/schema";

export const maxReplyLength = 4_000;
export const maxShortcutLength = 32;

/** Typed after a slash in the composer: letters, digits and hyphens, without capitals, beginning with no hyphen. */
export const Shortcut = z
  .string()
  .trim()
  .toLowerCase()
  .normalize("NFC")
  .max(maxShortcutLength)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}-]*$/u);

/** The words of a canned reply; a brand has one of a shortcut in each language. */
export const WriteReply = z.strictObject({
  shortcut: Shortcut,
  title: words(120).min(1),
  body: words(maxReplyLength).min(1),
  language: Locale,
});
export type WriteReply = z.infer<typeof WriteReply>;

/** The same, and the version that its writer had before him. */
export const ChangeReply = WriteReply.extend({ version: z.int().positive() });
export type ChangeReply = z.infer<typeof ChangeReply>;
