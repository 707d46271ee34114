import type { Calibration, Kept } from "./calibration";
import type { Measured } from "./measure";

/** How the promises of so many of a brand's days, today included, were kept. */
export type PromiseReport = Calibration & {
  days: number;
  /** Seconds within which half of the first answers came; null without any. */
  medianSeconds: number | null;
  /** Left questions answered by the time that was stated, and those whose time has not come. */
  left: Kept & { waiting: number };
};

/** What is promised at this moment, and from what. `seconds` is infinite when too many never had an answer. */
export type PromiseNow = Measured & {
  shownSeconds: number;
  quantile: number;
  floorSeconds: number;
  capSeconds: number;
  from: number;
};

/** A brand's promises as its managers see them. */
export type PromisesPage = { now: PromiseNow; report: PromiseReport; isPublished: boolean };

/** As everybody may see them: counts and times, nobody's name or words. */
export type PublicPromises = {
  brandName: string;
  /** The part of answers that the brand means to give in time, 0 to 1. */
  quantile: number;
  month: PromiseReport;
  quarter: PromiseReport;
};
