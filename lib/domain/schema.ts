import { z } from "zod";

/** 128 random bits as 32 hexadecimal digits; made by the database's `new_id()` or by the server. */
export const Id = z.string().regex(/^[0-9a-f]{32}$/);
/** Chosen by a browser so that a repeated request is recognised. */
export const ClientId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);
export const Locale = z.enum(["en", "fr"]);
/** An instant as ISO 8601 in UTC. */
export const Instant = z.iso.datetime();
export const Slug = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/);

/**
 * What a person wrote: trimmed, at most so many characters, and without NUL, which PostgreSQL's text cannot hold.
 */
export const words = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((text) => !text.includes("\0"), "NUL");

/** A name in each language of the brand. */
export const Names = z.object({ en: z.string(), fr: z.string() });
export type Names = z.infer<typeof Names>;
