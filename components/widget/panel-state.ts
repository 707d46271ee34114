import type { OutgoingMessage } from "@/lib/client/outbox";
import type { RealtimeStatus } from "@/lib/client/realtime";
import { mergeMessages, messagesOf } from "@/lib/domain/chat/message-list";
import type { ChatView, MessageView } from "@/lib/domain/chat/view";
import type { VisitorQuestion, VisitorState } from "@/lib/domain/question/view";
import type { SiteView } from "@/lib/domain/site/view";
import type { Availability } from "@/lib/domain/targeting/launcher";
import type { PageContext } from "@/lib/widget/protocol";

export type PanelState = {
  /** Null until it was read. */
  site: SiteView | null;
  availability: Availability | null;
  /** What is being read for the first time; `failed` when that did not succeed yet. */
  start: "site" | "visitor" | "failed" | "done";
  firstName: string | null;
  /** He may not ask before then; ISO 8601. */
  bannedUntil: string | null;
  /** What the host's page says of the moment. */
  context: PageContext;
  question: VisitorQuestion | null;
  chat: ChatView | null;
  /** Who could go on live about an answered question, as it was when it was read. */
  here: VisitorState["here"] | null;
  /** Of this chat alone, oldest first. */
  messages: readonly MessageView[];
  outgoing: readonly OutgoingMessage[];
  /** Null while there is nothing to listen to. */
  status: RealtimeStatus | null;
  typing: string | null;
  isTyping: boolean;
  /** The question that the visitor has put behind him: rated, skipped, read. */
  finishedId: string | null;
  /** Just rated: thanked once. */
  isThanked: boolean;
  /** The last message that the visitor has had before his eyes. */
  seen: { chatId: string; seq: number } | null;
  /** The panel is open on the host's page. */
  isShown: boolean;
};

export const initialState: PanelState = {
  site: null,
  availability: null,
  start: "site",
  firstName: null,
  bannedUntil: null,
  context: {},
  question: null,
  chat: null,
  here: null,
  messages: [],
  outgoing: [],
  status: null,
  typing: null,
  isTyping: false,
  finishedId: null,
  isThanked: false,
  seen: null,
  isShown: false,
};

export type PanelAction =
  | { type: "site"; site: SiteView }
  | { type: "start"; start: PanelState["start"] }
  | { type: "availability"; availability: Availability }
  | { type: "context"; context: PageContext }
  /** `known`: the question that was shown when this was asked for. */
  | { type: "read"; state: VisitorState; known: string | null }
  | { type: "question"; question: VisitorQuestion }
  | { type: "chat"; chat: ChatView }
  | { type: "messages"; messages: readonly MessageView[] }
  | { type: "outgoing"; outgoing: readonly OutgoingMessage[] }
  | { type: "status"; status: RealtimeStatus | null }
  | { type: "typing"; chatId: string; name: string | null }
  | { type: "typingOver" }
  | { type: "readByHelper"; chatId: string; seq: number }
  | { type: "seen"; seq: number }
  | { type: "shown"; isShown: boolean }
  | { type: "thanked" }
  | { type: "finished"; questionId: string }
  | { type: "restored"; finishedId: string | null; seen: { chatId: string; seq: number } | null };

/** Applies one thing that happened. Snapshots may come late, twice or out of order; the newest stays. */
export function reducePanel(state: PanelState, action: PanelAction): PanelState {
  switch (action.type) {
    case "site":
      return withAvailability({ ...state, site: action.site }, action.site.availability);
    case "start":
      return { ...state, start: action.start };
    case "availability":
      return withAvailability(state, action.availability);
    case "context":
      return { ...state, context: action.context };
    case "read": {
      const {
        visitor,
        availability,
        question,
        chat,
        messages,
        here = null,
        bannedUntil = null,
      } = action.state;
      let next: PanelState = { ...state, start: "done", firstName: visitor.firstName, here, bannedUntil };
      next = withAvailability(next, availability);
      if (isOvertaken(state, action)) return next;
      next = question ? withQuestion(next, question) : { ...next, question: null };
      next = chat ? withChat(next, chat) : { ...next, chat: null, messages: [] };
      // Read before its chat changed, it tells of messages that were hidden since: only what is new of it is believed.
      const isOlder = chat !== null && next.chat !== null && next.chat.version > chat.version;
      const known = new Set(next.messages.map(({ seq }) => seq));
      return withMessages(next, isOlder ? messages.filter(({ seq }) => !known.has(seq)) : messages);
    }
    case "question":
      return withQuestion(state, action.question);
    case "chat":
      return withChat(state, action.chat);
    case "messages":
      return withMessages(state, action.messages);
    case "outgoing":
      return { ...state, outgoing: action.outgoing };
    case "status":
      return { ...state, status: action.status };
    case "typing":
      return action.chatId === state.chat?.id
        ? { ...state, typing: action.name ?? state.chat.helper?.name ?? null, isTyping: true }
        : state;
    case "typingOver":
      return { ...state, typing: null, isTyping: false };
    case "readByHelper":
      return state.chat?.id === action.chatId && action.seq > state.chat.readSeq
        ? { ...state, chat: { ...state.chat, readSeq: action.seq } }
        : state;
    case "seen":
      return state.chat && action.seq > seenSeq(state)
        ? { ...state, seen: { chatId: state.chat.id, seq: action.seq } }
        : state;
    case "shown":
      return { ...state, isShown: action.isShown };
    case "thanked":
      return { ...state, isThanked: true };
    case "finished":
      return { ...state, finishedId: action.questionId, isThanked: false };
    case "restored":
      return { ...state, finishedId: action.finishedId, seen: action.seen };
  }
}

/** The number of the last message seen in the present chat; 0 for none. */
export function seenSeq({ seen, chat }: PanelState): number {
  return seen && seen.chatId === chat?.id ? seen.seq : 0;
}

function withAvailability(state: PanelState, heard: Availability): PanelState {
  const isOlder = state.availability && state.availability.version > heard.version;
  return isOlder ? state : { ...state, availability: heard };
}

/** The end of its chat may be known before the question's own. */
function isOnItsWay(question: VisitorQuestion | null, chat: ChatView | null): boolean {
  if (chat?.state === "ended" && chat.questionId === question?.id) return false;
  return ["asked", "offering", "calling", "matched"].includes(question?.state ?? "");
}

/** Asked for before the question that is shown was asked, an answer knows nothing of it. */
function isOvertaken(
  { question: shown }: PanelState,
  { state: { question, chat }, known }: Extract<PanelAction, { type: "read" }>,
): boolean {
  if (shown === null || shown.id === known || shown.id === question?.id) return false;
  return !isOnItsWay(question, chat);
}

function withQuestion(state: PanelState, question: VisitorQuestion): PanelState {
  const known = state.question;
  if (known?.id === question.id && known.version > question.version) return state;
  // One on its way comes after one that is over, even where the server's clock was set back in between.
  const isNext = isOnItsWay(question, null) && !isOnItsWay(known, state.chat);
  if (known && known.id !== question.id && known.askedAt > question.askedAt && !isNext) return state;
  const isAnother = known?.id !== question.id;
  const chat = isAnother && state.chat?.questionId !== question.id ? null : state.chat;
  return {
    ...state,
    question,
    chat,
    messages: chat ? state.messages : [],
    isThanked: isAnother ? false : state.isThanked,
  };
}

function withChat(state: PanelState, chat: ChatView): PanelState {
  const known = state.chat;
  if (known?.id === chat.id) {
    if (known.version > chat.version) return state;
    return { ...state, chat: { ...chat, readSeq: Math.max(chat.readSeq, known.readSeq) } };
  }
  const isNext = chat.state === "open" && known?.state === "ended";
  if (known && known.startedAt > chat.startedAt && !isNext) return state;
  return { ...state, chat, messages: [], typing: null, isTyping: false };
}

function withMessages(state: PanelState, incoming: readonly MessageView[]): PanelState {
  const { chat } = state;
  if (!chat) return state;
  const messages = mergeMessages(state.messages, messagesOf(incoming, chat.id));
  if (messages === state.messages) return state;
  const wroteNow = incoming.some(({ author }) => author === "member");
  return { ...state, messages, ...(wroteNow ? { typing: null, isTyping: false } : {}) };
}
