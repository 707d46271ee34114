import { z } from "zod";
import { type PrivateChannel, parsePrivateChannel } from "@/lib/domain/channel";
import { AppError } from "@/lib/domain/error";
import { roles } from "@/lib/domain/member/role";
import { can } from "@/lib/domain/permission/permission";
import type { VisitorActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { pusher } from "./publish";

const Memberships = z.array(
  z.object({ id: z.string(), brandId: z.string(), role: z.enum(roles), chatIds: z.array(z.string()) }),
);
type Membership = z.infer<typeof Memberships>[number];

/**
 * Signs the subscriptions of one socket to those of `channels` that the person may hear: a visitor his own, a member his
 * own, staff their brand's board and the chats that they watch, everybody of a brand its back room. All at once, for a
 * desk that comes back asks for several. NOT_FOUND when there is none among them, whatever their names are.
 */
export async function authoriseChannels({
  socketId,
  channels,
  visitor,
  userId,
}: {
  socketId: string;
  channels: readonly string[];
  visitor?: VisitorActor;
  userId?: string;
  now: Date;
}): Promise<{ auths: Record<string, string> }> {
  const named = channels.flatMap((channel) => {
    const name = parsePrivateChannel(channel);
    return name ? [{ channel, name }] : [];
  });
  const memberships = visitor || named.length === 0 ? [] : await findMemberships(userId ?? "", named);
  const heard = named.filter(({ name }) =>
    visitor
      ? name.kind === "visitor" && name.id === visitor.id
      : memberships.some((membership) => mayHear(membership, name)),
  );
  if (heard.length === 0) throw new AppError("NOT_FOUND");
  return {
    auths: Object.fromEntries(
      heard.map(({ channel }) => [channel, pusher().authorizeChannel(socketId, channel).auth]),
    ),
  };
}

/** What the user is in every brand of his, with those of the named chats that are the brand's. */
async function findMemberships(
  userId: string,
  named: readonly { name: PrivateChannel }[],
): Promise<Membership[]> {
  const chatIds = named.flatMap(({ name }) => (name.kind === "watch" ? [name.id] : []));
  const rows = await db().$queryRaw`
    SELECT m.id, m.brand_id AS "brandId", m.role,
      ARRAY(SELECT c.id FROM chats c WHERE c.id = ANY(${chatIds}) AND c.brand_id = m.brand_id) AS "chatIds"
    FROM members m WHERE m.user_id = ${userId} AND m.status NOT IN ('left', 'suspended')`;
  return Memberships.parse(rows);
}

function mayHear({ id, brandId, role, chatIds }: Membership, name: PrivateChannel): boolean {
  switch (name.kind) {
    case "visitor":
      return false;
    case "member":
      return name.id === id;
    case "room":
      return name.id === brandId;
    case "brand":
      return name.id === brandId && can(role, "observe");
    case "watch":
      return chatIds.includes(name.id) && can(role, "observe");
  }
}
