import { z } from "zod";
import { Id, Instant, Names } from "@/lib/domain/schema";
import { RealtimeAddress } from "@/lib/domain/site/view";

export const roomKinds = ["word", "question", "announcement"] as const;

/**
 * What was said in the room, as everybody in it may read it: nothing in it leads to a visitor or to his chat. A hidden
 * message has lost its words, but for managers.
 */
export const RoomMessage = z.strictObject({
  id: Id,
  seq: z.int(),
  clientId: z.string(),
  kind: z.enum(roomKinds),
  /** Null for who is gone with all that was his. */
  author: z
    .strictObject({
      memberId: Id,
      name: z.string(),
      kind: z.enum(["owner", "staff"]),
      pictureUrl: z.string().nullable(),
    })
    .nullable(),
  body: z.string(),
  quote: z.string().nullable(),
  topic: Names.nullable(),
  answersId: Id.nullable(),
  sentAt: Instant,
  isHidden: z.boolean(),
  /** For announcements. */
  pinnedUntil: Instant.nullable(),
});
export type RoomMessage = z.infer<typeof RoomMessage>;

/** `messages`, oldest first, has no holes from `from` on; beginnings of threads come along, wherever they stand. */
export const RoomPage = z.strictObject({ messages: z.array(RoomMessage), from: z.int() });
export type RoomPage = z.infer<typeof RoomPage>;

/** A member's own place in the room. `isReader`: he is still in training, or paused, and reads along. */
export const RoomSelf = z.strictObject({
  memberId: Id,
  kind: z.enum(["owner", "staff"]),
  isReader: z.boolean(),
  mayAnnounce: z.boolean(),
  mayModerate: z.boolean(),
  readSeq: z.int(),
  quietUntil: Instant.nullable(),
  mutedUntil: Instant.nullable(),
  muteReason: z.string().nullable(),
});
export type RoomSelf = z.infer<typeof RoomSelf>;

/** The room as its page opens; `from` and `messages` as in `RoomPage`. */
export const RoomState = z.strictObject({
  now: Instant,
  brandId: Id,
  self: RoomSelf,
  lastSeq: z.int(),
  from: z.int(),
  messages: z.array(RoomMessage),
  announcements: z.array(RoomMessage),
  /** Whom a manager has silenced; empty for everybody else. */
  muted: z.array(z.strictObject({ memberId: Id, name: z.string(), until: Instant, reason: z.string() })),
  realtime: RealtimeAddress,
});
export type RoomState = z.infer<typeof RoomState>;

/** What a desk shows of the room: the announcement that is new to him, and the answers to what he asked from his chats. */
export const DeskRoom = z.strictObject({
  lastSeq: z.int(),
  readSeq: z.int(),
  quietUntil: Instant.nullable(),
  mayAsk: z.boolean(),
  announcement: RoomMessage.nullable(),
  threads: z.array(z.strictObject({ chatId: Id, question: RoomMessage, answers: z.array(RoomMessage) })),
});
export type DeskRoom = z.infer<typeof DeskRoom>;
