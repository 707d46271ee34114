import { apiClient, reply } from "@/lib/client/api";
import type { Rating } from "./rating";

/** What the page behind a mail's link asks of the server. Each throws ApiError. */
export function answerRequests(token: string) {
  const answer = apiClient().api.answers[":token"];
  return {
    read: () => reply(answer.$get({ param: { token } })),
    rate: (rating: Rating) => reply(answer.rating.$post({ param: { token }, json: rating })),
  };
}
