import { apiClient, reply } from "@/lib/client/api";

/** What a board asks of the server, for one brand. Each throws ApiError. */
export type BoardRequests = ReturnType<typeof boardRequests>;

export function boardRequests(brand: string) {
  const { api } = apiClient();
  const { board, chats, messages, members } = api.brands[":brand"];
  const why = (reason: string) => (reason ? { reason } : {});
  return {
    read: () => reply(board.$get({ param: { brand } })),
    signIn: (socketId: string) =>
      reply(api.brands[":brand"].realtime["sign-in"].$post({ param: { brand }, json: { socketId } })),
    authorise: (socketId: string, channels: string[]) =>
      reply(api.realtime.member.$post({ json: { socketId, channels } })),
    watch: (chatId: string) => reply(chats[":chatId"].watch.$post({ param: { brand, chatId } })),
    hide: (messageId: string, reason: string) =>
      reply(messages[":messageId"].hide.$post({ param: { brand, messageId }, json: why(reason) })),
    restore: (messageId: string, reason: string) =>
      reply(messages[":messageId"].restore.$post({ param: { brand, messageId }, json: why(reason) })),
    pause: (memberId: string, reason: string) =>
      reply(members[":memberId"].pause.$post({ param: { brand, memberId }, json: why(reason) })),
    resume: (memberId: string, reason: string) =>
      reply(members[":memberId"].resume.$post({ param: { brand, memberId }, json: why(reason) })),
  };
}
