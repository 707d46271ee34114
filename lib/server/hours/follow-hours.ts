import { nextChange } from "@/lib/domain/hours/open";
import { brandHours } from "@/lib/domain/hours/schema";
import { db } from "@/lib/server/database";
import { hoursChanged } from "./hours-changed";

/**
 * Tells of brands that have opened or closed since anybody looked. The next moment is written down last, so that what a
 * process left half done is done again.
 */
export async function followHours({ now }: { now: Date }): Promise<void> {
  const due = await db().brand.findMany({
    where: { hoursChangeAt: { lte: now }, deletedAt: null },
    select: { id: true, hours: true, timeZone: true, hoursChangeAt: true },
  });
  for (const { id: brandId, hours, timeZone, hoursChangeAt } of due) {
    await hoursChanged({ brandId, now });
    await db().brand.updateMany({
      // Unless somebody has saved other hours meanwhile.
      where: { id: brandId, hoursChangeAt },
      data: { hoursChangeAt: nextChange(brandHours(hours), now, timeZone) },
    });
  }
}
