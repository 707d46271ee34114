import { AppError } from "@/lib/domain/error";
import { mask } from "@/lib/domain/mask/mask";
import type { WriteInRoom } from "@/lib/domain/room/schema";
import type { RoomMessage } from "@/lib/domain/room/view";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { writeMessage } from "./write-message";

/**
 * Says something in the room, or in the thread of what another said there. Addresses and numbers are masked for good:
 * staff know some that owners must not. NOT_FOUND for a thread of another brand and one that is hidden; otherwise as in
 * `writeMessage`.
 */
export async function sayInRoom({
  member,
  input,
  now,
}: {
  member: MemberActor;
  input: WriteInRoom;
  now: Date;
}): Promise<RoomMessage> {
  const { clientId, body, answersId } = input;
  const thread = answersId ? await threadOf(member, answersId) : null;
  const words = { clientId, kind: "word" as const, body: mask(body), answersId: thread };
  return writeMessage({ member, words, now });
}

/** The beginning of the thread that a message belongs to. */
async function threadOf({ brandId }: MemberActor, id: string): Promise<string> {
  const found = await db().roomMessage.findFirst({
    where: { id, brandId, hiddenAt: null },
    select: { id: true, answersId: true },
  });
  if (!found) throw new AppError("NOT_FOUND");
  return found.answersId ?? found.id;
}
