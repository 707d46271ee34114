import { type BrandSettings, defaultSettings } from "./settings";

export type SettingUnit =
  | "seconds"
  | "minutes"
  | "percent"
  | "share"
  | "answers-share"
  | "points"
  | "people"
  | "chats"
  | "answers"
  | "ratings"
  | "thanks"
  | "ended-chats"
  | "stars"
  | "offers"
  | "hour"
  | "days";
export type SettingRule = { min: number; max: number; unit: SettingUnit };

/**
 * The numbers that a brand may set, each with its range in the unit that is stored; those of `percent` (of the target),
 * `share` (of all questions) and `answers-share` are 0 to 1. The
 * others of `defaultSettings` are the product's own clockwork. Ranges: the target from field practice (a wait that people
 * bear), the promise between 15 and 60 s, capacities up to the hard maximum of 4.
 */
export const settingRules = {
  targetSeconds: { min: 5, max: 120, unit: "seconds" },
  promiseSeconds: { min: 15, max: 300, unit: "seconds" },
  promiseQuantile: { min: 0.5, max: 0.99, unit: "answers-share" },
  promiseFloorSeconds: { min: 10, max: 120, unit: "seconds" },
  promiseCapSeconds: { min: 20, max: 300, unit: "seconds" },
  promiseFrom: { min: 5, max: 200, unit: "answers" },
  inviteCloseUnder: { min: 0.5, max: 0.98, unit: "answers-share" },
  inviteReopenAt: { min: 0.5, max: 0.99, unit: "answers-share" },
  inviteAheadSeconds: { min: 10, max: 300, unit: "seconds" },
  offerSeconds: { min: 10, max: 60, unit: "seconds" },
  widenAt: { min: 0.1, max: 0.9, unit: "percent" },
  widenBy: { min: 1, max: 5, unit: "people" },
  callAt: { min: 0.2, max: 1, unit: "percent" },
  skillWeight: { min: 0, max: 100, unit: "points" },
  ownershipWeight: { min: 0, max: 100, unit: "points" },
  narrownessWeight: { min: 0, max: 100, unit: "points" },
  idleWeight: { min: 0, max: 100, unit: "points" },
  exploreShare: { min: 0, max: 0.5, unit: "share" },
  newUntilRatings: { min: 1, max: 50, unit: "ratings" },
  awayAfterLapses: { min: 1, max: 10, unit: "offers" },
  newExpertCapacity: { min: 1, max: 4, unit: "chats" },
  confirmedAfterThanks: { min: 1, max: 100, unit: "thanks" },
  confirmedExpertCapacity: { min: 1, max: 4, unit: "chats" },
  fullAfterThanks: { min: 1, max: 500, unit: "thanks" },
  fullExpertCapacity: { min: 1, max: 4, unit: "chats" },
  newStaffCapacity: { min: 1, max: 4, unit: "chats" },
  staffFullAfterChats: { min: 1, max: 500, unit: "ended-chats" },
  fullStaffCapacity: { min: 1, max: 4, unit: "chats" },
  raiseFromStars: { min: 1, max: 5, unit: "stars" },
  raiseAfterRatings: { min: 5, max: 200, unit: "ratings" },
  graceSeconds: { min: 5, max: 60, unit: "seconds" },
  handoverSeconds: { min: 10, max: 120, unit: "seconds" },
  idleWarnMinutes: { min: 1, max: 240, unit: "minutes" },
  idleEndMinutes: { min: 1, max: 60, unit: "minutes" },
  waitLimitSeconds: { min: 60, max: 3_600, unit: "seconds" },
  leftAnswerHour: { min: 6, max: 22, unit: "hour" },
  usualAnswerFrom: { min: 5, max: 200, unit: "answers" },
  hideAtFlags: { min: 1, max: 10, unit: "people" },
  retentionDays: { min: 1, max: 3_650, unit: "days" },
} as const satisfies Partial<Record<keyof BrandSettings, SettingRule>>;

export type SettingName = keyof typeof settingRules;
export const settingNames = Object.keys(settingRules) as SettingName[];

/** Units that are stored as 0 to 1 and shown in percent. */
export function isPart(unit: SettingUnit): boolean {
  return unit === "percent" || unit === "share" || unit === "answers-share";
}

/** Whether a unit is counted in whole numbers. */
export function isWhole(unit: SettingUnit): boolean {
  return !isPart(unit) && unit !== "stars";
}

/** What a brand stores: the settings that differ from the defaults. */
export type OwnSettings = Partial<Record<keyof BrandSettings, number>>;

/** Settings without those that say what holds anyway, so that a better default reaches brands that never chose. */
export function withoutDefaults(settings: OwnSettings): OwnSettings {
  return Object.fromEntries(
    Object.entries(settings).filter(
      ([name, value]) => value !== undefined && value !== defaultSettings[name as keyof BrandSettings],
    ),
  );
}

/**
 * The setting that contradicts another, or null: calling everybody comes after widening, an answer cannot be promised
 * earlier than somebody is to be there, the longest promise is no shorter than the shortest, more are invited again at no
 * less than where fewer are, and full comes after confirmed.
 */
export function findContradiction(
  settings: BrandSettings,
): "callAt" | "promiseSeconds" | "promiseCapSeconds" | "inviteReopenAt" | "fullAfterThanks" | null {
  if (settings.callAt <= settings.widenAt) return "callAt";
  if (settings.promiseSeconds < settings.targetSeconds) return "promiseSeconds";
  if (settings.promiseCapSeconds < settings.promiseFloorSeconds) return "promiseCapSeconds";
  if (settings.inviteReopenAt < settings.inviteCloseUnder) return "inviteReopenAt";
  if (settings.fullAfterThanks <= settings.confirmedAfterThanks) return "fullAfterThanks";
  return null;
}
