import type { BrandSettings } from "@/lib/domain/brand/settings";
import { later } from "@/lib/server/clock";

/** When a chat in which somebody wrote or acted at `now` has been silent for so long that both sides are warned. */
export function idleAt(settings: BrandSettings, now: Date): Date {
  return later(now, settings.idleWarnMinutes * 60);
}

/** When a chat that was warned at `now` ends. */
export function idleEnd(settings: BrandSettings, now: Date): Date {
  return later(now, settings.idleEndMinutes * 60);
}
