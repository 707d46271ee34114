import { z } from "zod";
import { words } from "@/lib/domain/schema";
import type { Hours as StoredHours } from "./hours";
import { hoursProblems, mostExceptions, mostRanges } from "./problems";

const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const Day = z.iso.date();
const Ranges = z.array(z.strictObject({ from: Time, to: Time })).max(mostRanges);
const Week = z.array(Ranges).length(7).nullable();

const HoursException = z.strictObject({
  from: Day,
  to: Day.optional(),
  yearly: z.boolean().optional(),
  who: z.enum(["all", "owner", "staff"]),
  ranges: Ranges,
  name: words(80).optional(),
});

const Stored = z.strictObject({
  owner: Week.optional(),
  staff: Week.optional(),
  exceptions: z.array(HoursException).max(mostExceptions).optional(),
});

/** Opening hours as they come in; null for a kind that is always open. What contradicts itself is refused by its path. */
export const Hours = Stored.superRefine((hours, context) => {
  for (const { path, problem } of hoursProblems(hours))
    context.addIssue({ code: "custom", path: path.split("."), message: problem });
});
export type Hours = z.infer<typeof Hours>;

/** What a brand stored: its shape is looked at, not again its sense. Throws ZodError on any other shape. */
export function brandHours(stored: unknown): StoredHours {
  return Stored.parse(stored ?? {});
}
