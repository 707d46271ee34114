import { brandSettings } from "@/lib/domain/brand/schema";
import type { BrandSettings } from "@/lib/domain/brand/settings";
import { type Locale, locales } from "@/lib/domain/locale";
import { Wording } from "@/lib/domain/site/schema";
import { db } from "@/lib/server/database";

export type PublicBrand = {
  id: string;
  slug: string;
  name: string;
  languages: Locale[];
  privacyLine: Wording;
  privacyUrl: string | null;
  settings: BrandSettings;
  /** Whether others may look at it, too. */
  isPublic: boolean;
};

/**
 * The brand of a public page of the community; null for one that is not, is closed, or keeps it to itself. `byMail`: for
 * whoever follows a link of his own mail, which also a brand answers that has closed its public pages meanwhile.
 */
export async function findPublicBrand({
  brandSlug,
  byMail = false,
}: {
  brandSlug: string;
  byMail?: boolean;
}): Promise<PublicBrand | null> {
  const brand = await db().brand.findFirst({
    where: { slug: brandSlug, deletedAt: null, ...(byMail ? {} : { publishesCommunity: true }) },
  });
  if (!brand) return null;
  const { id, slug, name, privacyUrl } = brand;
  const languages = locales.filter((locale): locale is Locale => brand.languages.includes(locale));
  const settings = brandSettings(brand.settings);
  const isPublic = brand.publishesCommunity;
  const privacyLine = Wording.parse(brand.privacyLine);
  return { id, slug, name, languages, privacyLine, privacyUrl, settings, isPublic };
}
