import { apiClient, reply } from "@/lib/client/api";
import type { ChangeReply, WriteReply } from "@/lib/domain/canned-reply/schema";

/** What the page of canned replies asks of the server, for one brand. Each throws ApiError. */
export function replyRequests(brand: string) {
  const { replies } = apiClient().api.brands[":brand"];
  const one = replies[":replyId"];
  return {
    list: () => reply(replies.$get({ param: { brand } })),
    create: (json: WriteReply) => reply(replies.$post({ param: { brand }, json })),
    change: (replyId: string, json: ChangeReply) => reply(one.$patch({ param: { brand, replyId }, json })),
    remove: (replyId: string, version: number) =>
      reply(one.$delete({ param: { brand, replyId }, query: { version: String(version) } })),
  };
}
export type ReplyRequests = ReturnType<typeof replyRequests>;
