import { errorCode } from "@/lib/client/api-error";
import { backoffMs } from "@/lib/client/backoff";
import { createClockOffset } from "@/lib/client/clock-offset";
import { createOutbox } from "@/lib/client/outbox";
import type { Realtime } from "@/lib/client/realtime";
import { channels } from "@/lib/domain/channel";
import { hasGap, lastUnbroken } from "@/lib/domain/chat/message-list";
import type { ChatView, MessageView } from "@/lib/domain/chat/view";
import type { Locale } from "@/lib/domain/locale";
import type { VisitorQuestion, VisitorState } from "@/lib/domain/question/view";
import type { PageContext } from "@/lib/widget/protocol";
import { cleanContext } from "./context";
import { createIdentityStore, frameStorage } from "./identity";
import { initialState, type PanelAction, type PanelState, reducePanel } from "./panel-state";
import { ignoreRefusal } from "./problem";
import { isLive, screenOf } from "./screen";
import { createStore } from "./store";
import { createVisitorApi } from "./visitor-api";

const BEAT_MS = 15_000;
const TYPING_MS = 6_000;
/** A sign of typing that comes this soon after the message it led to is an old one. */
const TYPING_LATE_MS = 1_500;
const CONTEXT_MS = 600;
const RELOAD_MS = 3_000;
const FIRST_RETRY_MS = 2_000;
const MOST_RETRY_MS = 30_000;

/**
 * The panel's half that talks to the server: reads what is, listens to what changes, keeps the queue of messages. The
 * screens read `store` and act through actions.ts.
 */
export function createSession(options: { siteKey: string; language: Locale }) {
  const { siteKey, language } = options;
  const store = createStore<PanelState, PanelAction>(reducePanel, initialState);
  const identity = createIdentityStore(siteKey);
  const clock = createClockOffset();
  const api = createVisitorApi({ token: () => identity.get()?.token ?? null, clock });
  let realtime: Realtime | null = null;
  let connectRealtime: typeof import("@/lib/client/realtime").connectRealtime | null = null;
  let isLoading = false;
  let isLeaving = false;
  let brandToken: string | null = null;
  let reading: Promise<void> | null = null;
  let readAgain = false;
  let typingTimer: ReturnType<typeof setTimeout> | undefined;
  let contextTimer: ReturnType<typeof setTimeout> | undefined;
  let heardAt = 0;
  let failures = 0;

  const outboxKey = `entraide:${siteKey}:outbox`;
  const outbox = createOutbox({
    storage: frameStorage("sessionStorage"),
    storageKey: outboxKey,
    onChange: (outgoing) => store.dispatch({ type: "outgoing", outgoing }),
    async send({ chatId, clientId, body, attachment }) {
      const stored = await api.send(chatId, {
        clientId,
        body,
        ...(attachment ? { attachmentId: attachment.id } : {}),
      });
      store.dispatch({ type: "messages", messages: [stored] });
    },
  });
  store.dispatch({ type: "outgoing", outgoing: outbox.items() });

  /** Reads the state of things; calls that come meanwhile share one more reading. Throws ApiError. */
  function read(): Promise<void> {
    if (reading !== null) {
      readAgain = true;
      return reading;
    }
    reading = (async () => {
      do {
        readAgain = false;
        await readOnce();
      } while (readAgain);
    })().finally(() => {
      reading = null;
    });
    return reading;
  }

  async function readState(after: number): Promise<VisitorState> {
    const known = store.get().question?.id ?? null;
    const state = await api.state(after);
    store.dispatch({ type: "read", state, known });
    return state;
  }

  async function readOnce(): Promise<void> {
    const { chat, messages } = store.get();
    const after = chat ? lastUnbroken(messages, chat.id) : 0;
    try {
      const answer = await readState(after);
      follow(answer.visitor.id);
      // Another chat begins at its first message; a changed one may have hidden an old message.
      const isSame = answer.chat?.id === chat?.id && answer.chat?.version === chat?.version;
      if (after > 0 && !isSame) await readState(0);
    } catch (error) {
      if (errorCode(error) === "SIGNED_OUT") forget();
      throw error;
    }
  }

  /** The brand's word may have made several browsers one person: what concerns him comes by that person's channel. */
  function follow(visitorId: string): void {
    const known = identity.get();
    if (!known || known.visitorId === visitorId) return;
    identity.set({ ...known, visitorId });
    realtime?.close();
    realtime = null;
    review();
  }

  /** Loads the panel anew for whom this browser holds now: nothing of the one before stays in it, unsent words neither. */
  function begin(): void {
    outbox.close();
    addEventListener("pagehide", () => frameStorage("sessionStorage")?.removeItem(outboxKey));
    location.reload();
  }

  /** Forgets the visitor in this browser. What he asked goes on existing on the server. */
  function forget(): void {
    identity.set(null);
    begin();
  }

  /** Erases the visitor, deaf to what is told of it meanwhile, then forgets him. Throws ApiError. */
  async function erase(): Promise<void> {
    isLeaving = true;
    review();
    await api.erase().catch((error) => {
      isLeaving = false;
      review();
      throw error;
    });
    forget();
  }

  /** Reads without a caller who could do something about a failure: the next beat or poll comes anyway. */
  function readQuietly(): void {
    read().catch(() => {});
  }

  function hear(name: string, data: unknown): void {
    if (name === "question.changed") {
      store.dispatch({ type: "question", question: data as VisitorQuestion });
    } else if (name === "chat.changed") {
      store.dispatch({ type: "chat", chat: data as ChatView });
    } else if (name === "message.sent") {
      store.dispatch({ type: "messages", messages: [data as MessageView] });
      if ((data as MessageView).author === "member") heardAt = Date.now();
      if (store.get().chat?.id !== (data as MessageView).chatId) readQuietly();
    } else if (name === "typing") {
      const { chatId, name: who, by } = data as { chatId: string; name: string | null; by: string };
      if (by !== "member" || Date.now() - heardAt < TYPING_LATE_MS) return;
      store.dispatch({ type: "typing", chatId, name: who });
      clearTimeout(typingTimer);
      typingTimer = setTimeout(() => store.dispatch({ type: "typingOver" }), TYPING_MS);
    } else if (name === "read") {
      const { chatId, seq, by } = data as { chatId: string; seq: number; by: string };
      if (by === "member") store.dispatch({ type: "readByHelper", chatId, seq });
    } else if (name === "sync") readQuietly();
    const { question, chat, messages } = store.get();
    const isIncomplete = chat ? hasGap(messages, chat.id, chat.lastSeq) : question?.state === "matched";
    if (isIncomplete) readQuietly();
  }

  /** The live line is loaded once there is something to hear of; until it is there, things are asked for. */
  function loadRealtime(): void {
    if (isLoading) return;
    isLoading = true;
    import("@/lib/client/realtime").then(
      (module) => {
        connectRealtime = module.connectRealtime;
        review();
      },
      () => {
        setTimeout(() => {
          isLoading = false;
          readQuietly();
          review();
        }, RELOAD_MS);
      },
    );
  }

  /** Listens while there is something to hear of, and no longer. */
  function review(): void {
    const { site } = store.get();
    const visitor = identity.get();
    const screen = screenOf(store.get(), clock.now());
    const isQuiet = isLeaving || ["ask", "loading", "unreachable", "thanks"].includes(screen);
    const isWanted = site && visitor && !isQuiet;
    if (isWanted && !connectRealtime) {
      loadRealtime();
    } else if (isWanted && connectRealtime && !realtime) {
      realtime = connectRealtime({
        address: site.realtime,
        channels: [channels.visitor(visitor.visitorId)],
        authorise: api.authorise,
        onEvent: (_channel, name, data) => hear(name, data),
        onSubscribed: readQuietly,
        onStatus(status) {
          store.dispatch({ type: "status", status });
          if (status !== "offline") outbox.flush();
        },
        poll: read,
      });
    } else if (!isWanted && realtime && screen !== "unreachable") {
      realtime.close();
      realtime = null;
      store.dispatch({ type: "status", status: null });
    }
  }

  async function beat(): Promise<void> {
    if (isLeaving || !isLive(store.get())) return;
    try {
      const newest = await api.beat();
      const { question, chat, messages } = store.get();
      const isNew =
        newest.question?.id !== question?.id ||
        newest.question?.version !== question?.version ||
        newest.chat?.id !== chat?.id ||
        newest.chat?.version !== chat?.version ||
        (newest.chat !== null && hasGap(messages, newest.chat.id, newest.chat.lastSeq));
      if (isNew) await read();
    } catch {
      // The next beat comes, and polling runs while the line is down.
    }
  }

  /** Reads the site, and the visitor where there is one; tries again until both are had. */
  async function start(): Promise<void> {
    try {
      if (!store.get().site) store.dispatch({ type: "site", site: await api.site(siteKey, language) });
      const known = identity.get();
      if (known) {
        store.dispatch({ type: "restored", finishedId: known.finishedId, seen: known.seen });
        if (store.get().start !== "done") store.dispatch({ type: "start", start: "visitor" });
        await read();
      }
      store.dispatch({ type: "start", start: "done" });
      failures = 0;
    } catch (error) {
      if (errorCode(error) === "SIGNED_OUT") return;
      store.dispatch({ type: "start", start: "failed" });
      setTimeout(() => void start(), backoffMs(failures, FIRST_RETRY_MS, MOST_RETRY_MS));
      failures += 1;
    }
  }

  /** The visitor's token, minted at his first question; what the page said of him goes with it. */
  async function ensureVisitor(): Promise<void> {
    loadRealtime();
    if (!identity.get()) {
      const { token, visitorId } = await api.createVisitor(siteKey, language);
      identity.set({ token, visitorId, finishedId: null, seen: null });
      if (brandToken) await api.identify(brandToken).catch(ignoreRefusal);
    }
    await api.context(cleanContext(store.get().context)).catch(ignoreRefusal);
  }

  store.subscribe(review);
  identity.onOtherTab((before) => {
    if (before && before.token !== identity.get()?.token) begin();
    else void start();
  });
  setInterval(() => void beat(), BEAT_MS);

  return {
    store,
    api,
    clock,
    outbox,
    identity,
    language,
    read,
    /** Reads everything again, from the first message on. Throws ApiError. */
    readAll: () => readState(0),
    start,
    forget,
    erase,
    ensureVisitor,
    setContext(next: PageContext): void {
      store.dispatch({ type: "context", context: next });
      if (!identity.get()) return;
      clearTimeout(contextTimer);
      contextTimer = setTimeout(() => void api.context(cleanContext(next)).catch(() => {}), CONTEXT_MS);
    },
    /** Null once nobody is signed in on the host's page. */
    setBrandToken(token: string | null): void {
      if (token === brandToken) return;
      brandToken = token;
      if (token && identity.get()) api.identify(token).then(readQuietly, () => {});
    },
  };
}

export type Session = ReturnType<typeof createSession>;
