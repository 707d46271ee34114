import { z } from "zod";
import { ChatView, ExpertChat, MessageView, StaffChat } from "./chat/view";
import { AwardView, SelfView, ThanksView } from "./member/view";
import { OfferView, OfferWithdrawn } from "./offer/view";
import { VisitorQuestion } from "./question/view";
import { RoomMessage } from "./room/view";
import { Id } from "./schema";
import { Availability } from "./site/view";

const Typing = z.strictObject({ chatId: Id, name: z.string().nullable(), by: z.enum(["visitor", "member"]) });
const Read = z.strictObject({ chatId: Id, seq: z.int(), by: z.enum(["visitor", "member"]) });

/**
 * Every event, by who hears it. Payloads are the views of the API; `message.sent` carries its chat's seq, the others
 * are snapshots that may be applied twice. `sync` says only: read again (it stands for what exceeds the event size).
 */
export const visitorEvents = {
  "question.changed": VisitorQuestion,
  "chat.changed": ChatView,
  "message.sent": MessageView,
  typing: Typing,
  read: Read,
  sync: z.strictObject({}),
} as const;

export const memberEvents = {
  "offer.made": OfferView,
  "offer.withdrawn": OfferWithdrawn,
  "chat.changed": z.union([StaffChat, ExpertChat]),
  "message.sent": MessageView,
  typing: Typing,
  read: Read,
  "thanks.received": ThanksView,
  "badge.awarded": AwardView,
  "self.changed": SelfView,
  sync: z.strictObject({}),
} as const;

export const brandEvents = { "board.changed": z.strictObject({}) } as const;

export const watchEvents = { "message.sent": MessageView, typing: Typing, sync: z.strictObject({}) } as const;

/** Of a brand's back room, to everybody in it. `sync`: something that was said has changed. */
export const roomEvents = { "room.message": RoomMessage, sync: z.strictObject({}) } as const;

export const siteEvents = { availability: Availability } as const;

export type Payload<M extends Record<string, z.ZodType>, N extends keyof M> = z.infer<M[N]>;
