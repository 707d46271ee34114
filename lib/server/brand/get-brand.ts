import { settingNames, withoutDefaults } from "@/lib/domain/brand/setting-rules";
import type { BrandView } from "@/lib/domain/brand/view";
import { Hours } from "@/lib/domain/hours/schema";
import { type Locale, locales } from "@/lib/domain/locale";
import { Wording } from "@/lib/domain/site/schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";

/** The member's brand as its settings show it. */
export async function getBrand({ member }: { member: MemberActor }): Promise<BrandView> {
  const brand = await db().brand.findUniqueOrThrow({ where: { id: member.brandId } });
  const {
    id,
    slug,
    name,
    timeZone,
    privacyUrl,
    offersLeaving,
    publishesPromises,
    publishesCommunity,
    version,
  } = brand;
  const own = Object.fromEntries(settingNames.map((name) => [name, member.settings[name]]));
  return {
    id,
    slug,
    name,
    languages: locales.filter((locale): locale is Locale => brand.languages.includes(locale)),
    timeZone,
    settings: withoutDefaults(own) as Record<string, number>,
    privacyLine: Wording.parse(brand.privacyLine),
    privacyUrl,
    offersLeaving,
    publishesPromises,
    publishesCommunity,
    hours: Hours.parse(brand.hours),
    version,
  };
}
