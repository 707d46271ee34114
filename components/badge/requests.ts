import { apiClient, reply } from "@/lib/client/api";
import type { ChangeSeries, CreateSeries, PreviewSeries } from "@/lib/domain/badge/schema";

/** What the pages of badges ask of the API, for one brand. Each throws ApiError. */
export function badgeRequests(brand: string) {
  const { badges, awards } = apiClient().api.brands[":brand"];
  const one = badges[":badgeId"];
  return {
    list: () => reply(badges.$get({ param: { brand } })),
    create: (json: CreateSeries) => reply(badges.$post({ param: { brand }, json })),
    preview: (json: PreviewSeries, signal: AbortSignal) =>
      reply(badges.preview.$post({ param: { brand }, json }, { init: { signal } })),
    change: (badgeId: string, json: ChangeSeries) => reply(one.$patch({ param: { brand, badgeId }, json })),
    remove: (badgeId: string, version: number) =>
      reply(one.$delete({ param: { brand, badgeId }, query: { version: String(version) } })),
    holders: (badgeId: string) => reply(one.holders.$get({ param: { brand, badgeId } })),
    withdraw: (awardId: string, reason: string) =>
      reply(awards[":awardId"].withdraw.$post({ param: { brand, awardId }, json: { reason } })),
  };
}
