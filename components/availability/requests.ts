import { apiClient, reply } from "@/lib/client/api";
import type { SaveHabits, TakeVacation } from "@/lib/domain/habit/schema";

/** What of a member's own time is asked of the API, for one brand. Each throws ApiError. */
export function availabilityRequests(brand: string) {
  const { habits, desk } = apiClient().api.brands[":brand"];
  const param = { brand };
  return {
    save: (json: SaveHabits) => reply(habits.$patch({ param, json })),
    leave: (json: TakeVacation) => reply(habits.vacation.$put({ param, json })),
    comeBack: () => reply(habits.vacation.$delete({ param })),
    takeBreath: () => reply(desk.breath.$post({ param })),
  };
}
