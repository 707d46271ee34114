import { reply } from "@/lib/client/api-error";
import type { ClockOffset } from "@/lib/client/clock-offset";
import { lightClient } from "@/lib/client/light-client";
import type { MailChat, RateSegment, SendMessage } from "@/lib/domain/chat/schema";
import type { Locale } from "@/lib/domain/locale";
import type { FlagSomething } from "@/lib/domain/moderation/schema";
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
    authorise: (socketId: string, channels: string[]) =>
      reply(api.realtime.visitor.$post({ json: { socketId, channels } })),

    ask: (json: AskQuestion) => reply(visitor.questions.$post({ json })),
    change: (questionId: string, text: string) =>
      reply(question.$patch({ param: { questionId }, json: { text } })),
    withdraw: (questionId: string) => reply(question.withdraw.$post({ param: { questionId } })),
    staffInstead: (questionId: string) => reply(question.staff.$post({ param: { questionId } })),
    writeBack: (questionId: string, json: { clientId: string; body: string; live: boolean }) =>
      reply(question.reply.$post({ param: { questionId }, json })),
    leave: (questionId: string, email: string | null) =>
      reply(question.leave.$post({ param: { questionId }, json: email ? { email } : {} })),

    send: (chatId: string, json: SendMessage) => reply(chat.messages.$post({ param: { chatId }, json })),
    typing: (chatId: string) => reply(chat.typing.$post({ param: { chatId } })),
    read: (chatId: string, seq: number) => reply(chat.read.$post({ param: { chatId }, json: { seq } })),
    end: (chatId: string, end: "solved" | "unsolved") =>
      reply(chat.end.$post({ param: { chatId }, json: { end } })),
    rate: (chatId: string, json: RateSegment) => reply(chat.rating.$post({ param: { chatId }, json })),
    passOn: (chatId: string, text: string) =>
      reply(chat.handover.$post({ param: { chatId }, json: { text } })),
    mail: (chatId: string, json: MailChat) => reply(chat.mail.$post({ param: { chatId }, json })),
    flag: (chatId: string, json: FlagSomething) => reply(chat.flag.$post({ param: { chatId }, json })),
    erase: () => reply(visitor.erase.$post()),
    /** A file, however long it takes. */
    exportAll: () => reply(fileOf(visitor.export.$get())),
    stay: (chatId: string) => reply(chat.handover.$delete({ param: { chatId } })),
  };
}

/** An answer whose content is a file. */
async function fileOf(request: Promise<Response>) {
  const answer = await request;
  return { ok: answer.ok, status: answer.status, json: () => (answer.ok ? answer.blob() : answer.json()) };
}
