import type { BrandSettings } from "@/lib/domain/brand/settings";
import { mostChats } from "./manage";
import { type HelperKind, helperKind, type Role } from "./role";

/** How far somebody has come; staff are new or full, nothing between. */
export const stages = ["new", "confirmed", "full"] as const;
export type Stage = (typeof stages)[number];

/** All that the ramp looks at. Neither declines nor speed are among it. */
export type RampFacts = {
  kind: HelperKind;
  /** Thanks that count. */
  thanks: number;
  /** Live chats carried to their end. */
  chats: number;
  /** How many ratings there are, and the mean of their stars (null without any). */
  ratings: number;
  stars: number | null;
};

export type RampSettings = Pick<
  BrandSettings,
  | "newExpertCapacity"
  | "confirmedExpertCapacity"
  | "fullExpertCapacity"
  | "newStaffCapacity"
  | "fullStaffCapacity"
  | "confirmedAfterThanks"
  | "fullAfterThanks"
  | "staffFullAfterChats"
  | "raiseFromStars"
  | "raiseAfterRatings"
>;

/** The stage that the facts alone would give: experts climb by thanks, staff by chats that they finished. */
export function earnedStage({ kind, thanks, chats }: RampFacts, settings: RampSettings): Stage {
  if (kind === "staff") return chats >= settings.staffFullAfterChats ? "full" : "new";
  if (thanks >= settings.fullAfterThanks) return "full";
  return thanks >= settings.confirmedAfterThanks ? "confirmed" : "new";
}

/** Whether enough ratings say that somebody should not take more yet. */
export function isBelowFloor({ ratings, stars }: RampFacts, settings: RampSettings): boolean {
  return ratings >= settings.raiseAfterRatings && stars !== null && stars < settings.raiseFromStars;
}

/**
 * The next stage of somebody who has come so far. The ramp leads upwards only: a stage once reached stays, whatever is
 * rated or set later; who is below the floor stays where he is until his ratings are better.
 */
export function climbedStage(stage: Stage, facts: RampFacts, settings: RampSettings): Stage {
  const earned = earnedStage(facts, settings);
  if (stages.indexOf(earned) <= stages.indexOf(stage)) return stage;
  return isBelowFloor(facts, settings) ? stage : earned;
}

/** The next stage and the thanks (experts) or finished chats (staff) that lead to it; null at the last one. */
export function nextStage(
  stage: Stage,
  kind: HelperKind,
  settings: RampSettings,
): { stage: Stage; at: number } | null {
  if (stage === "full") return null;
  if (kind === "staff") return { stage: "full", at: settings.staffFullAfterChats };
  return stage === "new"
    ? { stage: "confirmed", at: settings.confirmedAfterThanks }
    : { stage: "full", at: settings.fullAfterThanks };
}

/** Chats at once by the rule; a later stage never has fewer than an earlier one. */
export function stageCapacity(stage: Stage, role: Role, settings: RampSettings): number {
  const { newExpertCapacity, confirmedExpertCapacity, fullExpertCapacity } = settings;
  const numbers =
    helperKind(role) === "staff"
      ? [settings.newStaffCapacity, settings.newStaffCapacity, settings.fullStaffCapacity]
      : [newExpertCapacity, confirmedExpertCapacity, fullExpertCapacity];
  return Math.min(Math.max(...numbers.slice(0, stages.indexOf(stage) + 1)), mostChats);
}

/** What a manager set or the rule gives, but no more than he himself wants, and one on trial. What he carries is not looked at. */
export function wantedCapacity({
  fixed,
  rule,
  wish,
  isOnTrial = false,
}: {
  fixed: number | null;
  rule: number;
  wish: number | null;
  isOnTrial?: boolean;
}): number {
  return Math.min(fixed ?? rule, wish ?? mostChats, isOnTrial ? 1 : mostChats);
}
