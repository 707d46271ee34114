import type { Fields } from "@/lib/domain/audit/differences";
import { spoken } from "@/lib/domain/brand/schema";
import {
  type OwnSettings,
  type SettingName,
  settingNames,
  withoutDefaults,
} from "@/lib/domain/brand/setting-rules";
import { defaultSettings } from "@/lib/domain/brand/settings";
import { Wording } from "@/lib/domain/site/schema";
import type { Brand, Prisma } from "@/prisma/generated/client";

const prefix = "settings.";

/** A brand's fields as the journal names them; each setting is one, null for the default. */
export function brandFields(brand: Brand): Fields {
  const settings = brand.settings as OwnSettings;
  return {
    name: brand.name,
    languages: brand.languages,
    timeZone: brand.timeZone,
    privacyLine: Wording.parse(brand.privacyLine),
    privacyUrl: brand.privacyUrl,
    ...settingFields(Object.fromEntries(settingNames.map((name) => [name, settings[name] ?? null]))),
  };
}

/** Settings as the journal names them; the default is null, however it is said. */
export function settingFields(settings: Readonly<Partial<Record<SettingName, number | null>>>): Fields {
  const entries = Object.entries(settings) as [SettingName, number | null | undefined][];
  return Object.fromEntries(
    entries.map(([name, value]) => [prefix + name, value === defaultSettings[name] ? null : value]),
  );
}

/** The columns that some of these fields mean, given what is stored. */
export function brandColumns(
  stored: Pick<Brand, "settings">,
  after: Fields,
): Prisma.BrandUpdateManyMutationInput {
  const { name, languages, timeZone, privacyLine, privacyUrl } = after as Partial<Brand>;
  const own: OwnSettings = { ...(stored.settings as OwnSettings) };
  const changed = Object.entries(after).filter(([field]) => field.startsWith(prefix));
  for (const [field, value] of changed)
    own[field.slice(prefix.length) as keyof OwnSettings] = (value as number | null) ?? undefined;
  return {
    name,
    languages,
    timeZone,
    privacyUrl,
    ...(privacyLine === undefined ? {} : { privacyLine: spoken(Wording.parse(privacyLine)) }),
    ...(changed.length === 0 ? {} : { settings: withoutDefaults(own) as Prisma.InputJsonObject }),
  };
}
