import { brandSettings } from "@/lib/domain/brand/schema";
import { brandHours } from "@/lib/domain/hours/schema";
import { leftAnswerBy } from "@/lib/domain/question/left";

/** By when a question of this brand that is left at `now` is answered. */
export function statedDelay(brand: { settings: unknown; timeZone: string; hours: unknown }, now: Date): Date {
  return leftAnswerBy({
    now,
    timeZone: brand.timeZone,
    hour: brandSettings(brand.settings).leftAnswerHour,
    hours: brandHours(brand.hours),
  });
}
