import { z } from "zod";
import { type BrandSettings, defaultSettings } from "./settings";

const positive = z.number().positive();

const StoredSettings = z
  .object(Object.fromEntries(Object.keys(defaultSettings).map((name) => [name, positive.optional()])))
  .strict();

/** Completes what a brand stored with the defaults. Throws ZodError on a stored value that is not a positive number. */
export function brandSettings(stored: unknown): BrandSettings {
  const set = Object.entries(StoredSettings.parse(stored ?? {})).filter(([, value]) => value !== undefined);
  return { ...defaultSettings, ...(Object.fromEntries(set) as Partial<BrandSettings>) };
}
