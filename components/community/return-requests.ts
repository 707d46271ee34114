import { apiClient, reply } from "@/lib/client/api";
import type { AnswerReturn } from "@/lib/domain/recognition/return-view";

/** What the page of thanks that come back asks of the API; its token is all the right there is. */
export function returnRequests(token: string) {
  const at = apiClient().api.returns[":token"];
  const param = { token };
  return {
    answer: (json: AnswerReturn) => reply(at.answer.$post({ param, json })),
    stop: () => reply(at.stop.$post({ param })),
    unshow: () => reply(at.unshow.$post({ param })),
  };
}
