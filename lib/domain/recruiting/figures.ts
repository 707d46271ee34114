/** What a public page says of a brand's community; null where there is too little to say. */
export type CommunityFigures = {
  /** Different visitors who thanked an owner, since the beginning. */
  peopleHelped: number | null;
  /** Median seconds to the first answer over the last 7 days. */
  answerSeconds: number | null;
  /** Owners who answer at present. */
  owners: number | null;
};

/**
 * Under these a number says nothing, or says too much: of two owners one could be told from what is known of the other.
 * The answer time has its own floor (`usualAnswerFrom`).
 */
export const fewestHelped = 10;
export const fewestOwners = 3;

/** The figures that may be shown of what was counted. */
export function shownFigures(counted: {
  peopleHelped: number;
  answerSeconds: number | null;
  owners: number;
}): CommunityFigures {
  const { peopleHelped, answerSeconds, owners } = counted;
  return {
    peopleHelped: peopleHelped < fewestHelped ? null : peopleHelped,
    answerSeconds,
    owners: owners < fewestOwners ? null : owners,
  };
}
