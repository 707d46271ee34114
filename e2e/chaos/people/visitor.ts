import type { z } from "zod";
import { initialState, type PanelAction, reducePanel } from "@/components/widget/panel-state";
import { createStore } from "@/components/widget/store";
import { idOf, type SeededBrand, visitorToken } from "@/e2e/bench/people";
import { asVisitor, type Http } from "@/e2e/bench/worker/http";
import { between, createCaller } from "@/e2e/chaos/people/caller";
import type { PeopleRecord } from "@/e2e/chaos/people/record";
import type { World } from "@/e2e/chaos/world";
import { errorCode, mayRetry } from "@/lib/client/api-error";
import { createOutbox, newClientId } from "@/lib/client/outbox";
import { connectRealtime } from "@/lib/client/realtime";
import { channels } from "@/lib/domain/channel";
import { hasGap, lastUnbroken } from "@/lib/domain/chat/message-list";
import type { ChatView, MessageView } from "@/lib/domain/chat/view";
import type { VisitorBeatAnswer } from "@/lib/domain/desk/view";
import type { VisitorQuestion, VisitorState } from "@/lib/domain/question/view";

/** The panel's own pace. */
const BEAT_MS = 15_000;
const LOOK_MS = 250;
const RETRY_MS = 500;
/** With these words he asks his helper to end the chat. */
export const goodbye = "That is all, thank you";

export type Person = {
  /** Begins nothing new; what runs is brought to its end. */
  rest(): void;
  /** Nothing of his is running any more. */
  isDone(): boolean;
  close(): void;
};

/** The n-th visitor of a brand: asks, talks, ends, and asks again, on the panel's own rules for what is lost on the way. */
export function openVisitor({
  world,
  http,
  brand,
  n,
  record,
}: {
  world: World;
  http: Http;
  brand: SeededBrand;
  n: number;
  record: PeopleRecord;
}): Person {
  const headers = asVisitor(visitorToken(brand.number, n));
  const call = createCaller(http, headers, record);
  const store = createStore(reducePanel, initialState);
  const dispatch = (action: PanelAction) => store.dispatch(action);
  let isResting = false;
  let isBusy = false;
  let isClosed = false;
  let asked = "";
  let askedAt = 0;
  let nextAt = performance.now() + between(0, 2_000);
  let planned = 1;
  let reading: Promise<void> | null = null;
  let readAgain = false;

  const outbox = createOutbox({
    storage: null,
    storageKey: "",
    onChange: (outgoing) => dispatch({ type: "outgoing", outgoing }),
    async send({ chatId, clientId, body }) {
      const stored = await call<MessageView>("POST", `/visitor/chats/${chatId}/messages`, { clientId, body });
      record.messages.push({ chatId, clientId, seq: stored.seq, by: "visitor" });
      dispatch({ type: "messages", messages: [stored] });
    },
  });

  function read(): Promise<void> {
    if (reading !== null) readAgain = true;
    reading ??= (async () => {
      do {
        readAgain = false;
        await readOnce();
      } while (readAgain);
    })().finally(() => {
      reading = null;
    });
    return reading;
  }

  async function readOnce(): Promise<void> {
    const { chat, messages } = store.get();
    const after = chat ? lastUnbroken(messages, chat.id) : 0;
    const state = await readState(after);
    if (after > 0 && state.chat?.id !== chat?.id) await readState(0);
  }

  async function readState(after: number): Promise<VisitorState> {
    const known = store.get().question?.id ?? null;
    const state = await call<VisitorState>("GET", `/visitor/state?after=${after}`);
    dispatch({ type: "read", state, known });
    return state;
  }
  const readQuietly = () => void read().catch(() => undefined);

  function hear(name: string, data: unknown): void {
    if (name === "question.changed") dispatch({ type: "question", question: data as VisitorQuestion });
    else if (name === "chat.changed") dispatch({ type: "chat", chat: data as ChatView });
    else if (name === "message.sent") dispatch({ type: "messages", messages: [data as MessageView] });
    else if (name === "sync") readQuietly();
    const { question, chat, messages } = store.get();
    if (chat ? hasGap(messages, chat.id, chat.lastSeq) : question?.state === "matched") readQuietly();
  }

  const realtime = connectRealtime({
    address: {
      key: world.address.pusherKey,
      host: "127.0.0.1",
      port: world.links.people.port,
      tls: false,
      path: "",
    },
    channels: [channels.visitor(idOf("visitor", brand.number, n))],
    authorise: (socketId, names) => call("POST", "/realtime/visitor", { socketId, channels: names }),
    onEvent: (_channel, name, data) => hear(name, data),
    onSubscribed: readQuietly,
    onStatus(status) {
      if (status !== "offline") outbox.flush();
    },
    poll: read,
  });

  async function beat(): Promise<void> {
    const newest = await call<z.infer<typeof VisitorBeatAnswer>>("POST", "/visitor/beat");
    const { question, chat, messages } = store.get();
    const isNew =
      newest.question?.id !== question?.id ||
      newest.question?.version !== question?.version ||
      newest.chat?.version !== chat?.version ||
      (newest.chat !== null && hasGap(messages, newest.chat.id, newest.chat.lastSeq));
    if (isNew) await read();
  }

  /** Does `work` after a pause that people make, one thing at a time. */
  function soon(work: () => Promise<void>): void {
    if (isBusy) return;
    isBusy = true;
    setTimeout(
      () => {
        if (isClosed) return;
        work()
          .catch(async (error: unknown) => {
            if (!mayRetry(error)) {
              const code = errorCode(error);
              record.refusals.set(code, (record.refusals.get(code) ?? 0) + 1);
              await read().catch(() => undefined);
            }
            await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
          })
          .finally(() => {
            isBusy = false;
            act();
          });
      },
      between(100, 400),
    );
  }

  async function ask(): Promise<void> {
    // The same words again, after a failure, are the same question.
    asked ||= newClientId();
    askedAt = performance.now();
    const question = await call<VisitorQuestion>("POST", "/visitor/questions", {
      clientId: asked,
      text: `Question ${asked}`,
      topicId: n % 2 === 0 ? null : idOf("topic", brand.number, n % 4),
      firstName: "Visitor",
      language: "en",
    });
    taken(question);
    dispatch({ type: "question", question });
  }

  function taken({ id }: VisitorQuestion): void {
    asked = "";
    planned = 1 + Math.floor(Math.random() * 3);
    record.questions.set(id, { id, askedAt, answeredAt: null });
  }

  /** The one thing that he would do now, looking at his panel. */
  function act(): void {
    const { question, chat, messages, outgoing, finishedId } = store.get();
    if (isBusy || isClosed) return;
    // It was taken although its answer got lost: he asks when the one before is behind him, and never twice.
    if (asked !== "" && question && question.id !== finishedId) taken(question);
    const isRunning = question !== null && question.id !== finishedId && !isOver(question, chat);
    if (!isRunning) {
      if (question && question.id !== finishedId) finish(question, chat, messages);
      else if (!isResting && performance.now() >= nextAt) soon(ask);
      return;
    }
    for (const { clientId, state } of outgoing) if (state === "failed") outbox.discard(clientId);
    if (!chat || chat.questionId !== question.id || outgoing.length > 0) return;
    const said = messages.filter(({ author }) => author !== "system");
    const own = record.questions.get(question.id);
    if (own && said.some(({ author }) => author === "member")) own.answeredAt ??= performance.now();
    if (said.at(-1)?.author !== "member") return;
    const written = said.filter(({ author }) => author === "visitor").length;
    if (written < planned) {
      soon(async () => {
        const isLast = written + 1 === planned && n % 3 === 0;
        outbox.add({ chatId: chat.id, body: isLast ? goodbye : `Line ${written + 1} of the visitor` });
      });
    } else soon(() => end(chat.id));
  }

  async function end(chatId: string): Promise<void> {
    dispatch({
      type: "chat",
      chat: await call<ChatView>("POST", `/visitor/chats/${chatId}/end`, { end: "solved" }),
    });
  }

  function finish(question: VisitorQuestion, chat: ChatView | null, messages: readonly MessageView[]): void {
    if (chat && chat.questionId === question.id) {
      if (hasGap(messages, chat.id, chat.lastSeq)) {
        readQuietly();
        return;
      }
      const clientIds = messages.map(({ clientId }) => clientId);
      record.seen.push({
        chatId: chat.id,
        clientIds,
        isWhole: lastUnbroken(messages, chat.id) === chat.lastSeq,
      });
    }
    dispatch({ type: "finished", questionId: question.id });
    nextAt = performance.now() + between(200, 1_500);
  }

  const stopListening = store.subscribe(act);
  const looks = setInterval(act, LOOK_MS);
  const beats = setInterval(() => void beat().catch(() => undefined), BEAT_MS);
  return {
    rest() {
      isResting = true;
    },
    isDone() {
      const { question, finishedId } = store.get();
      return isResting && !isBusy && asked === "" && (question === null || question.id === finishedId);
    },
    close() {
      isClosed = true;
      stopListening();
      clearInterval(looks);
      clearInterval(beats);
      outbox.close();
      realtime.close();
    },
  };
}

/** Whether nothing more will happen with a question while its visitor looks at it. */
function isOver(question: VisitorQuestion, chat: ChatView | null): boolean {
  if (["left", "answered", "withdrawn"].includes(question.state)) return true;
  return chat?.questionId === question.id && chat.state === "ended";
}
