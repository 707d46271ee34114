/** The rules of product.md, "thanks": what is one, and which ones count. */
export const thanksRules = { everyDays: 30, perDay: 10 } as const;

const dayMs = 24 * 3600 * 1000;

/** Whether a rating is thanks: four or five stars, and the question solved at least partly. */
export function isThanks({
  stars,
  solved,
}: {
  stars: number;
  solved: "yes" | "partly" | "no" | null;
}): boolean {
  return stars >= 4 && (solved === "yes" || solved === "partly");
}

/**
 * Whether thanks given at `at` count: once for a visitor and a member in 30 days, ten for a member on one day.
 * @param lastFromVisitor when this visitor's thanks to this member last counted; null for never
 * @param countedToday how many of the member's thanks count already, of the day of `at` in the brand's time zone
 */
export function thanksCount({
  at,
  lastFromVisitor,
  countedToday,
}: {
  at: Date;
  lastFromVisitor: Date | null;
  countedToday: number;
}): boolean {
  const isEarly =
    lastFromVisitor !== null && at.getTime() - lastFromVisitor.getTime() < thanksRules.everyDays * dayMs;
  return !isEarly && countedToday < thanksRules.perDay;
}
