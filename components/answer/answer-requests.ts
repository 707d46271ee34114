import { apiClient, reply } from "@/lib/client/api";
import type { Rating } from "./rating";

/** What the page behind a mail's link asks of the server. Each throws ApiError. */
export function answerRequests(token: string) {
  const answer = apiClient().api.answers[":token"];
  const param = { token };
  return {
    read: () => reply(answer.$get({ param })),
    rate: (rating: Rating) => reply(answer.rating.$post({ param, json: rating })),
    /** `live`: of those who are there now, instead of waiting. */
    writeBack: (json: { clientId: string; body: string; live: boolean }) =>
      reply(answer.reply.$post({ param, json })),
    settle: () => reply(answer.settle.$post({ param })),
    stopMails: () => reply(answer.mails.stop.$post({ param })),
    startMails: () => reply(answer.mails.start.$post({ param })),
  };
}

export type AnswerRequests = ReturnType<typeof answerRequests>;
