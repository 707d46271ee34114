import { z } from "zod";
import { TimeZone } from "@/lib/domain/brand/schema";
import type { OpenRange, Week } from "@/lib/domain/hours/hours";
import { hoursProblems } from "@/lib/domain/hours/problems";
import { mostBudget } from "./energy";

const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const Range = z.strictObject({ from: Time, to: Time });
/** Of a day: more would be a timetable. */
export const mostHabits = 3;
const Days = z.array(z.array(Range).max(mostHabits)).length(7);

/** The usual hours of a week, Monday first. What overlaps is refused by its day. */
const Habits = Days.superRefine((week, context) => {
  for (const { path, problem } of hoursProblems({ owner: week }))
    context.addIssue({ code: "custom", path: [Number(path.split(".")[1])], message: problem });
});

/** What a member says of his own time: only what he changed. Null takes quiet hours away, and a budget back to the default. */
export const SaveHabits = z.strictObject({
  timeZone: TimeZone.optional(),
  habits: Habits.optional(),
  quietHours: Range.refine(({ from, to }) => from !== to, "a beginning and another end are expected")
    .nullable()
    .optional(),
  energyBudget: z.int().min(0).max(mostBudget).nullable().optional(),
});
export type SaveHabits = z.infer<typeof SaveHabits>;

const Day = z.iso.date();
/** Longer than a year ahead is a slip of the finger. */
const mostDays = 366;

/** Days away; `to` of null lasts until he is back. The last day is not before the first. */
export const TakeVacation = z
  .strictObject({ from: Day, to: Day.nullable() })
  .refine(({ from, to }) => to === null || to >= from, { path: ["to"], message: "the last day comes first" })
  .refine(({ from, to }) => to === null || Date.parse(to) - Date.parse(from) <= mostDays * 86_400_000, {
    path: ["to"],
    message: "a year at most",
  });
export type TakeVacation = z.infer<typeof TakeVacation>;

const none: Week = [[], [], [], [], [], [], []];

/** The stored usual hours; none for whoever has said nothing. Throws ZodError on any other shape. */
export function storedHabits(stored: unknown): Week {
  return Array.isArray(stored) && stored.length === 0 ? none : Days.parse(stored);
}

/** The stored quiet hours. Throws ZodError on any other shape. */
export function storedQuiet(stored: unknown): OpenRange | null {
  return Range.nullable().parse(stored ?? null);
}
