import { helperKind } from "@/lib/domain/member/role";
import type { RoomMessage } from "@/lib/domain/room/view";
import { roomKinds } from "@/lib/domain/room/view";
import { Names } from "@/lib/domain/schema";
import { pictureAddress } from "@/lib/server/picture/picture-address";
import type { Prisma } from "@/prisma/generated/client";

/** What a message's view is made of; the chat that it was asked from is not among it. */
export const roomSelect = {
  id: true,
  seq: true,
  clientId: true,
  kind: true,
  body: true,
  quote: true,
  answersId: true,
  sentAt: true,
  hiddenAt: true,
  pinnedUntil: true,
  topic: { select: { names: true } },
  member: { select: { id: true, displayName: true, role: true, pictureKey: true, erasedAt: true } },
} as const satisfies Prisma.RoomMessageSelect;

export type RoomRow = Prisma.RoomMessageGetPayload<{ select: typeof roomSelect }>;

/** A message as everybody in the room sees it; `withHidden`: as a manager does, who can show it again. */
export function roomMessageView(row: RoomRow, withHidden = false): RoomMessage {
  const { member, hiddenAt, pinnedUntil } = row;
  const isBlank = hiddenAt !== null && !withHidden;
  return {
    id: row.id,
    seq: row.seq,
    clientId: row.clientId,
    kind: roomKinds.find((kind) => kind === row.kind) ?? "word",
    author: member && {
      memberId: member.id,
      name: member.displayName,
      kind: helperKind(member.role),
      pictureUrl: pictureAddress(member.pictureKey) ?? null,
    },
    body: isBlank ? "" : row.body,
    quote: isBlank ? null : row.quote,
    topic: row.topic ? Names.parse(row.topic.names) : null,
    answersId: row.answersId,
    sentAt: row.sentAt.toISOString(),
    isHidden: hiddenAt !== null,
    pinnedUntil: pinnedUntil?.toISOString() ?? null,
  };
}
