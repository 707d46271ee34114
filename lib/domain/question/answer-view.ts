import { z } from "zod";
import { MessageView } from "@/lib/domain/chat/view";
import { HelperCard } from "@/lib/domain/member/view";
import { Id, Instant, Names } from "@/lib/domain/schema";

/** A left question and its answer, as the link in the mail shows them. */
export const AnswerPage = z.strictObject({
  brandName: z.string(),
  firstName: z.string().nullable(),
  question: z.string(),
  topic: Names.nullable(),
  language: z.string(),
  askedAt: Instant,
  answerBy: Instant.nullable(),
  /** Null until somebody has answered. */
  answer: z
    .strictObject({
      helper: HelperCard,
      messages: z.array(MessageView),
      segmentId: Id,
      isRated: z.boolean(),
    })
    .nullable(),
});
export type AnswerPage = z.infer<typeof AnswerPage>;
