import { AppError } from "@/lib/domain/error";
import type { Locale } from "@/lib/domain/locale";
import { Names } from "@/lib/domain/schema";
import { textOn } from "@/lib/domain/site/colour";
import { Pages, Wording } from "@/lib/domain/site/schema";
import type { SiteView } from "@/lib/domain/site/view";
import { db } from "@/lib/server/database";
import { env } from "@/lib/server/env";
import { realtimeAddress } from "@/lib/server/event/realtime-address";
import { storedAvailability } from "@/lib/server/presence/find-availability";
import { statedDelay } from "@/lib/server/question/stated-delay";
import { launcherWords } from "./launcher-words";
import { seeOrigin } from "./see-origin";

/**
 * What the loader and the panel need of a site. SITE_UNKNOWN for a key that no site has; ORIGIN_NOT_ALLOWED for a page
 * of another origin than the site's (our own panel is allowed; so is a request that names none, which no page can make).
 * Where the loader was seen is noted.
 */
export async function getSite({
  key,
  locale,
  origin,
  now,
}: {
  key: string;
  locale: Locale;
  origin: string | null;
  now: Date;
}): Promise<SiteView> {
  const site = await db().site.findUnique({
    where: { publicKey: key, deletedAt: null, brand: { deletedAt: null } },
    include: {
      brand: {
        include: { topics: { where: { deletedAt: null }, orderBy: [{ position: "asc" }, { id: "asc" }] } },
      },
    },
  });
  if (!site) throw new AppError("SITE_UNKNOWN");
  const isAllowed = origin !== null && site.allowedOrigins.includes(origin);
  const isOurs = origin === new URL(env().NEXTAUTH_URL).origin;
  if (origin !== null && (isAllowed || !isOurs)) await seeOrigin({ siteId: site.id, origin, isAllowed, now });
  if (origin !== null && !isOurs && !isAllowed) throw new AppError("ORIGIN_NOT_ALLOWED");
  const ownerWord = Wording.parse(site.ownerWord)[locale] || null;
  return {
    id: site.id,
    name: site.brand.name,
    languages: site.brand.languages,
    pages: Pages.parse(site.pages),
    topics: site.brand.topics.map(({ id, slug, names }) => ({ id, slug, names: Names.parse(names) })),
    availability: storedAvailability(site.availability),
    realtime: realtimeAddress(),
    colour: site.colour,
    ink: site.colour ? textOn(site.colour) : "",
    position: site.position === "left" ? "left" : "right",
    ownerWord,
    leaveBy: statedDelay(site.brand, now).toISOString(),
    privacyLine: Wording.parse(site.brand.privacyLine)[locale] || null,
    privacyUrl: site.brand.privacyUrl,
    words: launcherWords(locale, ownerWord),
  };
}
