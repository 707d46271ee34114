import { parsePrivateChannel } from "@/lib/domain/channel";
import { AppError } from "@/lib/domain/error";
import { can } from "@/lib/domain/permission/permission";
import type { VisitorActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { pusher } from "./publish";

const current = { notIn: ["left" as const, "suspended" as const] };

/**
 * Signs a subscription when the person may hear the channel: a visitor his own, a member his own, staff their brand's
 * board and the chats that they watch, everybody of a brand its back room. NOT_FOUND for any other name, whatever it is.
 */
export async function authoriseChannel({
  socketId,
  channel,
  visitor,
  userId,
}: {
  socketId: string;
  channel: string;
  visitor?: VisitorActor;
  userId?: string;
  now: Date;
}): Promise<{ auth: string }> {
  const name = parsePrivateChannel(channel);
  const mayHear =
    name !== null &&
    (visitor ? name.kind === "visitor" && name.id === visitor.id : await memberMayHear(name, userId ?? ""));
  if (!mayHear) throw new AppError("NOT_FOUND");
  return { auth: pusher().authorizeChannel(socketId, channel).auth };
}

async function memberMayHear(name: { kind: string; id: string }, userId: string): Promise<boolean> {
  const { id } = name;
  if (name.kind === "member") {
    return (await db().member.count({ where: { id, userId, status: current } })) > 0;
  }
  if (name.kind === "room") {
    return (await db().member.count({ where: { brandId: id, userId, status: current } })) > 0;
  }
  const brandId =
    name.kind === "brand"
      ? id
      : name.kind === "watch"
        ? (await db().chat.findUnique({ where: { id }, select: { brandId: true } }))?.brandId
        : undefined;
  if (!brandId) return false;
  const member = await db().member.findFirst({
    where: { brandId, userId, status: current },
    select: { role: true },
  });
  return member !== null && can(member.role, "observe");
}
