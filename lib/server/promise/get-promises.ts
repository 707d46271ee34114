import { brandSettings } from "@/lib/domain/brand/schema";
import { freeSeats } from "@/lib/domain/presence/availability";
import { measure } from "@/lib/domain/promise/measure";
import type { PromisesPage } from "@/lib/domain/promise/report";
import { promiseRule } from "@/lib/domain/promise/rule";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { findAvailability } from "@/lib/server/presence/find-availability";
import { recentQuestions } from "./recent-questions";
import { reportPromises } from "./report-promises";

/** The promises of the member's brand as its managers see them, over the last `days`. */
export async function getPromises({
  member,
  days,
  now,
}: {
  member: MemberActor;
  days: number;
  now: Date;
}): Promise<PromisesPage> {
  const { brandId } = member;
  const brand = await db().brand.findUniqueOrThrow({ where: { id: brandId } });
  const rule = promiseRule(brandSettings(brand.settings));
  const { samples } = await recentQuestions({ tx: db(), brandId, now });
  const [site] = await findAvailability({ tx: db(), brandId, now });
  const measured = measure(samples, site ? freeSeats(site.current) : 0, rule);
  return {
    now: {
      ...measured,
      shownSeconds: site?.current.promiseSeconds || rule.defaultSeconds,
      quantile: rule.quantile,
      floorSeconds: rule.floorSeconds,
      capSeconds: rule.capSeconds,
      from: rule.from,
    },
    report: await reportPromises({ brandId, timeZone: brand.timeZone, days, now }),
    isPublished: brand.publishesPromises,
  };
}
