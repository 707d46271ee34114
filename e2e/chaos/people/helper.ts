import { beatPace, usualBeatMs } from "@/components/desk/beat-timer";
import { createDeskStore } from "@/components/desk/desk-store";
import { parseMemberEvent } from "@/components/desk/member-event";
import { idOf, type SeededBrand, sessionToken } from "@/e2e/bench/people";
import { asMember, type Http } from "@/e2e/bench/worker/http";
import { between, createCaller } from "@/e2e/chaos/people/caller";
import type { PeopleRecord } from "@/e2e/chaos/people/record";
import { goodbye, type Person } from "@/e2e/chaos/people/visitor";
import type { World } from "@/e2e/chaos/world";
import { errorCode, mayRetry } from "@/lib/client/api-error";
import { createClockOffset } from "@/lib/client/clock-offset";
import { createOutbox } from "@/lib/client/outbox";
import { connectRealtime, type RealtimeStatus } from "@/lib/client/realtime";
import { channels } from "@/lib/domain/channel";
import { messagesOf } from "@/lib/domain/chat/message-list";
import type { ExpertChat, MessageView } from "@/lib/domain/chat/view";
import { missesSomething, openChats } from "@/lib/domain/desk/desk-reading";
import type { BeatAnswer, DeskState } from "@/lib/domain/desk/view";
import type { SelfView } from "@/lib/domain/member/view";
import type { OfferView } from "@/lib/domain/offer/view";

const LOOK_MS = 250;
const RETRY_MS = 500;
/** The share of offers that he passes on. */
const PASSES = 0.08;
/** Refusals that mean: somebody was quicker, or it is over. */
const STALE = ["OFFER_TAKEN", "OFFER_EXPIRED", "QUESTION_CLOSED", "CAPACITY_FULL", "CHAT_ENDED", "NOT_FOUND"];

/** The n-th expert of a brand: confirms and takes what rings, answers each word, on the desk's own store. */
export function openHelper({
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
}): Person & { status(): RealtimeStatus | null } {
  const call = createCaller(http, asMember(sessionToken(brand.number, n)), record);
  const memberId = idOf("member", brand.number, n);
  const base = `/brands/${brand.slug}`;
  const screenId = `chaos-screen-${n}`;
  const clock = createClockOffset();
  const store = createDeskStore({
    clock,
    requests: {
      read: () => call<DeskState>("GET", `${base}/desk`),
      messages: (chatId, after) => call("GET", `${base}/chats/${chatId}/messages?after=${after}`),
    },
  });
  /** Offers and chats that he is about to do something with. */
  const inHand = new Set<string>();
  let status: RealtimeStatus | null = null;
  let isClosed = false;
  const readQuietly = () => void store.read().catch(() => undefined);

  const outbox = createOutbox({
    storage: null,
    storageKey: "",
    onChange: (outgoing) => store.change({ outgoing }),
    async send({ chatId, clientId, body }) {
      const stored = await call<MessageView>("POST", `${base}/chats/${chatId}/messages`, { clientId, body });
      record.messages.push({ chatId, clientId, seq: stored.seq, by: "member" });
      store.apply({ type: "messages", messages: [stored] });
    },
  });

  const own = channels.member(memberId);
  const realtime = connectRealtime({
    address: {
      key: world.address.pusherKey,
      host: "127.0.0.1",
      port: world.links.people.port,
      tls: false,
      path: "",
    },
    channels: [own],
    authorise: (socketId, names) => call("POST", "/realtime/member", { socketId, channels: names }),
    onEvent(_channel, name, data) {
      const event = parseMemberEvent(name, data);
      if (event) store.hear(event);
      else readQuietly();
    },
    onSubscribed: readQuietly,
    onStatus(next) {
      status = next;
      store.change({ connection: next });
      if (next !== "offline") outbox.flush();
    },
    poll: () => store.read(),
  });

  let isBeating = false;
  async function beat(): Promise<void> {
    const sentAt = Date.now();
    store.forgetFailures();
    const answer = await call<BeatAnswer>("POST", `${base}/desk/beat`, { screenId });
    clock.observe(answer.now, sentAt, Date.now());
    const { desk } = store.view();
    const isMissing = !desk || missesSomething(desk, answer);
    store.apply({ type: "beat", beat: answer, withSelf: true });
    if (isMissing) readQuietly();
  }
  const tick = () => {
    if (isBeating) return;
    isBeating = true;
    void beat()
      .catch(() => undefined)
      .finally(() => {
        isBeating = false;
      });
  };
  let paceMs = usualBeatMs;
  let beats = setInterval(tick, paceMs);
  tick();

  function pace(): void {
    const next = beatPace(status, store.view().desk?.self ?? null);
    if (next === paceMs) return;
    paceMs = next;
    clearInterval(beats);
    beats = setInterval(tick, paceMs);
  }

  /** Does something with an offer or a chat after a moment, unless it is in hand already; a failure may be tried again. */
  function once(id: string, work: () => Promise<void>): void {
    if (inHand.has(id)) return;
    inHand.add(id);
    setTimeout(
      () => {
        if (isClosed) return;
        work()
          .catch(async (error: unknown) => {
            const code = errorCode(error);
            if (!mayRetry(error) && !STALE.includes(code))
              record.refusals.set(code, (record.refusals.get(code) ?? 0) + 1);
            if (!mayRetry(error)) readQuietly();
            await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
          })
          .finally(() => {
            inHand.delete(id);
            act();
          });
      },
      between(80, 350),
    );
  }

  async function answerOffer({ id, questionId }: OfferView): Promise<void> {
    const path = `${base}/offers/${id}`;
    const gone = { type: "offer-closed", offerId: id, gone: null } as const;
    try {
      await call("POST", `${path}/delivered`);
      if (Math.random() < PASSES) {
        await call("POST", `${path}/decline`);
        store.apply(gone);
        return;
      }
      const taken = await call<{ chat: ExpertChat; messages: MessageView[] }>("POST", `${path}/accept`);
      record.accepted.push({ questionId, memberId });
      store.apply({ type: "accepted", offerId: id, ...taken });
    } catch (error) {
      if (STALE.includes(errorCode(error))) store.apply(gone);
      throw error;
    }
  }

  function act(): void {
    const { desk, outgoing } = store.view();
    if (!desk || isClosed) return;
    for (const { author, clientId } of desk.messages)
      if (author === "visitor") record.shownToHelpers.add(clientId);
    // The chat has left his hands, or ended.
    for (const { clientId, state } of outgoing) if (state === "failed") outbox.discard(clientId);
    for (const offer of desk.offers) once(offer.id, () => answerOffer(offer));
    // After two offers that he missed, he is away until he says that he is back.
    if (desk.self.isAway || !desk.self.isOpen) {
      once("availability", async () => {
        const json = { isOpen: true, until: null, screenId };
        store.apply({
          type: "availability-answered",
          self: await call<SelfView>("PUT", `${base}/desk/availability`, json),
        });
      });
    }
    for (const { id } of openChats(desk)) {
      if (outgoing.some(({ chatId }) => chatId === id)) continue;
      const last = messagesOf(desk.messages, id).findLast(({ author }) => author !== "system");
      if (last?.author === "member") continue;
      once(id, async () => {
        if (last?.body === goodbye) {
          const chat = await call<ExpertChat>("POST", `${base}/chats/${id}/end`, { end: "solved" });
          store.apply({ type: "chat", chat });
        } else outbox.add({ chatId: id, body: last ? `To what you said: ${last.body}` : "Good day" });
      });
    }
  }

  const stopListening = store.subscribe(() => {
    pace();
    act();
  });
  const looks = setInterval(act, LOOK_MS);
  return {
    rest: () => undefined,
    isDone: () => true,
    status: () => status,
    close() {
      isClosed = true;
      stopListening();
      clearInterval(looks);
      clearInterval(beats);
      outbox.close();
      realtime.close();
      store.stopTimers();
    },
  };
}
