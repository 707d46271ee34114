import type { ExpertChat, MessageView, StaffChat } from "@/lib/domain/chat/view";
import type { memberEvents, Payload } from "@/lib/domain/event";
import type { AwardView, SelfView } from "@/lib/domain/member/view";
import type { OfferView, OfferWithdrawn } from "@/lib/domain/offer/view";
import type { BeatAnswer, DeskState } from "./view";

export type DeskChat = ExpertChat | StaffChat;

/** An event of the member's channel. */
export type MemberEvent = {
  [Name in keyof typeof memberEvents]: { name: Name; data: Payload<typeof memberEvents, Name> };
}[keyof typeof memberEvents];

/** An offer that went away without the member's doing; said once, in its place. */
export type GoneOffer = { offer: OfferView; because: OfferWithdrawn["because"]; by: string | null };

/** What a desk knows: the last snapshot, with everything that came since. */
export type Desk = Omit<DeskState, "now" | "messages" | "chats"> & {
  chats: readonly DeskChat[];
  messages: readonly MessageView[];
  /** The newest offer that went away; null once it was seen. */
  gone: GoneOffer | null;
  /** Offers that are settled: a late answer or event must not bring them back. */
  closedOffers: readonly string[];
  /** Chats whose visitor is writing. */
  typing: readonly string[];
  /** Earned while this desk was open. */
  freshAward: AwardView | null;
  /** An availability that was asked for and not yet answered; it is shown instead of what is known. */
  wanted: { isOpen: boolean; openUntil: string | null } | null;
};

/** Everything that changes a desk. Each may be applied twice: what arrives while the desk is read is applied again after it. */
export type DeskAction =
  | { type: "loaded"; snapshot: DeskState }
  | { type: "event"; event: MemberEvent }
  | { type: "beat"; beat: BeatAnswer; withSelf: boolean }
  | { type: "accepted"; offerId: string; chat: DeskChat; messages: readonly MessageView[] }
  | { type: "offer-closed"; offerId: string; gone: Omit<GoneOffer, "offer"> | null }
  | { type: "gone-seen"; offerId: string }
  | { type: "chat"; chat: DeskChat }
  | { type: "messages"; messages: readonly MessageView[] }
  | { type: "read"; chatId: string; seq: number }
  | { type: "typing-ended"; chatId: string }
  | { type: "availability-asked"; isOpen: boolean; openUntil: string | null }
  | { type: "availability-answered"; self: SelfView }
  | { type: "availability-refused" }
  | { type: "answered"; questionId: string };
