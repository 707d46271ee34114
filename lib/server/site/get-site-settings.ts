import { AppError } from "@/lib/domain/error";
import type { SiteSettings } from "@/lib/domain/site/settings-schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { siteSettings } from "./site-fields";

/** A site of the member's brand; NOT_FOUND for any other, and for a removed one. */
export async function getSiteSettings({
  member: { brandId },
  siteId,
}: {
  member: Pick<MemberActor, "brandId">;
  siteId: string;
}): Promise<SiteSettings> {
  const site = await db().site.findFirst({ where: { id: siteId, brandId, deletedAt: null } });
  if (!site) throw new AppError("NOT_FOUND");
  return siteSettings(site);
}
