import { z } from "zod";
import { maxMessageLength } from "@/lib/domain/chat/schema";
import { ClientId, Id, Instant, words } from "@/lib/domain/schema";

/** A question to colleagues is read beside a running chat: it stays short. UTF-16 units. */
export const maxAskLength = 1_000;
/** An announcement stands on every desk. */
export const maxAnnouncementLength = 600;
/** A manager's mute and an announcement end within so many days. */
export const maxRoomDays = 90;

const said = (max: number) => words(max).refine((text) => text !== "", "empty");

/** A word in the room, or in the thread of another. */
export const WriteInRoom = z.strictObject({
  clientId: ClientId,
  body: said(maxMessageLength),
  answersId: Id.optional(),
});
export type WriteInRoom = z.infer<typeof WriteInRoom>;

/** A question to colleagues out of a running chat. */
export const AskColleagues = z.strictObject({
  clientId: ClientId,
  body: said(maxAskLength),
  quote: words(maxAskLength).optional(),
});
export type AskColleagues = z.infer<typeof AskColleagues>;

export const Announce = z.strictObject({
  clientId: ClientId,
  body: said(maxAnnouncementLength),
  until: Instant,
});
export type Announce = z.infer<typeof Announce>;

/** What a member says of his own place: read so far, told of, and until when he wants to hear nothing (null: at once). */
export const ChangePlace = z.strictObject({
  readSeq: z.int().min(0).optional(),
  toldSeq: z.int().min(0).optional(),
  quietUntil: Instant.nullable().optional(),
});
export type ChangePlace = z.infer<typeof ChangePlace>;

/** A manager silences a member in the room until then, and says why; null lets him speak again. */
export const MuteMember = z
  .strictObject({ until: Instant.nullable(), reason: words(300) })
  .refine(({ until, reason }) => until === null || reason !== "", { path: ["reason"], message: "empty" });
export type MuteMember = z.infer<typeof MuteMember>;

const Seq = z.coerce.number().int().min(0).max(2_147_483_647);
export const RoomQuery = z.object({ after: Seq.optional(), before: Seq.optional() });
export type RoomQuery = z.infer<typeof RoomQuery>;
