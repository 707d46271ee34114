import { z } from "zod";
import { Instant } from "@/lib/domain/schema";

const Range = z.strictObject({ from: z.string(), to: z.string() });
const Day = z.iso.date();

/** Days away, as those read who look for somebody; `to` of null has no end yet. */
export const VacationView = z.strictObject({ from: Day, to: Day.nullable(), isOn: z.boolean() });
export type VacationView = z.infer<typeof VacationView>;

/** A member's own time, for himself alone. */
export const HabitsView = z.strictObject({
  /** The zone of his clocks, and whether he said so or it is the brand's. */
  timeZone: z.string(),
  isOwnZone: z.boolean(),
  habits: z.array(z.array(Range)),
  quietHours: Range.nullable(),
  /** His own number (0 for none), and what holds: null for as many as come. */
  energyBudget: z.int().nullable(),
  energy: z.int().nullable(),
  vacation: VacationView.nullable(),
  /** Today by his clocks. */
  today: Day,
});
export type HabitsView = z.infer<typeof HabitsView>;

/** What of a member's own time his desk shows. */
export const OwnTime = z.strictObject({
  /** A usual hour of his, and until when it lasts. */
  habitUntil: Instant.nullable(),
  /** Quiet hours of his last until then. */
  quietUntil: Instant.nullable(),
  /** Questions taken today, of how many. Null for as many as come. */
  energy: z.strictObject({ used: z.int(), of: z.int() }).nullable(),
  /** Left alone until then: his questions of the day are taken, or he catches his breath. */
  rest: z.strictObject({ until: Instant, because: z.enum(["energy", "breath"]) }).nullable(),
  vacation: VacationView.nullable(),
  /** Something happened in a chat of his after which one may want a pause. */
  offersBreath: z.boolean(),
});
export type OwnTime = z.infer<typeof OwnTime>;
