import { reply } from "@/lib/client/api-error";
import type { ClockOffset } from "@/lib/client/clock-offset";
import { lightClient } from "@/lib/client/light-client";
import type { RateSegment, SendMessage } from "@/lib/domain/chat/schema";
import type { Locale } from "@/lib/domain/locale";
import type { AskQuestion } from "@/lib/domain/question/schema";
import type { VisitorContext } from "@/lib/domain/visitor/schema";

/** The visitor's doors of the API. Every call throws ApiError. `token` is asked for at each request. */
export function createVisitorApi(options: { token(): string | null; clock: ClockOffset }) {
  const { api } = lightClient((): Record<string, string> => {
    const token = options.token();
    return token ? { Authorization: `Bearer ${token}` } : {};
  });

  /** An answer with the server's time in it corrects our clock. */
  async function timed<T extends { now: string }>(request: () => Promise<T>): Promise<T> {
    const sentAt = Date.now();
    const answer = await request();
    options.clock.observe(answer.now, sentAt, Date.now());
    return answer;
  }

  const { visitor } = api;
  const question = visitor.questions[":questionId"];
  const chat = visitor.chats[":chatId"];
  return {
    site: (key: string, lang: Locale) => reply(api.sites[":key"].$get({ param: { key }, query: { lang } })),
    createVisitor: (siteKey: string, language: Locale) =>
      reply(api.visitors.$post({ json: { siteKey, language } })),
    state: (after: number) => timed(() => reply(visitor.state.$get({ query: { after: String(after) } }))),
    beat: () => timed(() => reply(visitor.beat.$post())),
    context: (json: VisitorContext) => reply(visitor.context.$patch({ json })),
    identify: (token: string) => reply(visitor.identify.$post({ json: { token } })),
    authorise: (socketId: string, channel: string) =>
      reply(api.realtime.visitor.$post({ json: { socketId, channel } })),

    ask: (json: AskQuestion) => reply(visitor.questions.$post({ json })),
    change: (questionId: string, text: string) =>
      reply(question.$patch({ param: { questionId }, json: { text } })),
    withdraw: (questionId: string) => reply(question.withdraw.$post({ param: { questionId } })),
    staffInstead: (questionId: string) => reply(question.staff.$post({ param: { questionId } })),
    leave: (questionId: string, email: string) =>
      reply(question.leave.$post({ param: { questionId }, json: { email } })),

    send: (chatId: string, json: SendMessage) => reply(chat.messages.$post({ param: { chatId }, json })),
    typing: (chatId: string) => reply(chat.typing.$post({ param: { chatId } })),
    read: (chatId: string, seq: number) => reply(chat.read.$post({ param: { chatId }, json: { seq } })),
    end: (chatId: string, end: "solved" | "unsolved") =>
      reply(chat.end.$post({ param: { chatId }, json: { end } })),
    rate: (chatId: string, json: RateSegment) => reply(chat.rating.$post({ param: { chatId }, json })),
    passOn: (chatId: string, text: string) =>
      reply(chat.handover.$post({ param: { chatId }, json: { text } })),
    stay: (chatId: string) => reply(chat.handover.$delete({ param: { chatId } })),
  };
}
