import { apiClient, reply } from "@/lib/client/api";
import type { Decide } from "@/lib/domain/moderation/schema";
import type { ActionKind } from "@/lib/domain/moderation/view";

export type LogFilter = { kind?: ActionKind; by?: string };

/** What the moderation screen asks of the server, for one brand. Each throws ApiError. */
export function moderationRequests(brand: string) {
  const { api } = apiClient();
  const { moderation } = api.brands[":brand"];
  return {
    read: () => reply(moderation.$get({ param: { brand } })),
    readLog: (filter: LogFilter, after?: string) =>
      reply(moderation.log.$get({ param: { brand }, query: { ...filter, ...(after ? { after } : {}) } })),
    decide: (input: Decide) => reply(moderation.decide.$post({ param: { brand }, json: input })),
    undo: (actionId: string) =>
      reply(moderation.actions[":actionId"].undo.$post({ param: { brand, actionId } })),
    signIn: (socketId: string) =>
      reply(api.brands[":brand"].realtime["sign-in"].$post({ param: { brand }, json: { socketId } })),
    authorise: (socketId: string, channels: string[]) =>
      reply(api.realtime.member.$post({ json: { socketId, channels } })),
  };
}
