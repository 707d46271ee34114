import type { Fields } from "@/lib/domain/audit/differences";
import { Pages, Wording } from "@/lib/domain/site/schema";
import type { SiteSettings } from "@/lib/domain/site/settings-schema";
import type { Site } from "@/prisma/generated/client";

/** A site's fields as the journal names them. */
export function siteFields(site: Site): Fields {
  const { name, allowedOrigins, colour, position } = site;
  return {
    name,
    allowedOrigins,
    colour,
    position,
    ownerWord: Wording.parse(site.ownerWord),
    pages: Pages.parse(site.pages),
  };
}

/** A site as its brand's managers see it. A refused origin is news only while it is not allowed. */
export function siteSettings(site: Site): SiteSettings {
  const { id, name, publicKey, allowedOrigins, colour, position, installedAt, seenAt, seenOrigin, version } =
    site;
  const { refusedOrigin, refusedAt } = site;
  const isRefused = refusedOrigin !== null && !allowedOrigins.includes(refusedOrigin);
  return {
    id,
    name,
    publicKey,
    allowedOrigins,
    colour,
    position: position === "left" ? "left" : "right",
    ownerWord: Wording.parse(site.ownerWord),
    pages: Pages.parse(site.pages),
    installedAt: installedAt?.toISOString() ?? null,
    seenAt: seenAt?.toISOString() ?? null,
    seenOrigin,
    refusedOrigin: isRefused ? refusedOrigin : null,
    refusedAt: isRefused ? (refusedAt?.toISOString() ?? null) : null,
    version,
  };
}
