/** 1 observed, 2 alone, 3 coach, 4 guardian: what somebody may do beyond answering, by what others said of his help. */
export const trustLevels = [1, 2, 3, 4] as const;
export type TrustLevel = (typeof trustLevels)[number];

/**
 * All that trust looks at; each is a count at the moment of asking. Neither declines nor speed are among it.
 *
 * - `thanks`: thanks that count
 * - `chats`: live talks carried to their end
 * - `days`: since he joined
 * - `coached`: newcomers whom he brought through their trial
 * - `upheld`: reports of his that a moderator found right
 * - `against`: reports on him that a moderator found right, in the last 90 days
 */
export const trustFactNames = ["thanks", "chats", "days", "coached", "upheld", "against"] as const;
export type TrustFactName = (typeof trustFactNames)[number];
export type TrustFacts = Readonly<Record<TrustFactName, number>>;

/** Reports found right weigh for so long. */
export const againstDays = 90;

export type Need = { fact: TrustFactName; atLeast: number } | { fact: TrustFactName; atMost: number };

/**
 * What each level needs besides what the levels below it need. Discourse's levels gave the shape (new, basic, member,
 * regular, with the last one's word weighing more); the numbers are ours: a coach has been thanked as often as it takes
 * for a rating to be reviewed (20).
 */
export const trustRules: Readonly<Record<TrustLevel, readonly Need[]>> = {
  1: [],
  2: [
    { fact: "thanks", atLeast: 3 },
    { fact: "chats", atLeast: 5 },
    { fact: "against", atMost: 0 },
  ],
  3: [
    { fact: "thanks", atLeast: 20 },
    { fact: "days", atLeast: 30 },
  ],
  4: [
    { fact: "thanks", atLeast: 50 },
    { fact: "days", atLeast: 90 },
    { fact: "coached", atLeast: 1 },
    { fact: "upheld", atLeast: 3 },
  ],
};

export type NeedSeen = { fact: TrustFactName; has: number; wants: number; isMost: boolean; isMet: boolean };
export type LevelSeen = { level: TrustLevel; isReached: boolean; needs: NeedSeen[] };

function seen(need: Need, facts: TrustFacts): NeedSeen {
  const has = facts[need.fact];
  return "atLeast" in need
    ? { fact: need.fact, has, wants: need.atLeast, isMost: false, isMet: has >= need.atLeast }
    : { fact: need.fact, has, wants: need.atMost, isMost: true, isMet: has <= need.atMost };
}

/** Every level with what it needs and what there is; a level is reached when those below it are. */
export function seenLevels(facts: TrustFacts): LevelSeen[] {
  let isReached = true;
  return trustLevels.map((level) => {
    const needs = trustRules[level].map((need) => seen(need, facts));
    isReached = isReached && needs.every(({ isMet }) => isMet);
    return { level, isReached, needs };
  });
}

/** The level that the facts give. */
export function earnedLevel(facts: TrustFacts): TrustLevel {
  return seenLevels(facts).findLast(({ isReached }) => isReached)?.level ?? 1;
}

/** A manager's word: `set` puts somebody at a level whatever the facts say, `hold` lets him come no higher. */
export type TrustDecision = { rule: "set" | "hold"; level: TrustLevel };

/** The level that counts. Who still learns is observed, whoever he is. */
export function levelOf(facts: TrustFacts, decision: TrustDecision | null, isLearning: boolean): TrustLevel {
  if (isLearning) return 1;
  const earned = earnedLevel(facts);
  if (!decision) return earned;
  return decision.rule === "set" || decision.level < earned ? decision.level : earned;
}

/** Whether his talks are listed for those who look after newcomers. */
export const isObserved = (level: TrustLevel) => level === 1;
/** Whether he may be named somebody's coach. */
export const mayCoach = (level: TrustLevel) => level >= 3;
/** How much his report counts towards hiding a message. */
export const flagWeight = (level: TrustLevel) => (level === 4 ? 2 : 1);
