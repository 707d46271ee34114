import { apiClient, reply } from "@/lib/client/api";

/** What a member asks about the decisions that concern himself. Each throws ApiError. */
export function whyRequests(brand: string) {
  const { desk, questions } = apiClient().api.brands[":brand"];
  return {
    whyNot: () => reply(desk["why-not"].$get({ param: { brand } })),
    why: (questionId: string) => reply(questions[":questionId"].why.$get({ param: { brand, questionId } })),
  };
}
