import { z } from "zod";
import { type PrivateChannel, parsePrivateChannel } from "@/lib/domain/channel";
import { AppError } from "@/lib/domain/error";
import { roles } from "@/lib/domain/member/role";
import { can } from "@/lib/domain/permission/permission";
import type { VisitorActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { Prisma } from "@/prisma/generated/client";
import { pusher } from "./publish";

const Members = z.array(z.object({ role: z.enum(roles) }));

/** Which member hears a channel of this kind with that id, and what his role must allow. */
const heardBy = {
  member: { whose: (id: string) => Prisma.sql`id = ${id}`, scope: null },
  room: { whose: (id: string) => Prisma.sql`brand_id = ${id}`, scope: null },
  brand: { whose: (id: string) => Prisma.sql`brand_id = ${id}`, scope: "observe" },
  watch: {
    whose: (id: string) => Prisma.sql`brand_id = (SELECT brand_id FROM chats WHERE id = ${id})`,
    scope: "observe",
  },
} as const;

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

async function memberMayHear({ kind, id }: PrivateChannel, userId: string): Promise<boolean> {
  if (kind === "visitor") return false;
  const { whose, scope } = heardBy[kind];
  const rows = await db().$queryRaw`
    SELECT role FROM members m WHERE user_id = ${userId} AND status NOT IN ('left', 'suspended') AND ${whose(id)}`;
  const [member] = Members.parse(rows);
  return member !== undefined && (scope === null || can(member.role, scope));
}
