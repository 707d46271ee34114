import { mergeMessages } from "@/lib/domain/chat/message-list";
import type { MessageView } from "@/lib/domain/chat/view";
import type { AwardView } from "@/lib/domain/member/view";
import type { OfferView } from "@/lib/domain/offer/view";
import type { Desk, DeskAction, DeskChat, GoneOffer, MemberEvent } from "./desk";
import type { DeskState } from "./view";

/** The desk after an action. Null until it was read for the first time: what comes before that is not kept. */
export function reduceDesk(desk: Desk | null, action: DeskAction): Desk | null {
  if (action.type === "loaded") return loaded(desk, action.snapshot);
  if (!desk) return null;
  switch (action.type) {
    case "event":
      return afterEvent(desk, action.event);
    case "beat": {
      const self = action.withSelf ? action.beat.self : desk.self;
      const numbers = new Map(action.beat.chats.map(({ id, lastSeq }) => [id, lastSeq]));
      const chats = desk.chats.map((chat) => reaching(chat, numbers.get(chat.id)));
      return action.beat.offers.reduce(withOffer, { ...desk, self, chats });
    }
    case "accepted":
      return withChat(withMessages(withoutOffer(desk, action.offerId, null), action.messages), action.chat);
    case "offer-closed":
      return withoutOffer(desk, action.offerId, action.gone);
    case "gone-seen":
      return desk.gone?.offer.id === action.offerId ? { ...desk, gone: null } : desk;
    case "chat":
      return withChat(desk, action.chat);
    case "messages":
      return withMessages(desk, action.messages);
    case "read":
      return patchChat(desk, action.chatId, (chat) => ({
        ...chat,
        ownReadSeq: Math.max(chat.ownReadSeq, action.seq),
      }));
    case "typing-ended":
      return { ...desk, typing: desk.typing.filter((chatId) => chatId !== action.chatId) };
    case "availability-asked":
      return { ...desk, wanted: { isOpen: action.isOpen, openUntil: action.openUntil } };
    case "availability-answered":
      return { ...desk, self: action.self, wanted: null };
    case "availability-refused":
      return { ...desk, wanted: null };
    case "answered":
      return { ...desk, left: desk.left.filter((question) => question.id !== action.questionId) };
  }
}

function loaded(desk: Desk | null, snapshot: DeskState): Desk {
  const { now: _, messages, ...rest } = snapshot;
  const closedOffers = desk?.closedOffers ?? [];
  return {
    ...rest,
    offers: rest.offers.filter((offer) => !closedOffers.includes(offer.id)),
    chats: rest.chats.map((chat) =>
      newer(
        desk?.chats.find((known) => known.id === chat.id),
        chat,
      ),
    ),
    messages: mergeMessages(desk?.messages ?? [], messages),
    gone: desk?.gone ?? null,
    closedOffers,
    typing: desk?.typing ?? [],
    freshAward: desk?.freshAward ?? null,
    wanted: desk?.wanted ?? null,
  };
}

function afterEvent(desk: Desk, event: MemberEvent): Desk {
  switch (event.name) {
    case "offer.made":
      return withOffer(desk, event.data);
    case "offer.withdrawn":
      return withoutOffer(desk, event.data.offerId, event.data);
    case "chat.changed":
      return withChat(desk, event.data);
    case "message.sent":
      return withMessages(desk, [event.data]);
    case "typing":
      return event.data.by === "visitor" && !desk.typing.includes(event.data.chatId)
        ? { ...desk, typing: [...desk.typing, event.data.chatId] }
        : desk;
    case "read": {
      const { chatId, seq, by } = event.data;
      const side = by === "visitor" ? "visitorReadSeq" : "ownReadSeq";
      return patchChat(desk, chatId, (chat) => ({ ...chat, [side]: Math.max(chat[side], seq) }));
    }
    case "thanks.received": {
      if (desk.thanks.some((known) => known.id === event.data.id)) return desk;
      const thanksTotal = desk.thanksTotal + (event.data.counts ? 1 : 0);
      return { ...desk, thanks: [event.data, ...desk.thanks], thanksTotal };
    }
    case "badge.awarded":
      if (desk.awards.some((known) => isSameBadge(known, event.data))) return desk;
      return { ...desk, awards: [event.data, ...desk.awards], freshAward: event.data };
    case "self.changed":
      return { ...desk, self: event.data };
    case "sync":
      return desk;
  }
}

/**
 * A known offer takes the newest words of its question, in its place; a settled one stays away. A question is put to the
 * same person again only when its last offer is over: the older of two lost its end on the way.
 */
function withOffer(desk: Desk, offer: OfferView): Desk {
  if (desk.closedOffers.includes(offer.id)) return desk;
  if (desk.offers.some((known) => known.id === offer.id))
    return { ...desk, offers: desk.offers.map((known) => (known.id === offer.id ? offer : known)) };
  // A question of which he carries the chat already: the offer's end got lost on the way.
  if (desk.chats.some((chat) => chat.questionId === offer.questionId && chat.isMine && chat.state === "open"))
    return desk;
  const rival = desk.offers.find((known) => known.questionId === offer.questionId);
  if (rival && rival.madeAt > offer.madeAt) return withoutOffer(desk, offer.id, null);
  const rest = rival ? withoutOffer(desk, rival.id, null) : desk;
  return { ...rest, offers: [...rest.offers, offer] };
}

function withoutOffer(desk: Desk, offerId: string, gone: Omit<GoneOffer, "offer"> | null): Desk {
  const offer = desk.offers.find((known) => known.id === offerId);
  const closedOffers = desk.closedOffers.includes(offerId)
    ? desk.closedOffers
    : [...desk.closedOffers, offerId].slice(-100);
  if (!offer) return { ...desk, closedOffers };
  const offers = desk.offers.filter((known) => known !== offer);
  return {
    ...desk,
    offers,
    closedOffers,
    gone: gone ? { offer, because: gone.because, by: gone.by } : desk.gone,
  };
}

function withChat(desk: Desk, incoming: DeskChat): Desk {
  const known = desk.chats.find((chat) => chat.id === incoming.id);
  const chat = newer(known, incoming);
  const chats = known ? desk.chats.map((other) => (other === known ? chat : other)) : [chat, ...desk.chats];
  const taken = desk.offers.filter((offer) => offer.questionId === chat.questionId);
  const settled = chat.isMine && chat.state === "open" ? taken : [];
  return settled.reduce<Desk>((result, { id }) => withoutOffer(result, id, null), { ...desk, chats });
}

/** The newer of two snapshots of a chat. Numbers that only grow never shrink, whichever snapshot carries them. */
function newer(known: DeskChat | undefined, incoming: DeskChat): DeskChat {
  if (!known) return incoming;
  const snapshot = incoming.version < known.version ? known : incoming;
  return {
    ...snapshot,
    lastSeq: Math.max(known.lastSeq, incoming.lastSeq),
    visitorReadSeq: Math.max(known.visitorReadSeq, incoming.visitorReadSeq),
    ownReadSeq: Math.max(known.ownReadSeq, incoming.ownReadSeq),
  };
}

/** A chat of which a message number is known. */
function reaching(chat: DeskChat, seq = 0): DeskChat {
  return seq > chat.lastSeq ? { ...chat, lastSeq: seq } : chat;
}

function patchChat(desk: Desk, chatId: string, patch: (chat: DeskChat) => DeskChat): Desk {
  return { ...desk, chats: desk.chats.map((chat) => (chat.id === chatId ? patch(chat) : chat)) };
}

function withMessages(desk: Desk, messages: readonly MessageView[]): Desk {
  const merged = mergeMessages(desk.messages, messages);
  const highest = new Map<string, number>();
  for (const { chatId, seq } of messages) highest.set(chatId, Math.max(seq, highest.get(chatId) ?? 0));
  const spoke = new Set(messages.filter(({ author }) => author === "visitor").map(({ chatId }) => chatId));
  return {
    ...desk,
    messages: merged,
    chats: desk.chats.map((chat) => reaching(chat, highest.get(chat.id))),
    typing: desk.typing.filter((chatId) => !spoke.has(chatId)),
  };
}

const isSameBadge = (a: AwardView, b: AwardView) =>
  a.badge.key === b.badge.key && a.badge.level === b.badge.level;
