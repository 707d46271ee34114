import { z } from "zod";
import { Id, Instant, Locale, words } from "@/lib/domain/schema";

/** Where a candidate may stand; `unconfirmed` is shown to nobody. */
export const stages = [
  "unconfirmed",
  "found",
  "invited",
  "applied",
  "accepted",
  "declined",
  "merged",
] as const;
export type Stage = (typeof stages)[number];

/** The columns of candidates on the pipeline, before those of members. */
export const candidateColumns = ["found", "invited", "applied"] as const;
export type CandidateColumn = (typeof candidateColumns)[number];

export const sources = ["application", "link", "mail", "thanks", "csv", "activity"] as const;

const version = z.int().positive();
const Reason = words(500).pipe(z.string().min(1));

/** Into training, or past it with a reason. */
export const AcceptCandidate = z.discriminatedUnion("status", [
  z.strictObject({ version, status: z.literal("training"), reason: Reason.optional() }),
  z.strictObject({ version, status: z.literal("active"), reason: Reason }),
]);
export type AcceptCandidate = z.infer<typeof AcceptCandidate>;

/** Not now. `mail`: he is told, in kind words and those of `message`. The reason is for managers alone. */
export const DeclineCandidate = z.strictObject({
  version,
  mail: z.boolean(),
  message: words(1_000).optional(),
  reason: words(500).optional(),
});
export type DeclineCandidate = z.infer<typeof DeclineCandidate>;

export const InviteCandidate = z.strictObject({ version, message: words(1_000).optional() });
export const MergeCandidates = z.strictObject({ version, otherId: Id });
export const WriteNote = z.strictObject({ text: words(2_000).pipe(z.string().min(1)) });

/** Which candidates and members the pipeline shows. */
export const PipelineFilter = z.object({
  q: words(100).optional(),
  topic: Id.optional(),
  source: z.enum(sources).optional(),
  declined: z.literal("1").optional(),
});
export type PipelineFilter = z.infer<typeof PipelineFilter>;

/** The filter in a page's address; what cannot be read in it is left out. */
export function pipelineFilterOf(query: Readonly<Record<string, unknown>>): PipelineFilter {
  const readable = Object.entries(PipelineFilter.shape).flatMap(([name, field]) =>
    query[name] !== "" && field.safeParse(query[name]).success ? [[name, query[name]]] : [],
  );
  return PipelineFilter.parse(Object.fromEntries(readable));
}

/** A candidate on the pipeline. */
export const CandidateCard = z.strictObject({
  id: Id,
  stage: z.enum(stages),
  source: z.enum(sources),
  name: z.string(),
  email: z.string().nullable(),
  topicIds: z.array(Id),
  score: z.int().nullable(),
  notes: z.int(),
  /** Others who may be the same person. */
  duplicates: z.int(),
  since: Instant,
  version: z.int(),
});
export type CandidateCard = z.infer<typeof CandidateCard>;

/** Why a score is what it is: each part in points of those it could have, and the numbers behind it. */
export const ScorePart = z.strictObject({
  part: z.enum(["topic", "help", "reach"]),
  points: z.int(),
  most: z.int(),
  facts: z.record(z.string(), z.number()),
});
export type ScorePart = z.infer<typeof ScorePart>;

/** What was read of somebody's public activity. */
export const Activity = z.strictObject({
  posts: z.int(),
  likes: z.int(),
  followers: z.int(),
  lastAt: Instant.nullable(),
  /** The post that speaks for him most. */
  sample: z.strictObject({ text: z.string(), url: z.string().nullable() }).nullable(),
  parts: z.array(ScorePart),
});
export type Activity = z.infer<typeof Activity>;

export const duplicateReasons = ["email", "link", "name"] as const;
export const Duplicate = z.strictObject({
  id: Id,
  name: z.string(),
  email: z.string().nullable(),
  stage: z.enum(stages),
  source: z.enum(sources),
  reasons: z.array(z.enum(duplicateReasons)),
});
export type Duplicate = z.infer<typeof Duplicate>;

/** A note; `mayRemove` for who wrote it. */
export const CandidateNoteView = z.strictObject({
  id: Id,
  author: z.string(),
  text: z.string(),
  at: Instant,
  mayRemove: z.boolean(),
});

/** Everything that managers see of a candidate. */
export const CandidateView = z.strictObject({
  ...CandidateCard.shape,
  duplicates: z.array(Duplicate),
  notes: z.array(CandidateNoteView),
  language: Locale,
  languages: z.array(Locale),
  why: z.string().nullable(),
  owns: z.string().nullable(),
  links: z.array(z.string()),
  campaign: z.string().nullable(),
  activity: Activity.nullable(),
  invitedUntil: Instant.nullable(),
  decidedAt: Instant.nullable(),
  decidedBy: z.string().nullable(),
  reason: z.string().nullable(),
  /** Who was merged into this one, and can be taken apart again. */
  merged: z.array(z.strictObject({ id: Id, name: z.string(), version: z.int() })),
});
export type CandidateView = z.infer<typeof CandidateView>;

/** A candidate's new version, for the next change of his. */
export const CandidateChanged = z.strictObject({ version: z.int() });
export const CandidateAccepted = z.strictObject({ memberId: Id });
export const NoteWritten = z.strictObject({ id: Id });
