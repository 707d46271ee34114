import { createHash, randomBytes } from "node:crypto";
import { AppError } from "@/lib/domain/error";
import type { Locale } from "@/lib/domain/locale";
import { db } from "@/lib/server/database";

/**
 * A new anonymous visitor of a site, at his first interaction. The token (256 random bits) leaves the server this once;
 * only its hash is stored. SITE_UNKNOWN for a key that no site has.
 */
export async function createVisitor({
  siteKey,
  language,
  now,
}: {
  siteKey: string;
  language: Locale;
  now: Date;
}): Promise<{ token: string; visitorId: string }> {
  const site = await db().site.findUnique({
    where: { publicKey: siteKey, deletedAt: null, brand: { deletedAt: null } },
    select: { id: true, brandId: true },
  });
  if (!site) throw new AppError("SITE_UNKNOWN");
  const token = randomBytes(32).toString("base64url");
  const { id } = await db().visitor.create({
    data: {
      siteId: site.id,
      brandId: site.brandId,
      tokenHash: createHash("sha256").update(token).digest("hex"),
      language,
      consentAt: now,
      lastSeenAt: now,
    },
    select: { id: true },
  });
  return { token, visitorId: id };
}
