import { can } from "@/lib/domain/permission/permission";
import type { RoomQuery } from "@/lib/domain/room/schema";
import type { RoomPage } from "@/lib/domain/room/view";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import type { Prisma } from "@/prisma/generated/client";
import { roomMessageView, roomSelect } from "./room-view";

/** So many messages at once. */
export const roomPage = 60;

/**
 * What was said in a member's room: what came after a number, what stood before one, or the newest; oldest first,
 * without holes but for the beginnings of threads, which come along. `from`: the lowest number of the part without holes.
 */
export async function listRoom({
  member,
  query,
}: {
  member: MemberActor;
  query: RoomQuery;
}): Promise<RoomPage> {
  const { brandId, role } = member;
  const { after, before } = query;
  const find = (where: Prisma.RoomMessageWhereInput, take?: number, seq: "asc" | "desc" = "desc") =>
    db().roomMessage.findMany({ where: { brandId, ...where }, orderBy: { seq }, take, select: roomSelect });
  const page =
    after === undefined
      ? await find(before === undefined ? {} : { seq: { lt: before } }, roomPage)
      : await find({ seq: { gt: after } }, roomPage, "asc");
  const known = new Set(page.map(({ id }) => id));
  const missing = page.flatMap(({ answersId }) => (answersId && !known.has(answersId) ? [answersId] : []));
  const roots = missing.length > 0 ? await find({ id: { in: [...new Set(missing)] } }) : [];
  const rows = [...page, ...roots].sort((a, b) => a.seq - b.seq);
  const withHidden = can(role, "moderate");
  return {
    messages: rows.map((row) => roomMessageView(row, withHidden)),
    from:
      page.length > 0 ? Math.min(...page.map(({ seq }) => seq)) : before === undefined ? (after ?? 0) + 1 : 1,
  };
}
