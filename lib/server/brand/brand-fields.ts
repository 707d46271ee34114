import type { Fields } from "@/lib/domain/audit/differences";
import { spoken } from "@/lib/domain/brand/schema";
import {
  type OwnSettings,
  type SettingName,
  settingNames,
  withoutDefaults,
} from "@/lib/domain/brand/setting-rules";
import { defaultSettings } from "@/lib/domain/brand/settings";
import type { Hours } from "@/lib/domain/hours/hours";
import { nextChange } from "@/lib/domain/hours/open";
import { brandHours } from "@/lib/domain/hours/schema";
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
    offersLeaving: brand.offersLeaving,
    publishesPromises: brand.publishesPromises,
    publishesCommunity: brand.publishesCommunity,
    ...hoursFields(brandHours(brand.hours)),
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

const hoursPrefix = "hours.";

/** Opening hours as the journal names them: each kind's week, null for always open, and the exceptions. */
export function hoursFields({ owner, staff, exceptions }: Hours): Fields {
  return {
    [`${hoursPrefix}owner`]: owner ?? null,
    [`${hoursPrefix}staff`]: staff ?? null,
    [`${hoursPrefix}exceptions`]: exceptions ?? [],
  };
}

/** Whether a change moves the moments at which the brand opens and closes. */
export function changesHours(after: Fields): boolean {
  return "timeZone" in after || Object.keys(after).some((field) => field.startsWith(hoursPrefix));
}

/** The hours that are stored, with those fields of them that change. */
function changedHours(stored: unknown, after: Fields): Hours {
  const changed = Object.entries(after).filter(([field]) => field.startsWith(hoursPrefix));
  return brandHours({
    ...brandHours(stored),
    ...Object.fromEntries(changed.map(([field, value]) => [field.slice(hoursPrefix.length), value])),
  });
}

/** The columns that some of these fields mean at `now`, given what is stored. */
export function brandColumns(
  stored: Pick<Brand, "settings" | "hours" | "timeZone">,
  after: Fields,
  now: Date,
): Prisma.BrandUpdateManyMutationInput {
  const {
    name,
    languages,
    timeZone,
    privacyLine,
    privacyUrl,
    offersLeaving,
    publishesPromises,
    publishesCommunity,
  } = after as Partial<Brand>;
  const own: OwnSettings = { ...(stored.settings as OwnSettings) };
  const changed = Object.entries(after).filter(([field]) => field.startsWith(prefix));
  for (const [field, value] of changed)
    own[field.slice(prefix.length) as keyof OwnSettings] = (value as number | null) ?? undefined;
  const hours = changedHours(stored.hours, after);
  return {
    name,
    languages,
    timeZone,
    privacyUrl,
    offersLeaving,
    publishesPromises,
    publishesCommunity,
    ...(privacyLine === undefined ? {} : { privacyLine: spoken(Wording.parse(privacyLine)) }),
    ...(changed.length === 0 ? {} : { settings: withoutDefaults(own) as Prisma.InputJsonObject }),
    ...(changesHours(after)
      ? {
          hours: hours as Prisma.InputJsonObject,
          hoursChangeAt: nextChange(hours, now, timeZone ?? stored.timeZone),
        }
      : {}),
  };
}
