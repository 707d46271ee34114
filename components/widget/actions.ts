import { errorCode, mayRetry } from "@/lib/client/api-error";
import { backoffMs } from "@/lib/client/backoff";
import { newClientId } from "@/lib/client/outbox";
import type { AttachmentView } from "@/lib/domain/chat/view";
import { seenSeq } from "./panel-state";
import { segmentToRate } from "./screen";
import type { Session } from "./session";

export type Rating = {
  stars: number;
  solved?: "yes" | "partly" | "no";
  words?: string;
  showsWords?: boolean;
  mayAskLater?: boolean;
  askLaterEmail?: string;
};

/** Refusals that mean: somebody was quicker, look again. */
const STALE = [
  "QUESTION_RUNNING",
  "QUESTION_CLOSED",
  "CHAT_ENDED",
  "HANDOVER_GONE",
  "ALREADY_RATED",
  "VISITOR_BANNED",
  "NOT_FOUND",
  "NOBODY_HERE",
  "STAFF_BUSY",
];
const TYPING_EVERY_MS = 3_000;
const FIRST_LOOK_MS = 1_000;
const MOST_LOOK_MS = 15_000;

/** What a visitor can do. `onAsked` hears of each question that went out from here. Each verb throws ApiError when it was refused or did not arrive. */
export function createActions(session: Session, onAsked: () => void) {
  const { store, api, outbox, identity, language } = session;
  let asked = { words: "", clientId: "" };
  let typedAt = 0;

  /** Runs a verb; when the refusal shows that the picture is old, reads anew before it is told. */
  async function act<T>(run: () => Promise<T>): Promise<T> {
    try {
      return await run();
    } catch (error) {
      if (STALE.includes(errorCode(error))) await session.read().catch(() => {});
      throw error;
    }
  }

  const chatId = () => store.get().chat?.id ?? "";
  const questionId = () => store.get().question?.id ?? "";

  /** It may have arrived though its answer did not: this finds out as soon as the server can be heard again. */
  async function findOut({ clientId }: typeof asked, text: string): Promise<void> {
    for (let attempt = 0; asked.clientId === clientId; attempt++) {
      try {
        await session.read();
        if (asked.clientId === clientId && store.get().question?.text === text) forgetAsked();
        return;
      } catch (error) {
        if (!mayRetry(error)) return;
        await new Promise((resolve) => setTimeout(resolve, backoffMs(attempt, FIRST_LOOK_MS, MOST_LOOK_MS)));
      }
    }
  }

  function forgetAsked(): void {
    asked = { words: "", clientId: "" };
    onAsked();
  }

  function finish(): void {
    const known = identity.get();
    if (known) identity.set({ ...known, finishedId: questionId() });
    store.dispatch({ type: "finished", questionId: questionId() });
  }

  return {
    /** Asks, or leaves the question for later. The same words again, after a failure, are the same question. */
    ask: (input: { text: string; topicId: string | null; firstName: string | null; leave: boolean }) =>
      act(async () => {
        // Whether it is to be asked or left may change with who is there, while the first attempt is on its way.
        const words = JSON.stringify([input.text, input.topicId]);
        if (asked.words !== words) asked = { words, clientId: newClientId() };
        await session.ensureVisitor();
        const sent = asked;
        try {
          const question = await api.ask({ ...input, clientId: sent.clientId, language, staffOnly: false });
          store.dispatch({ type: "question", question });
        } catch (error) {
          if (mayRetry(error)) void findOut(sent, input.text);
          throw error;
        }
        forgetAsked();
      }),
    change: (text: string) =>
      act(async () => store.dispatch({ type: "question", question: await api.change(questionId(), text) })),
    withdraw: () =>
      act(async () => store.dispatch({ type: "question", question: await api.withdraw(questionId()) })),
    staffInstead: () =>
      act(async () => store.dispatch({ type: "question", question: await api.staffInstead(questionId()) })),
    /** Null: the answer is to be read here alone. */
    leave: (email: string | null) =>
      act(async () => store.dispatch({ type: "question", question: await api.leave(questionId(), email) })),

    /** Writes back to an answer; `live`: of those who are there now. The same words again, after a failure, are one. */
    writeBack: (body: string, live: boolean) =>
      act(async () => {
        if (asked.words !== body) asked = { words: body, clientId: newClientId() };
        const question = await api.writeBack(questionId(), { clientId: asked.clientId, body, live });
        asked = { words: "", clientId: "" };
        store.dispatch({ type: "question", question });
        await session.read().catch(() => {});
      }),
    write: (body: string, attachment: AttachmentView | null = null) =>
      void outbox.add({ chatId: chatId(), body, attachment }),
    /** Told at most every 3 s, however fast one types. */
    type(): void {
      const now = Date.now();
      if (now - typedAt < TYPING_EVERY_MS || store.get().chat?.state !== "open") return;
      typedAt = now;
      api.typing(chatId()).catch(() => {});
    },
    /** The visitor has the messages up to this number before his eyes. */
    see(seq: number): void {
      const { chat } = store.get();
      if (!chat || seq <= seenSeq(store.get())) return;
      store.dispatch({ type: "seen", seq });
      const known = identity.get();
      if (known) identity.set({ ...known, seen: { chatId: chat.id, seq } });
      api.read(chat.id, seq).catch(() => {});
    },
    passOn: (text: string) =>
      act(async () => store.dispatch({ type: "chat", chat: await api.passOn(chatId(), text) })),
    stay: () => act(async () => store.dispatch({ type: "chat", chat: await api.stay(chatId()) })),
    end: (end: "solved" | "unsolved") =>
      act(async () => {
        store.dispatch({ type: "chat", chat: await api.end(chatId(), end) });
        await session.read();
      }),
    rate: (segmentId: string, rating: Rating) =>
      act(async () => {
        const chat = await api.rate(chatId(), { segmentId, ...rating });
        if (!segmentToRate(chat)) store.dispatch({ type: "thanked" });
        store.dispatch({ type: "chat", chat });
      }),
    finish,
  };
}

export type Actions = ReturnType<typeof createActions>;
