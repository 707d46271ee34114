/** What a candidate takes from another when a manager makes one of the two. */
export type MergeFields = {
  email: string | null;
  why: string | null;
  owns: string | null;
  links: string[];
  topicIds: string[];
  languages: string[];
  score: number | null;
} & Standing;

/** How far he has come, with what that rests on: his own name and consent, the mails that he was sent. */
type Standing = {
  stage: string;
  stageAt: Date;
  name: string;
  language: string;
  consentAt: Date | null;
  source: string;
  campaignId: string | null;
  inviteHash: string | null;
  inviteUntil: Date | null;
};

const way = ["found", "invited", "applied"];
const both = (kept: readonly string[], other: readonly string[]) => [...new Set([...kept, ...other])];

/** The part of a candidate that is his standing. */
export function standingOf(candidate: Standing): Standing {
  const { stage, stageAt, name, language, consentAt, source, campaignId, inviteHash, inviteUntil } =
    candidate;
  return { stage, stageAt, name, language, consentAt, source, campaignId, inviteHash, inviteUntil };
}

/**
 * The fields of who stays: the standing of who has come further, lists of both, the better score; of everything else his own
 * where he has it. Who has come further is asked first: an address that was confirmed gives way to none that a file named.
 */
export function mergedFields(kept: MergeFields, other: MergeFields): MergeFields {
  const isOtherFurther = way.indexOf(other.stage) > way.indexOf(kept.stage);
  const [first, second] = isOtherFurther ? [other, kept] : [kept, other];
  const invited = first.inviteHash === null ? second : first;
  const scores = [kept.score, other.score].filter((score) => score !== null);
  return {
    ...standingOf(first),
    inviteHash: invited.inviteHash,
    inviteUntil: invited.inviteUntil,
    email: first.email ?? second.email,
    why: first.why ?? second.why,
    owns: first.owns ?? second.owns,
    links: both(kept.links, other.links),
    topicIds: both(kept.topicIds, other.topicIds),
    languages: both(kept.languages, other.languages),
    score: scores.length === 0 ? null : Math.max(...scores),
  };
}
