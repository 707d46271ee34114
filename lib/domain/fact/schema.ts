import { z } from "zod";

/**
 * What can be said of a member that badges and trust look at. Each is somebody else's word, or a work that he finished;
 * none is a volume of messages, a speed, or a decline.
 *
 * - `thanks.received`: a thanks that counts (one per visitor and member in 30 days, ten a day)
 * - `thanks.lasting`: it still helped two weeks later, says who had thanked
 * - `question.rescued`: a thanks that counts, for the answer to a left question
 * - `training.finished`: he finished the training
 * - `newcomer.coached`: somebody whom he coached got through his trial
 * - `safety.upheld`: a report of his that a moderator found right
 */
export const FactKind = z.enum([
  "thanks.received",
  "thanks.lasting",
  "question.rescued",
  "training.finished",
  "newcomer.coached",
  "safety.upheld",
]);
export type FactKind = z.infer<typeof FactKind>;
