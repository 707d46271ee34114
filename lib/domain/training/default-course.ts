import en from "@/lib/messages/en/course.json";
import fr from "@/lib/messages/fr/course.json";
import { type Course, chapterIds, questionIds } from "./course-schema";

/** Which answer is right: an index of the three. */
const right = {
  brake: 1,
  unknown: 1,
  smaller: 0,
  private: 2,
  rude: 1,
  order: 0,
  pass: 1,
  unlock: 1,
} as const;

/** The course as we wrote it, for brands that changed nothing. */
export const defaultCourse: Course = {
  chapters: Object.fromEntries(
    chapterIds.map((id) => [
      id,
      {
        title: { en: en.chapter[`${id}Title`], fr: fr.chapter[`${id}Title`] },
        body: { en: en.chapter[`${id}Body`], fr: fr.chapter[`${id}Body`] },
      },
    ]),
  ) as Course["chapters"],
  questions: Object.fromEntries(
    questionIds.map((id) => [
      id,
      {
        question: { en: en[id].question, fr: fr[id].question },
        options: (["one", "two", "three"] as const).map((key) => ({ en: en[id][key], fr: fr[id][key] })),
        right: right[id],
        why: { en: en[id].why, fr: fr[id].why },
      },
    ]),
  ) as Course["questions"],
  // Five talks: enough to see a hard one, few enough to be over in a week.
  trialTalks: 5,
  quizNeeded: 6,
  coachByRule: true,
};
