import { z } from "zod";
import { ClientId, Id, Locale, words } from "@/lib/domain/schema";

export const maxQuestionLength = 1_000;

const FirstName = words(60).min(1);

export const AskQuestion = z.strictObject({
  clientId: ClientId,
  text: words(maxQuestionLength).min(1),
  topicId: Id.nullish(),
  firstName: FirstName.nullish(),
  language: Locale,
  /** Ask staff and nobody else. */
  staffOnly: z.boolean().default(false),
  /** Ask nobody now: leave it, to be answered by the stated delay. */
  leave: z.boolean().optional(),
});
export type AskQuestion = z.infer<typeof AskQuestion>;

export const ChangeQuestion = z.strictObject({ text: words(maxQuestionLength).min(1) });

const Email = z.email().max(254);

/** Without an address the answer waits where the question was asked. */
export const LeaveQuestion = z.strictObject({ email: Email.optional() });

export const AnswerLeftQuestion = z.strictObject({
  clientId: ClientId,
  body: words(4_000).min(1),
});

/** What the visitor writes back. `live`: asked of those who are there, instead of waiting; then there may be no words. */
export const ReplyToAnswer = z
  .strictObject({ clientId: ClientId, body: words(4_000), live: z.boolean().default(false) })
  .refine(({ body, live }) => body !== "" || live, { path: ["body"], message: "empty" });
export type ReplyToAnswer = z.infer<typeof ReplyToAnswer>;
