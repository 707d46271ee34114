import { apiClient, reply } from "@/lib/client/api";
import type { FlagSomething } from "@/lib/domain/moderation/schema";

/** A hand-over as its dialog sends it. */
export type ProposedHandover = { text: string; reason: string; to: "staff" | "owners"; memberId?: string };

/** What a desk asks of the server, for one brand. Each throws ApiError. */
export type DeskRequests = ReturnType<typeof deskRequests>;

export function deskRequests(brand: string) {
  const { api } = apiClient();
  const { desk, offers, chats, questions, replies } = api.brands[":brand"];
  const chat = chats[":chatId"];
  const ofChat = (chatId: string) => ({ brand, chatId });
  return {
    read: () => reply(desk.$get({ param: { brand } })),
    beat: (screenId: string, isHidden: boolean) =>
      reply(desk.beat.$post({ param: { brand }, json: { screenId, isHidden } })),
    setAvailability: (json: { isOpen: boolean; until: string | null; screenId: string }) =>
      reply(desk.availability.$put({ param: { brand }, json })),
    signIn: (socketId: string) =>
      reply(api.brands[":brand"].realtime["sign-in"].$post({ param: { brand }, json: { socketId } })),
    authorise: (socketId: string, channels: string[]) =>
      reply(api.realtime.member.$post({ json: { socketId, channels } })),

    confirmDelivery: (offerId: string) =>
      reply(offers[":offerId"].delivered.$post({ param: { brand, offerId } })),
    accept: (offerId: string) => reply(offers[":offerId"].accept.$post({ param: { brand, offerId } })),
    decline: (offerId: string) => reply(offers[":offerId"].decline.$post({ param: { brand, offerId } })),

    messages: (chatId: string, after: number) =>
      reply(chat.messages.$get({ param: ofChat(chatId), query: { after: String(after) } })),
    send: (chatId: string, json: { clientId: string; body: string; attachmentId?: string }) =>
      reply(chat.messages.$post({ param: ofChat(chatId), json })),
    typing: (chatId: string) => reply(chat.typing.$post({ param: ofChat(chatId) })),
    markRead: (chatId: string, seq: number) =>
      reply(chat.read.$post({ param: ofChat(chatId), json: { seq } })),
    end: (chatId: string, end: "solved" | "unsolved") =>
      reply(chat.end.$post({ param: ofChat(chatId), json: { end } })),
    handoverChoices: (chatId: string) => reply(chat.handover.$get({ param: ofChat(chatId) })),
    proposeHandover: (chatId: string, json: ProposedHandover) =>
      reply(chat.handover.$post({ param: ofChat(chatId), json })),
    stepOut: (chatId: string) => reply(chat["step-out"].$post({ param: ofChat(chatId) })),
    cancelHandover: (chatId: string) => reply(chat.handover.$delete({ param: ofChat(chatId) })),

    keepOpen: (chatId: string) => reply(chat.keep.$post({ param: ofChat(chatId) })),
    resume: (chatId: string) => reply(chat.resume.$post({ param: ofChat(chatId) })),
    transcript: (offerId: string) => reply(offers[":offerId"].transcript.$get({ param: { brand, offerId } })),

    report: (chatId: string, json: FlagSomething) => reply(chat.flag.$post({ param: ofChat(chatId), json })),

    replies: () => reply(replies.$get({ param: { brand } })),

    answerLeft: (questionId: string, json: { clientId: string; body: string }) =>
      reply(questions[":questionId"].answer.$post({ param: { brand, questionId }, json })),
    claimLeft: (questionId: string) =>
      reply(questions[":questionId"].claim.$post({ param: { brand, questionId } })),
    releaseLeft: (questionId: string) =>
      reply(questions[":questionId"].release.$post({ param: { brand, questionId } })),
  };
}

/** Where a leaving page says so: too late for anything but a beacon. */
export function sendLeave(brand: string, screenId: string): void {
  const body = new Blob([JSON.stringify({ screenId })], { type: "application/json" });
  navigator.sendBeacon(`/api/brands/${encodeURIComponent(brand)}/desk/leave`, body);
}

/** Leaves a left question to others from a page that goes. */
export function sendRelease(brand: string, questionId: string): void {
  navigator.sendBeacon(
    `/api/brands/${encodeURIComponent(brand)}/questions/${encodeURIComponent(questionId)}/release`,
  );
}

/** Ends a chat as solved from a page that goes. */
export function sendEnd(brand: string, chatId: string): void {
  const body = new Blob([JSON.stringify({ end: "solved" })], { type: "application/json" });
  navigator.sendBeacon(
    `/api/brands/${encodeURIComponent(brand)}/chats/${encodeURIComponent(chatId)}/end`,
    body,
  );
}

/** Where files of a chat go. */
export function attachmentsAddress(brand: string, chatId: string): string {
  return `/api/brands/${encodeURIComponent(brand)}/chats/${encodeURIComponent(chatId)}/attachments`;
}
