import type { ChapterId } from "@/lib/domain/training/course-schema";
import type { ScriptId } from "@/lib/domain/training/scripts";
import type { Application } from "./candidates";
import { en, fr, type PastTalk } from "./past-talk";

/** Who is on the way to answering visitors. */
export type NewcomerName = "solene" | "mats";

/** A newcomer with what he has done of his training so far. */
export type Newcomer = Application & {
  as: NewcomerName;
  fullName: string;
  acceptedDaysAgo: number;
  chapters: readonly ChapterId[];
  practices: readonly ScriptId[];
  /** When he passed the quiz. */
  quizDaysAgo?: number;
};

/** One half way through the training, one with his first questions beside a coach. */
export const newcomers: readonly Newcomer[] = [
  {
    as: "mats",
    name: "Mats L.",
    fullName: "Mats Lindqvist",
    email: "mats@example.com",
    language: "en",
    languages: ["en", "fr"],
    topics: ["range", "battery"],
    why: "I commute 30 km in Malmö weather and kept a diary of the range. It would be a shame to keep it to myself.",
    owns: "Volt 3 City since last winter",
    links: [],
    source: "application",
    daysAgo: 28,
    acceptedDaysAgo: 25,
    chapters: ["tool", "writing", "honesty", "safety"],
    practices: ["kind", "impatient", "unsafe", "handover"],
    quizDaysAgo: 11,
  },
  {
    as: "solene",
    name: "Solène R.",
    fullName: "Solène Roche",
    email: "solene@example.com",
    language: "fr",
    languages: ["fr", "en"],
    topics: ["cargo", "sizing"],
    why: "Au marché on m’arrête toutes les semaines pour me poser des questions sur mon vélo. J’aime ça.",
    owns: "Volt 5 Long depuis un an",
    links: [],
    source: "link",
    daysAgo: 15,
    acceptedDaysAgo: 13,
    chapters: ["tool", "writing", "honesty", "safety"],
    practices: ["kind"],
  },
];

/** The first questions that a newcomer has answered beside his coach. */
export const trialTalks: readonly PastTalk<"mats">[] = [
  {
    helper: "mats",
    topic: "range",
    ...en(
      8,
      "Edda",
      "Will I get 30 km out of it against the wind, on the second level?",
      "I do, with a third left. On days of storm I take the train one way.",
      5,
      "The diary convinced me.",
    ),
  },
  {
    helper: "mats",
    topic: "battery",
    ...en(
      5,
      "Radek",
      "How many bars do you lose overnight in the cold?",
      "One at −5 °C, and it comes back once it’s warm. I’d ask Nadia about real frost.",
      4,
    ),
  },
  {
    helper: "mats",
    topic: "range",
    ...fr(
      2,
      "Maud",
      "L’affichage des kilomètres restants est-il fiable ?",
      "À peu près. Il se trompe les dix premières minutes, ensuite je m’y fie.",
      5,
    ),
  },
];

/** What the coach said of them, by the question. */
export const coachNotes: readonly { question: string; body: string }[] = [
  {
    question: "How many bars do you lose overnight in the cold?",
    body: "You said what you know and named who knows the rest. That’s how I’d do it, too.",
  },
];
