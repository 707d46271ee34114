import {
  type Chapter,
  type CourseField,
  chapterIds,
  mostQuizNeeded,
  mostTrialTalks,
  type QuizQuestion,
  questionIds,
} from "@/lib/domain/training/course-schema";
import type { CourseView } from "@/lib/domain/training/view";

/** What the editor opens at once: a chapter, a question, or the rules. */
export const courseParts = [
  ...chapterIds.map((id) => `chapter.${id}` as const),
  ...questionIds.map((id) => `question.${id}` as const),
  "rules",
] as const;
export type CoursePart = (typeof courseParts)[number];

/** The fields of the course that a part holds. */
export function fieldsOfPart(part: CoursePart): CourseField[] {
  return part === "rules" ? ["trialTalks", "quizNeeded", "coachByRule"] : [part];
}

/** The form of a part: every field as text, as people type it. */
export type PartValues = Record<string, string>;

const places = ["one", "two", "three"] as const;

/** What is stored of a part, as its form shows it. */
export function valuesOf(part: CoursePart, fields: CourseView["fields"]): PartValues {
  if (part === "rules")
    return {
      trialTalks: `${fields.trialTalks}`,
      quizNeeded: `${fields.quizNeeded}`,
      coachByRule: fields.coachByRule ? "yes" : "no",
    };
  if (part.startsWith("chapter.")) {
    const { title, body } = fields[part] as Chapter;
    return { titleEn: title.en, titleFr: title.fr, bodyEn: body.en, bodyFr: body.fr };
  }
  const { question, options, right, why } = fields[part] as QuizQuestion;
  return {
    questionEn: question.en,
    questionFr: question.fr,
    ...Object.fromEntries(
      places.flatMap((place, index) => [
        [`${place}En`, options[index]?.en ?? ""],
        [`${place}Fr`, options[index]?.fr ?? ""],
      ]),
    ),
    right: `${right}`,
    whyEn: why.en,
    whyFr: why.fr,
  };
}

/** What a form says, as the course stores it. */
export function changeOf(part: CoursePart, values: PartValues): Record<string, unknown> {
  const both = (name: string) => ({
    en: (values[`${name}En`] ?? "").trim(),
    fr: (values[`${name}Fr`] ?? "").trim(),
  });
  if (part === "rules")
    return {
      trialTalks: Number(values.trialTalks),
      quizNeeded: Number(values.quizNeeded),
      coachByRule: values.coachByRule === "yes",
    };
  if (part.startsWith("chapter.")) return { [part]: { title: both("title"), body: both("body") } };
  return {
    [part]: {
      question: both("question"),
      options: places.map((place) => both(place)),
      right: Number(values.right),
      why: both("why"),
    },
  };
}

const ranges: Record<string, number> = { trialTalks: mostTrialTalks, quizNeeded: mostQuizNeeded };

/** How many letters a field may hold; the schema refuses more. */
export function mostLetters(name: string): number {
  if (name.startsWith("body")) return 6000;
  if (name.startsWith("why")) return 600;
  if (name.startsWith("question")) return 300;
  return name.startsWith("title") ? 80 : 200;
}

type WrongField = { name: string; most: number | null };

/** The fields that cannot be saved as they are: empty ones, or numbers out of range with their most. */
export function wrongFields(values: PartValues): WrongField[] {
  return Object.entries(values).flatMap(([name, value]): WrongField[] => {
    const most = ranges[name];
    if (most === undefined) return value.trim() === "" ? [{ name, most: null }] : [];
    const number = Number(value);
    return Number.isInteger(number) && number >= 1 && number <= most ? [] : [{ name, most }];
  });
}
