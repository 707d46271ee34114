import { z } from "zod";

/** A text in each language of which the brand has one. */
export const Wording = z.partialRecord(z.enum(["en", "fr"]), z.string());
export type Wording = z.infer<typeof Wording>;

/** Path patterns as a site stores them; a new site shows its button everywhere. */
export const Pages = z.object({
  include: z.array(z.string()).default(["*"]),
  exclude: z.array(z.string()).default([]),
});
