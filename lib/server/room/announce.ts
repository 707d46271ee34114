import { AppError } from "@/lib/domain/error";
import { mask } from "@/lib/domain/mask/mask";
import { type Announce, maxRoomDays } from "@/lib/domain/room/schema";
import type { RoomMessage } from "@/lib/domain/room/view";
import type { MemberActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { writeMessage } from "./write-message";

/**
 * A manager tells everybody something: it stands above the room until then, and once on each desk. INVALID_INPUT for a
 * moment that has passed or is more than 90 days away; otherwise as in `writeMessage`.
 */
export async function announce({
  member,
  input,
  now,
}: {
  member: MemberActor;
  input: Announce;
  now: Date;
}): Promise<RoomMessage> {
  const pinnedUntil = new Date(input.until);
  if (pinnedUntil <= now || pinnedUntil > later(now, maxRoomDays * 86_400))
    throw new AppError("INVALID_INPUT", { field: "until", problem: "range" });
  const words = {
    clientId: input.clientId,
    kind: "announcement" as const,
    body: mask(input.body),
    pinnedUntil,
  };
  return writeMessage({ member, words, now });
}
