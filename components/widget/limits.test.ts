import { describe, expect, it } from "vitest";
import * as limits from "@/components/widget/limits";
import { RateSegment, SendHandover, SendMessage } from "@/lib/domain/chat/schema";
import { FlagSomething } from "@/lib/domain/moderation/schema";
import { AskQuestion } from "@/lib/domain/question/schema";

describe("the panel's limits", () => {
  const long = (length: number) => "é".repeat(length);
  const ids = { clientId: "12345678", language: "en" };
  const accepts: [number, (length: number) => boolean][] = [
    [limits.maxQuestionLength, (length) => AskQuestion.safeParse({ ...ids, text: long(length) }).success],
    [
      limits.maxNameLength,
      (length) => AskQuestion.safeParse({ ...ids, text: "Why?", firstName: long(length) }).success,
    ],
    [
      limits.maxMessageLength,
      (length) => SendMessage.safeParse({ clientId: ids.clientId, body: long(length) }).success,
    ],
    [limits.maxHandoverLength, (length) => SendHandover.safeParse({ text: long(length) }).success],
    [
      limits.maxWordsLength,
      (length) => RateSegment.safeParse({ segmentId: "s", stars: 5, words: long(length) }).success,
    ],
    [
      limits.maxReportLength,
      (length) => FlagSomething.safeParse({ reason: "spam", words: long(length) }).success,
    ],
  ];

  it("are those of the API", () => {
    for (const [most, isAccepted] of accepts)
      expect([isAccepted(most), isAccepted(most + 1)]).toEqual([true, false]);
  });
});
