import { z } from "zod";
import { words } from "@/lib/domain/schema";

/** The chapters of the written course, in their order. */
export const chapterIds = ["tool", "writing", "honesty", "safety"] as const;
export const ChapterId = z.enum(chapterIds);
export type ChapterId = z.infer<typeof ChapterId>;

/** The questions of the quiz, in their order; the first is the one of our design. */
export const questionIds = [
  "brake",
  "unknown",
  "smaller",
  "private",
  "rude",
  "order",
  "pass",
  "unlock",
] as const;
export const QuestionId = z.enum(questionIds);
export type QuestionId = z.infer<typeof QuestionId>;

/** Words in both languages, none of them empty. */
const both = (most: number) => {
  const text = words(most).refine((said) => said !== "", "EMPTY");
  return z.strictObject({ en: text, fr: text });
};

/** Paragraphs stand apart by an empty line; lines that begin with "- " are a list. */
export const Chapter = z.strictObject({ title: both(80), body: both(6000) });
export type Chapter = z.infer<typeof Chapter>;

/** A question of the quiz with three answers; `right` is the index of the one that is. `why` is read after answering. */
export const QuizQuestion = z.strictObject({
  question: both(300),
  options: z.array(both(200)).length(3),
  right: z.int().min(0).max(2),
  why: both(600),
});
export type QuizQuestion = z.infer<typeof QuizQuestion>;

export const mostTrialTalks = 50;
export const mostQuizNeeded = questionIds.length;

/** What is not text: talks in a trial, right answers that the quiz needs, and whether a rule may name the coach. */
const Numbers = z.strictObject({
  trialTalks: z.int().min(1).max(mostTrialTalks),
  quizNeeded: z.int().min(1).max(mostQuizNeeded),
  coachByRule: z.boolean(),
});

export type Course = z.infer<typeof Numbers> & {
  chapters: Record<ChapterId, Chapter>;
  questions: Record<QuestionId, QuizQuestion>;
};

export const courseFields = [
  ...chapterIds.map((id) => `chapter.${id}` as const),
  ...questionIds.map((id) => `question.${id}` as const),
  "trialTalks",
  "quizNeeded",
  "coachByRule",
] as const;
export type CourseField = (typeof courseFields)[number];

/** What each field may hold, by the names under which a brand's changes are stored and journalled. */
export const fieldSchemas: Record<CourseField, z.ZodType> = {
  ...(Object.fromEntries(chapterIds.map((id) => [`chapter.${id}`, Chapter])) as Record<
    `chapter.${ChapterId}`,
    typeof Chapter
  >),
  ...(Object.fromEntries(questionIds.map((id) => [`question.${id}`, QuizQuestion])) as Record<
    `question.${QuestionId}`,
    typeof QuizQuestion
  >),
  ...Numbers.shape,
};

/** A course as its fields. */
export function fieldsOf(course: Course): Record<CourseField, unknown> {
  return Object.fromEntries(
    courseFields.map((field) => {
      const [kind, id = ""] = field.split(".");
      if (kind === "chapter") return [field, course.chapters[id as ChapterId]];
      if (kind === "question") return [field, course.questions[id as QuestionId]];
      return [field, course[field as keyof z.infer<typeof Numbers>]];
    }),
  ) as Record<CourseField, unknown>;
}

/** The course that a brand made of the default; what is stored and no longer fits is as we wrote it. */
export function courseFrom(original: Course, stored: unknown): Course {
  const changes = z.record(z.string(), z.unknown()).catch({}).parse(stored);
  const value = (field: CourseField) => {
    const parsed = fieldSchemas[field].safeParse(changes[field]);
    return parsed.success ? parsed.data : fieldsOf(original)[field];
  };
  const group = <Id extends string>(kind: "chapter" | "question", ids: readonly Id[]) =>
    Object.fromEntries(ids.map((id) => [id, value(`${kind}.${id}` as CourseField)]));
  return {
    chapters: group("chapter", chapterIds) as Course["chapters"],
    questions: group("question", questionIds) as Course["questions"],
    trialTalks: value("trialTalks") as number,
    quizNeeded: value("quizNeeded") as number,
    coachByRule: value("coachByRule") as boolean,
  };
}

/** Which fields a brand has made its own. */
export function changedFields(original: Course, course: Course): CourseField[] {
  const [before, after] = [fieldsOf(original), fieldsOf(course)];
  return courseFields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}
