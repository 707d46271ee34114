import { z } from "zod";
import { AppError } from "@/lib/domain/error";
import type { Locale } from "@/lib/domain/locale";
import { Names } from "@/lib/domain/schema";
import type { SiteView } from "@/lib/domain/site/view";
import { db } from "@/lib/server/database";
import { env } from "@/lib/server/env";
import { realtimeAddress } from "@/lib/server/event/realtime-address";
import { storedAvailability } from "@/lib/server/presence/refresh-availability";
import { launcherWords } from "./launcher-words";

const Pages = z.object({
  include: z.array(z.string()).default(["*"]),
  exclude: z.array(z.string()).default([]),
});

/**
 * What the loader and the panel need of a site. SITE_UNKNOWN for a key that no site has; ORIGIN_NOT_ALLOWED for a page
 * of another origin than the site's (our own panel is allowed; so is a request that names none, which no page can make).
 */
export async function getSite({
  key,
  locale,
  origin,
}: {
  key: string;
  locale: Locale;
  origin: string | null;
  now: Date;
}): Promise<SiteView> {
  const site = await db().site.findUnique({
    where: { publicKey: key },
    include: { brand: { include: { topics: { orderBy: [{ position: "asc" }, { id: "asc" }] } } } },
  });
  if (!site) throw new AppError("SITE_UNKNOWN");
  const isOurs = origin === new URL(env().NEXTAUTH_URL).origin;
  if (origin !== null && !isOurs && !site.allowedOrigins.includes(origin))
    throw new AppError("ORIGIN_NOT_ALLOWED");
  return {
    id: site.id,
    name: site.brand.name,
    languages: site.brand.languages,
    pages: Pages.parse(site.pages),
    topics: site.brand.topics.map(({ id, slug, names }) => ({ id, slug, names: Names.parse(names) })),
    availability: storedAvailability(site.availability),
    realtime: realtimeAddress(),
    words: launcherWords(locale),
  };
}
