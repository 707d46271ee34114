import { z } from "zod";
import { Hours } from "@/lib/domain/hours/schema";
import { Locale, Slug, words } from "@/lib/domain/schema";
import type { Wording } from "@/lib/domain/site/schema";
import { isWhole, type SettingName, type SettingRule, settingNames, settingRules } from "./setting-rules";
import { type BrandSettings, defaultSettings } from "./settings";
import { isReservedSlug } from "./slug";

const amount = z.number().nonnegative();

const StoredSettings = z
  .object(Object.fromEntries(Object.keys(defaultSettings).map((name) => [name, amount.optional()])))
  .strict();

/** Completes what a brand stored with the defaults. Throws ZodError on a stored value that is a negative number or none. */
export function brandSettings(stored: unknown): BrandSettings {
  const set = Object.entries(StoredSettings.parse(stored ?? {})).filter(([, value]) => value !== undefined);
  return { ...defaultSettings, ...(Object.fromEntries(set) as Partial<BrandSettings>) };
}

function ranged(name: SettingName) {
  const { min, max, unit }: SettingRule = settingRules[name];
  const number = isWhole(unit) ? z.int() : z.number();
  return number.min(min).max(max).nullable().optional();
}

/** Settings to change, each within its range; null goes back to the default. */
export const SettingsChange = z.strictObject(
  Object.fromEntries(settingNames.map((name) => [name, ranged(name)])) as Record<
    SettingName,
    ReturnType<typeof ranged>
  >,
);

export const BrandName = words(80).pipe(z.string().min(1));
export const Languages = z
  .array(Locale)
  .min(1)
  .transform((given) => [...new Set(given)]);
/** An IANA time zone that this runtime knows. */
export const TimeZone = z.string().refine((zone) => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return zone.length > 0;
  } catch {
    return false;
  }
}, "not a time zone");

/** An address that people can open: http or https, nothing that a page could run. */
export const WebAddress = z
  .url({ protocol: /^https?$/ })
  .max(500)
  .refine((address) => URL.canParse(address) && new URL(address).username === "", "no sign-in in an address");

const slug = Slug.refine((text) => !isReservedSlug(text), "reserved");

export const CreateBrand = z.strictObject({
  name: BrandName,
  slug,
  languages: Languages,
  timeZone: TimeZone,
});
export type CreateBrand = z.infer<typeof CreateBrand>;

/** What is left out stays; `version` is the one that the form was opened with. */
export const ChangeBrand = z.strictObject({
  version: z.int().positive(),
  name: BrandName.optional(),
  languages: Languages.optional(),
  timeZone: TimeZone.optional(),
  /** By language; an empty one is none. */
  privacyLine: z.partialRecord(Locale, words(300)).optional(),
  privacyUrl: WebAddress.nullable().optional(),
  /** While nobody can answer, a quiet button lets visitors leave a question. */
  offersLeaving: z.boolean().optional(),
  /** Anybody may read how the brand's promises were kept. */
  publishesPromises: z.boolean().optional(),
  /** Anybody may see who helps, and how to join. */
  publishesCommunity: z.boolean().optional(),
  settings: SettingsChange.optional(),
  /** As a whole: what is left out of it is always open, or no exception. */
  hours: Hours.optional(),
});
export type ChangeBrand = z.infer<typeof ChangeBrand>;

/** Without languages in which nothing is said. */
export function spoken(wording: Wording): Wording {
  return Object.fromEntries(Object.entries(wording).filter(([, text]) => text !== ""));
}
