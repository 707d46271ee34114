/**
 * What thanks can look like that were arranged.
 *
 * - `self`: who thanks has the member's own address
 * - `browser`: he came from the member's network with the member's own browser
 * - `swap`: he is a member whom this one has thanked
 * - `network`: he came from the member's network, or several from one network thanked the member
 * - `burst`: many in a short time, after talks too short to help
 * - `visitor`: the same visitor, over and over
 */
export const reviewKinds = ["self", "browser", "swap", "network", "burst", "visitor"] as const;
export type ReviewKind = (typeof reviewKinds)[number];

/** From which number on something is looked at, and how far back. */
export const reviewRules = {
  swapDays: 90,
  networkDays: 30,
  networkPeople: 3,
  burstMinutes: 60,
  burstTalks: 4,
  shortTalkSeconds: 60,
  visitorDays: 30,
  visitorTimes: 4,
} as const;

/** What is known of a thanks in the moment in which it is given. Numbers count this one, too. */
export type Signs = {
  isOwnAddress: boolean;
  isOwnBrowser: boolean;
  isOwnNetwork: boolean;
  /** The visitor is known to be a member whom this member has thanked. */
  isSwap: boolean;
  /** People who thanked the member from this network. */
  peopleOfNetwork: number;
  /** Thanks after short talks; 0 when this talk was not short. */
  shortTalks: number;
  /** Thanks of this visitor to this member. */
  times: number;
};

/** What a thanks looks like; null for nearly all. The plainest reason comes first. */
export function suspicion(signs: Signs): ReviewKind | null {
  if (signs.isOwnAddress) return "self";
  if (signs.isOwnBrowser) return "browser";
  if (signs.isSwap) return "swap";
  if (signs.isOwnNetwork || signs.peopleOfNetwork >= reviewRules.networkPeople) return "network";
  if (signs.shortTalks >= reviewRules.burstTalks) return "burst";
  return signs.times >= reviewRules.visitorTimes ? "visitor" : null;
}

/** Whether a talk was too short to have helped; one whose length is not known was not. */
export function isShortTalk(seconds: number | null): boolean {
  return seconds !== null && seconds < reviewRules.shortTalkSeconds;
}
