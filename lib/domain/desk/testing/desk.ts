import type { ExpertChat, MessageView } from "@/lib/domain/chat/view";
import type { Desk } from "@/lib/domain/desk/desk";
import { reduceDesk } from "@/lib/domain/desk/desk-state";
import type { BeatAnswer, DeskState } from "@/lib/domain/desk/view";
import type { ThanksView } from "@/lib/domain/member/view";
import type { OfferView } from "@/lib/domain/offer/view";

/** An id that reads as its number. */
export const id = (number: number) => number.toString(16).padStart(32, "0");
/** So many seconds after the beginning of the story. */
export const at = (seconds: number) => new Date(Date.UTC(2026, 10, 21, 9) + seconds * 1000).toISOString();

const battery = { en: "Battery", fr: "Batterie" };

export const offer = (number: number, more: Partial<OfferView> = {}): OfferView => ({
  id: id(number),
  questionId: id(1000 + number),
  firstName: "Marie",
  text: "Does the battery survive winter?",
  topic: battery,
  pageTitle: "Volt 3 City",
  language: "en",
  reason: { topic: battery, thanks: 3, owns: null, openCall: false, because: [] },
  capsule: null,
  handover: null,
  hasTranscript: false,
  madeAt: at(0),
  expiresAt: at(20),
  ...more,
});

export const chat = (number: number, more: Partial<ExpertChat> = {}): ExpertChat => ({
  id: id(number),
  questionId: id(1000 + number),
  version: 1,
  state: "open",
  end: null,
  firstName: "Marie",
  question: "Does the battery survive winter?",
  topic: battery,
  pageTitle: "Volt 3 City",
  language: "en",
  lastSeq: 0,
  visitorReadSeq: 0,
  ownReadSeq: 0,
  isMine: true,
  capsule: null,
  handover: null,
  parting: null,
  startedAt: at(0),
  endedAt: null,
  ...more,
});

export const message = (chatNumber: number, seq: number, more: Partial<MessageView> = {}): MessageView => ({
  id: id(chatNumber * 100 + seq),
  chatId: id(chatNumber),
  seq,
  clientId: `client-${chatNumber}-${seq}`,
  author: "visitor",
  helper: null,
  body: `message ${seq}`,
  system: null,
  sentAt: at(seq),
  isHidden: false,
  attachment: null,
  ...more,
});

export const thanks = (number: number, more: Partial<ThanksView> = {}): ThanksView => ({
  id: id(number),
  stars: 5,
  words: "Thank you",
  from: "Marie",
  topic: battery,
  counts: true,
  thankedAt: at(number),
  ...more,
});

export const snapshot = (more: Partial<DeskState> = {}): DeskState => ({
  now: at(0),
  brand: { id: id(1), slug: "volt", name: "Volt & Vélo" },
  self: {
    id: id(2),
    role: "expert",
    kind: "owner",
    name: "Nadia",
    initials: "N",
    tint: "sage",
    capacity: 2,
    load: 0,
    isOpen: true,
    openUntil: null,
    isAway: false,
    isInHours: true,
    opensAt: null,
    isRaised: false,
    ownTime: {
      habitUntil: null,
      quietUntil: null,
      energy: { used: 2, of: 6 },
      rest: null,
      vacation: null,
      offersBreath: false,
    },
    isPausedByManager: false,
    languages: ["en"],
  },
  realtime: { key: "key", host: "localhost", port: 1, tls: false, path: "" },
  offers: [],
  chats: [],
  messages: [],
  left: [],
  thanks: [],
  thanksTotal: 0,
  awards: [],
  nextBadge: null,
  othersOnline: 0,
  ...more,
});

/** A desk that was just read. */
export function desk(more: Partial<DeskState> = {}): Desk {
  const read = reduceDesk(null, { type: "loaded", snapshot: snapshot(more) });
  if (!read) throw new Error("a desk that was read is there");
  return read;
}

export const beat = (more: Partial<BeatAnswer> = {}): BeatAnswer => ({
  now: at(10),
  self: snapshot().self,
  offers: [],
  chats: [],
  ...more,
});
