import { z } from "zod";
import { Id, Instant, Locale, words } from "@/lib/domain/schema";
import { checkColour, readColour } from "./colour";
import { readOrigin } from "./origin";
import { Pages, Wording } from "./schema";

const Name = words(80).pipe(z.string().min(1));

/** Typed as people do; put right by `readOrigin`, each once. */
const Origins = z
  .array(z.string().max(500))
  .max(50)
  .transform((typed, context) => {
    const origins = typed.map((text, index) => {
      const { origin, problem } = readOrigin(text);
      if (problem) context.addIssue({ code: "custom", path: [index], message: problem });
      return origin ?? "";
    });
    return [...new Set(origins)];
  });

/** Empty for the product's own. */
const Colour = z
  .string()
  .regex(/^(#[0-9a-f]{6})?$/)
  .refine((colour) => readColour(colour) !== colour || checkColour(colour).isVisible, "too pale");

const Pattern = words(200).pipe(z.string().regex(/^[/*]/));
const Patterns = z.array(Pattern).max(100);

const Fields = {
  name: Name,
  allowedOrigins: Origins,
  colour: Colour,
  position: z.enum(["left", "right"]),
  /** With its article, as after "Ask"; an empty one is the product's own. */
  ownerWord: z.partialRecord(Locale, words(40)),
  pages: z.strictObject({ include: Patterns.min(1), exclude: Patterns }),
};

export const CreateSite = z.strictObject({
  ...Fields,
  colour: Colour.default(""),
  position: Fields.position.default("right"),
  ownerWord: Fields.ownerWord.default({}),
  // Home and contact pages ask for no owner: field practice.
  pages: Fields.pages.default({ include: ["*"], exclude: ["/", "/contact*"] }),
});
export type CreateSite = z.infer<typeof CreateSite>;

/** What is left out stays; `version` is the one that the form was opened with. */
export const ChangeSite = z.strictObject({
  version: z.int().positive(),
  ...Object.fromEntries(Object.entries(Fields).map(([name, field]) => [name, field.optional()])),
} as { version: z.ZodInt } & { [K in keyof typeof Fields]: z.ZodOptional<(typeof Fields)[K]> });
export type ChangeSite = z.infer<typeof ChangeSite>;

/** A site as its brand's managers see it; its secret is shown apart, on demand. */
export const SiteSettings = z.strictObject({
  id: Id,
  name: z.string(),
  publicKey: z.string(),
  allowedOrigins: z.array(z.string()),
  colour: z.string(),
  position: z.enum(["left", "right"]),
  ownerWord: Wording,
  pages: Pages,
  /** The loader was first and last seen on an allowed origin. */
  installedAt: Instant.nullable(),
  seenAt: Instant.nullable(),
  seenOrigin: z.string().nullable(),
  /** It was refused there since, and the origin is not allowed now. */
  refusedOrigin: z.string().nullable(),
  refusedAt: Instant.nullable(),
  version: z.int(),
});
export type SiteSettings = z.infer<typeof SiteSettings>;

/** A site that was removed and can be brought back until then. */
export const RemovedSite = z.strictObject({ id: Id, name: z.string(), removedAt: Instant, until: Instant });
export type RemovedSite = z.infer<typeof RemovedSite>;

/** What must be typed before something goes: its name. */
export const ByName = z.strictObject({ name: z.string().max(200) });
