import { z } from "zod";
import { ClientId, Id, Locale } from "@/lib/domain/schema";

export const maxQuestionLength = 1_000;

const FirstName = z.string().trim().min(1).max(60);

export const AskQuestion = z.strictObject({
  clientId: ClientId,
  text: z.string().trim().min(1).max(maxQuestionLength),
  topicId: Id.nullish(),
  firstName: FirstName.nullish(),
  language: Locale,
  /** Ask staff and nobody else. */
  staffOnly: z.boolean().default(false),
});
export type AskQuestion = z.infer<typeof AskQuestion>;

export const ChangeQuestion = z.strictObject({ text: z.string().trim().min(1).max(maxQuestionLength) });

export const LeaveQuestion = z.strictObject({ email: z.email().max(254) });

export const AnswerLeftQuestion = z.strictObject({
  clientId: ClientId,
  body: z.string().trim().min(1).max(4_000),
});
