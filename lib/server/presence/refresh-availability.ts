import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { brandSettings } from "@/lib/domain/brand/schema";
import { helperKind } from "@/lib/domain/member/role";
import { availabilityOf } from "@/lib/domain/presence/availability";
import { Availability as AvailabilitySchema } from "@/lib/domain/site/view";
import type { Availability } from "@/lib/domain/targeting/launcher";
import { commit, type Tx } from "@/lib/server/commit";
import { toSite } from "@/lib/server/event/publish";
import { presentAt } from "@/lib/server/presence/present";
import { usualAnswerSeconds } from "./usual-answer-seconds";

const SiteIds = z.array(z.object({ id: z.string() }));

/**
 * Works out who could answer now and tells the brand's open pages, if that differs from what they were last told
 * (`repeat`: even if not, for caches that expire). The sites' rows are locked first, so that two refreshes that race
 * cannot leave the older one standing.
 */
export async function refreshAvailability({
  brandId,
  now,
  repeat = false,
}: {
  brandId: string;
  now: Date;
  repeat?: boolean;
}): Promise<void> {
  await commit(async (tx, emit) => {
    const locked =
      await tx.$queryRaw`SELECT id FROM sites WHERE brand_id = ${brandId} ORDER BY id FOR UPDATE`;
    if (SiteIds.parse(locked).length === 0) return;
    const available = await currentAvailability({ tx, brandId, now });
    const sites = await tx.site.findMany({
      where: { brandId },
      select: { id: true, availability: true, deletedAt: true },
    });
    for (const site of sites) {
      // A removed site's open pages lose the button.
      const current = site.deletedAt ? availabilityOf([], available.promiseSeconds, null) : available;
      const { version, ...told } = storedAvailability(site.availability);
      const isSame = isDeepStrictEqual(told, current);
      if (isSame && !repeat) continue;
      const availability: Availability = { ...current, version: isSame ? version : version + 1 };
      await tx.site.update({ where: { id: site.id }, data: { availability, availabilityAt: now } });
      emit(toSite(site.id, "availability", availability));
    }
  });
}

/** What a site's pages were last told; nobody there before anything was. */
export function storedAvailability(stored: unknown): Availability {
  return stored === null || stored === undefined
    ? { ...availabilityOf([], 0, null), version: 0 }
    : AvailabilitySchema.parse(stored);
}

async function currentAvailability({ tx, brandId, now }: { tx: Tx; brandId: string; now: Date }) {
  const { settings } = await tx.brand.findUniqueOrThrow({
    where: { id: brandId },
    select: { settings: true },
  });
  const members = await tx.member.findMany({
    where: {
      brandId,
      ...presentAt(now),
    },
    orderBy: [{ idleSince: "asc" }, { id: "asc" }],
    select: { id: true, role: true, displayName: true, capacity: true, load: true, showsOnButton: true },
  });
  const present = members.map(({ id, role, ...rest }) => ({ memberId: id, kind: helperKind(role), ...rest }));
  const { promiseSeconds, usualAnswerFrom } = brandSettings(settings);
  return availabilityOf(
    present,
    promiseSeconds,
    await usualAnswerSeconds({ tx, brandId, atLeast: usualAnswerFrom, now }),
  );
}
