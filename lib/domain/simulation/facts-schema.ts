import { z } from "zod";
import { audiences } from "@/lib/domain/question/audience";

/** Milliseconds after the decision; negative before it. */
const offset = z.int();
const yes = z.boolean().default(true);
const no = z.boolean().default(false);

/** A member as the decision saw him; what is as for most is not written. `topics` are numbers in the facts' own list. */
export const PersonFacts = z.strictObject({
  memberId: z.string(),
  kind: z.enum(["owner", "staff"]).default("owner"),
  languages: z.array(z.string()),
  topics: z.array(z.int().nonnegative()).default([]),
  capacity: z.int().default(1),
  load: z.int().default(0),
  idle: offset,
  lease: offset.nullable().default(null),
  openUntil: offset.nullable().default(null),
  away: offset.nullable().default(null),
  lapses: z.int().default(0),
  isActive: yes,
  isOpen: yes,
  isInHours: yes,
  hasHelped: yes,
  thanks: z.int().default(0),
  misses: z.int().default(0),
  wasThanked: no,
  isNamed: no,
  isBlocked: no,
  handedOver: no,
  ownsProduct: no,
});

const need = {
  language: z.string(),
  audience: z.enum(audiences).default("anybody"),
  topic: z.int().nonnegative().nullable().default(null),
};

/**
 * What a decision of routing rested on, stored with its receipt so that the rule can be asked again; nothing of the
 * visitor's is in it. `v` grows when an older reading of it would be wrong.
 */
export const DecisionFacts = z.strictObject({
  v: z.literal(2),
  topics: z.array(z.string()),
  /** The brand's settings where they differ from the defaults. */
  settings: z.record(z.string(), z.number()),
  question: z.strictObject({
    ...need,
    chance: z.number(),
    wave: z.int(),
    round: offset,
    asked: offset,
    targetSeconds: z.number(),
    promiseSeconds: z.number(),
    promiseKept: z.boolean().nullable().default(null),
  }),
  offers: z
    .array(
      z.strictObject({
        id: z.string(),
        memberId: z.string(),
        state: z.enum(["made", "delivered", "accepted", "declined", "expired", "withdrawn"]),
        reserves: yes,
        made: offset,
        expires: offset,
      }),
    )
    .default([]),
  /** Questions that come first and hold nobody's place; `count` of them are alike. */
  ahead: z
    .array(z.strictObject({ ...need, notFrom: z.array(z.string()).default([]), count: z.int().default(1) }))
    .default([]),
  /** Whoever could be asked, was asked, is full, or may be hoped for; of the others the verdict alone is kept. */
  people: z.array(PersonFacts),
  /** How many more there were, without whom the decision is the same; of an open call, those who were called besides. */
  more: z.int().default(0),
  decided: z.strictObject({
    /** Members who are asked, with whether a place of theirs is kept; of a large open call, its best. */
    make: z.array(z.tuple([z.string(), z.boolean()])),
    lapse: z.array(z.tuple([z.string(), z.enum(["expired", "absent"])])).default([]),
    wave: z.int(),
    outcome: z.enum(["offering", "calling", "left"]),
    breaksPromise: no,
    wake: offset.nullable().default(null),
  }),
});
export type DecisionFacts = z.infer<typeof DecisionFacts>;

/** The facts of a receipt; null where it has none, or none that this version can read. */
export function readFacts(receipt: unknown): DecisionFacts | null {
  const found = z.object({ facts: DecisionFacts }).safeParse(receipt);
  return found.success ? found.data.facts : null;
}
