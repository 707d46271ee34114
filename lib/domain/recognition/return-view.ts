import { z } from "zod";
import { HelperKind, Tint } from "@/lib/domain/member/view";
import { Instant, Names, words } from "@/lib/domain/schema";
import { lastingAnswers } from "./thanks-return";

export const LastingAnswer = z.enum(lastingAnswers);
export const mostReturnWords = 500;

/** Whether it still helps, and a word to whoever helped. A later answer replaces an earlier one. */
export const AnswerReturn = z.strictObject({
  answer: LastingAnswer,
  words: words(mostReturnWords).optional(),
});
export type AnswerReturn = z.infer<typeof AnswerReturn>;

/** What the link of the mail shows: who helped with what, and what was answered. */
export const ReturnPage = z.strictObject({
  brandName: z.string(),
  language: z.string(),
  helper: z.strictObject({
    name: z.string(),
    kind: HelperKind,
    initials: z.string(),
    tint: Tint,
    pictureUrl: z.string().nullable(),
  }),
  topic: Names.nullable(),
  question: z.string(),
  helpedAt: Instant,
  answer: LastingAnswer.nullable(),
  words: z.string().nullable(),
  /** His words of thanks as they are shown to everybody; null where they are not. */
  shownWords: z.string().nullable(),
  /** No such mails any more. */
  isStopped: z.boolean(),
});
export type ReturnPage = z.infer<typeof ReturnPage>;
