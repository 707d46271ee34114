import { apiClient, reply } from "@/lib/client/api";
import type { Announce, AskColleagues, ChangePlace, MuteMember, WriteInRoom } from "@/lib/domain/room/schema";

/** What the back room asks of the API, for one brand. Each throws ApiError. */
export function roomRequests(brand: string) {
  const { api } = apiClient();
  const { room, chats } = api.brands[":brand"];
  const message = room.messages[":roomMessageId"];
  const param = { brand };
  return {
    read: () => reply(room.$get({ param })),
    after: (seq: number) => reply(room.messages.$get({ param, query: { after: String(seq) } })),
    before: (seq: number) => reply(room.messages.$get({ param, query: { before: String(seq) } })),
    desk: () => reply(room.desk.$get({ param })),
    say: (json: WriteInRoom) => reply(room.messages.$post({ param, json })),
    ask: (chatId: string, json: AskColleagues) =>
      reply(chats[":chatId"].ask.$post({ param: { brand, chatId }, json })),
    announce: (json: Announce) => reply(room.announcements.$post({ param, json })),
    hide: (roomMessageId: string) => reply(message.hide.$post({ param: { brand, roomMessageId } })),
    show: (roomMessageId: string) => reply(message.show.$post({ param: { brand, roomMessageId } })),
    place: (json: ChangePlace) => reply(room.place.$put({ param, json })),
    mute: (memberId: string, json: MuteMember) =>
      reply(room.mutes[":memberId"].$put({ param: { brand, memberId }, json })),
    authorise: (socketId: string, channels: string[]) =>
      reply(api.realtime.member.$post({ json: { socketId, channels } })),
    signIn: (socketId: string) =>
      reply(api.brands[":brand"].realtime["sign-in"].$post({ param, json: { socketId } })),
  };
}

export type RoomRequests = ReturnType<typeof roomRequests>;
