import { z } from "zod";
import { Id, Locale, words } from "@/lib/domain/schema";
import { ChapterId, courseFields, fieldSchemas, QuestionId } from "./course-schema";
import { scriptIds } from "./scripts";
import { steps } from "./step";

export const ScriptId = z.enum(scriptIds);
export const Step = z.enum(steps);

const said = (most: number) => words(most).refine((text) => text !== "", "EMPTY");

export const ReadChapter = z.strictObject({ chapter: ChapterId });

/** What a learner did in a practice talk, in its order; the server plays the script again. */
export const FinishPractice = z.strictObject({
  script: ScriptId,
  language: Locale,
  inputs: z
    .array(
      z.discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("write"), text: said(2000) }),
        z.strictObject({ kind: z.literal("handover") }),
      ]),
    )
    .min(1)
    .max(12),
});
export type FinishPractice = z.infer<typeof FinishPractice>;

export const AnswerQuiz = z.strictObject({ question: QuestionId, choice: z.int().min(0).max(2) });
export type AnswerQuiz = z.infer<typeof AnswerQuiz>;

export const PassStep = z.strictObject({ step: Step, reason: said(500) });
export const NameCoach = z.strictObject({ coachId: Id });
export const WriteCoachNote = z.strictObject({ chatId: Id.optional(), body: said(2000) });
export const AskForMore = z.strictObject({ count: z.int().min(1).max(10), words: said(2000) });

/** Fields of the course that a manager changed; null makes one what we wrote again. */
export const ChangeCourse = z.strictObject({
  version: z.int().positive(),
  fields: z.strictObject(
    Object.fromEntries(
      courseFields.map((field) => [field, fieldSchemas[field].nullable().optional()]),
    ) as Record<(typeof courseFields)[number], z.ZodOptional<z.ZodNullable<z.ZodType>>>,
  ),
});
export type ChangeCourse = z.infer<typeof ChangeCourse>;
