import { ApiError, errorCode } from "@/lib/client/api";
import type { Outbox } from "@/lib/client/outbox";
import type { CannedReply } from "@/lib/domain/canned-reply/view";
import type { AttachmentView, HandoverChoices, MessageView } from "@/lib/domain/chat/view";
import type { LeftClaim } from "@/lib/domain/desk/view";
import type { FlagSomething } from "@/lib/domain/moderation/schema";
import type { DeskRequests, ProposedHandover } from "./desk-requests";
import type { DeskStore } from "./desk-store";
import { createEndings } from "./endings";

const TYPING_PAUSE_MS = 3_000;

/** What a member does at his desk. What is refused rejects with ApiError, after the screen was put right. */
export type DeskActions = {
  setAvailability(isOpen: boolean, until: string | null): Promise<void>;
  /** To be called when the offer is shown. */
  confirmDelivery(offerId: string): void;
  /** The chat's id; null when the offer had gone, which the desk then says in its place. */
  accept(offerId: string): Promise<string | null>;
  pass(offerId: string): Promise<void>;
  offerSeen(offerId: string): void;
  send(message: { chatId: string; body: string; attachment: AttachmentView | null }): void;
  retry(clientId: string): void;
  discard(clientId: string): void;
  typing(chatId: string): void;
  markRead(chatId: string, seq: number): void;
  /** Ends a chat at once. */
  end(chatId: string, end: "solved" | "unsolved"): Promise<void>;
  /** Ends a chat as solved in a moment, unless it is kept. Resolves then, or once it is kept. */
  endSoon(chatId: string): Promise<void>;
  holdEnding(chatId: string, isHeld: boolean): void;
  /** Calls an ending off. False when there was none. */
  keepChat(chatId: string): boolean;
  /** The chats whose ending cannot wait any longer, since the page goes. */
  takeEndings(): readonly string[];
  handoverChoices(chatId: string): Promise<HandoverChoices>;
  proposeHandover(chatId: string, handover: ProposedHandover): Promise<void>;
  cancelHandover(chatId: string): Promise<void>;
  /** Gives a chat to staff at once, without a word to explain. */
  stepOut(chatId: string): Promise<void>;
  /** Keeps a silent chat open, and says to its visitor that something is being looked up. */
  keepOpen(chatId: string): Promise<void>;
  /** Takes up again a chat that was lost and still waits. */
  resume(chatId: string): Promise<void>;
  /** What was said in a chat that is being offered. */
  transcript(offerId: string): Promise<readonly MessageView[]>;
  /** `clientId` is kept by the writer of the answer, so that trying again answers once. */
  answerLeft(questionId: string, clientId: string, body: string): Promise<void>;
  /** Begins, or goes on, to write the answer to a left question; answers what was said so far. */
  claimLeft(questionId: string): Promise<LeftClaim>;
  /** Leaves a left question to others. */
  releaseLeft(questionId: string): void;
  /** Messages of a chat that is not open, or whose pictures' addresses have lapsed. */
  loadMessages(chatId: string): Promise<void>;
  /** Tells the moderators of a message, or of the chat's visitor. */
  report(chatId: string, report: FlagSomething): Promise<void>;
  /** The brand's canned replies; for staff. */
  readReplies(): Promise<readonly CannedReply[]>;
  tryAgain(): void;
};

/** How an offer went, by the refusal of an acceptance. */
const goneBy: Record<string, "taken" | "expired" | "withdrawn"> = {
  OFFER_TAKEN: "taken",
  OFFER_EXPIRED: "expired",
  QUESTION_CLOSED: "withdrawn",
  NOT_FOUND: "withdrawn",
};

export function deskActions({
  store,
  requests,
  screenId,
  outbox,
  selfChanged,
}: {
  store: DeskStore;
  requests: DeskRequests;
  screenId: string;
  outbox: () => Outbox | null;
  /** To be called whenever the member's own state was set here. */
  selfChanged: () => void;
}): DeskActions {
  const confirmed = new Set<string>();
  const lastTyping = new Map<string, number>();

  async function confirm(offerId: string): Promise<void> {
    try {
      await requests.confirmDelivery(offerId);
    } catch (error) {
      // The proof that this screen rings is worth a second try.
      if (errorCode(error) === "OFFLINE") await requests.confirmDelivery(offerId);
    }
  }

  async function end(chatId: string, how: "solved" | "unsolved"): Promise<void> {
    store.apply({ type: "chat", chat: await requests.end(chatId, how) });
  }
  const endings = createEndings({
    end: (chatId) => end(chatId, "solved"),
    onChange: (next) => store.change({ endings: next }),
  });

  return {
    async setAvailability(isOpen, openUntil) {
      store.apply({ type: "availability-asked", isOpen, openUntil });
      selfChanged();
      try {
        const self = await requests.setAvailability({ isOpen, until: openUntil, screenId });
        store.apply({ type: "availability-answered", self });
      } catch (error) {
        store.apply({ type: "availability-refused" });
        throw error;
      } finally {
        selfChanged();
      }
    },
    confirmDelivery(offerId) {
      if (confirmed.has(offerId)) return;
      confirmed.add(offerId);
      confirm(offerId).catch(() => {});
    },
    async accept(offerId) {
      store.hold(offerId, true);
      try {
        const { chat, messages } = await requests.accept(offerId);
        store.apply({ type: "accepted", offerId, chat, messages });
        return chat.id;
      } catch (error) {
        const because = goneBy[errorCode(error)];
        if (!because) throw error;
        const by = error instanceof ApiError && error.params.by ? String(error.params.by) : null;
        store.apply({ type: "offer-closed", offerId, gone: { because, by } });
        return null;
      } finally {
        store.hold(offerId, false);
      }
    },
    async pass(offerId) {
      await requests.decline(offerId);
      store.apply({ type: "offer-closed", offerId, gone: null });
    },
    offerSeen: (offerId) => store.apply({ type: "gone-seen", offerId }),
    send(message) {
      // Whoever has more to say does not end it yet.
      endings.keep(message.chatId);
      outbox()?.add(message);
    },
    retry: (clientId) => outbox()?.retry(clientId),
    discard: (clientId) => outbox()?.discard(clientId),
    typing(chatId) {
      const now = Date.now();
      if (now - (lastTyping.get(chatId) ?? 0) < TYPING_PAUSE_MS) return;
      lastTyping.set(chatId, now);
      requests.typing(chatId).catch(() => {});
    },
    markRead(chatId, seq) {
      store.apply({ type: "read", chatId, seq });
      requests.markRead(chatId, seq).catch(() => {});
    },
    async end(chatId, how) {
      endings.keep(chatId);
      await end(chatId, how);
    },
    endSoon: endings.begin,
    holdEnding: endings.hold,
    keepChat: endings.keep,
    takeEndings: endings.takeAll,
    handoverChoices: (chatId) => requests.handoverChoices(chatId),
    async proposeHandover(chatId, handover) {
      store.apply({ type: "chat", chat: await requests.proposeHandover(chatId, handover) });
    },
    async keepOpen(chatId) {
      await requests.keepOpen(chatId);
      await store.readMessages(chatId);
    },
    async resume(chatId) {
      try {
        const { chat, messages } = await requests.resume(chatId);
        store.apply({ type: "chat", chat });
        store.apply({ type: "messages", messages });
      } catch (error) {
        // Somebody was faster, or it is over: the desk says what became of it.
        store.read().catch(() => {});
        throw error;
      }
    },
    transcript: async (offerId) => (await requests.transcript(offerId)).messages,
    async stepOut(chatId) {
      await requests.stepOut(chatId);
      await store.read();
    },
    async cancelHandover(chatId) {
      store.apply({ type: "chat", chat: await requests.cancelHandover(chatId) });
    },
    async answerLeft(questionId, clientId, body) {
      try {
        await requests.answerLeft(questionId, { clientId, body });
      } catch (error) {
        if (["ANSWER_EXISTS", "QUESTION_CLOSED", "LEFT_CLAIMED"].includes(errorCode(error)))
          store.read().catch(() => {});
        throw error;
      }
      store.apply({ type: "answered", questionId });
    },
    claimLeft: (questionId) =>
      requests.claimLeft(questionId).catch((error: unknown) => {
        if (errorCode(error) !== "OFFLINE") store.read().catch(() => {});
        throw error;
      }),
    releaseLeft: (questionId) => void requests.releaseLeft(questionId).catch(() => {}),
    async loadMessages(chatId) {
      const { messages } = await requests.messages(chatId, 0);
      store.apply({ type: "messages", messages });
    },
    async report(chatId, report) {
      await requests.report(chatId, report);
    },
    readReplies: async () => (await requests.replies()).replies,
    tryAgain: () => void store.read().catch(() => {}),
  };
}
