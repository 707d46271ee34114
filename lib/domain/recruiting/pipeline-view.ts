import { z } from "zod";
import { Id, Instant } from "@/lib/domain/schema";

/** The standings of members that the pipeline shows, in the order in which somebody comes and goes. */
export const memberColumns = ["training", "trial", "active", "paused", "left"] as const;
export type MemberColumn = (typeof memberColumns)[number];

/** A member of the community on the pipeline. */
export const PipelineMember = z.strictObject({
  id: Id,
  name: z.string(),
  since: Instant,
  topicIds: z.array(Id),
});
export type PipelineMember = z.infer<typeof PipelineMember>;
