import type { Hours } from "@/lib/domain/hours/schema";

/** What the form of opening hours holds: a kind's week, one day of it, and one exception. */
export type HoursWeekDays = NonNullable<Hours["owner"]>;
export type HoursDay = HoursWeekDays[number];
export type ExceptionForm = NonNullable<Hours["exceptions"]>[number];
