import { apiClient, reply } from "@/lib/client/api";

/** What the pages of conversations and visitors ask of the server, for one brand. Each throws ApiError. */
export function conversationRequests(brand: string) {
  const { api } = apiClient();
  const { chats, conversations, notes, visitors } = api.brands[":brand"];
  return {
    authorise: (socketId: string, channels: string[]) =>
      reply(api.realtime.member.$post({ json: { socketId, channels } })),
    watch: (chatId: string) => reply(chats[":chatId"].watch.$post({ param: { brand, chatId } })),
    writeNote: (questionId: string, body: string) =>
      reply(conversations[":questionId"].notes.$post({ param: { brand, questionId }, json: { body } })),
    deleteNote: (noteId: string) => reply(notes[":noteId"].$delete({ param: { brand, noteId } })),
    restoreNote: (noteId: string) => reply(notes[":noteId"].restore.$post({ param: { brand, noteId } })),
    erase: (visitorId: string) => reply(visitors[":visitorId"].erase.$post({ param: { brand, visitorId } })),
  };
}
