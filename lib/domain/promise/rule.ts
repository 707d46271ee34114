import type { BrandSettings } from "@/lib/domain/brand/settings";
import type { PromiseRule } from "./measure";

/** A brand's rule. An answer is never promised before somebody is to be there, and the cap is no lower than the floor. */
export function promiseRule(settings: BrandSettings): PromiseRule {
  const floorSeconds = Math.max(settings.promiseFloorSeconds, settings.targetSeconds);
  return {
    quantile: settings.promiseQuantile,
    floorSeconds,
    capSeconds: Math.max(settings.promiseCapSeconds, floorSeconds),
    from: settings.promiseFrom,
    defaultSeconds: settings.promiseSeconds,
  };
}
