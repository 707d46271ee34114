/** What a candidate takes from another when a manager makes one of the two. */
export type MergeFields = {
  email: string | null;
  why: string | null;
  owns: string | null;
  links: string[];
  topicIds: string[];
  languages: string[];
  score: number | null;
};

const both = (kept: readonly string[], other: readonly string[]) => [...new Set([...kept, ...other])];

/** The fields of who stays: his own where he has them, the other's where he lacks them, lists of both, the better score. */
export function mergedFields(kept: MergeFields, other: MergeFields): MergeFields {
  const scores = [kept.score, other.score].filter((score) => score !== null);
  return {
    email: kept.email ?? other.email,
    why: kept.why ?? other.why,
    owns: kept.owns ?? other.owns,
    links: both(kept.links, other.links),
    topicIds: both(kept.topicIds, other.topicIds),
    languages: both(kept.languages, other.languages),
    score: scores.length === 0 ? null : Math.max(...scores),
  };
}
