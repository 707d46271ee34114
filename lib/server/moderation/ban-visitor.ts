import type { BanVisitor } from "@/lib/domain/moderation/schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { commit } from "@/lib/server/commit";
import { placesChanged } from "@/lib/server/presence/places-changed";
import { addBan } from "./add-ban";

/** Bans a visitor for a while; as in `addBan`, in a transaction of its own. */
export async function banVisitor({
  member,
  visitorId,
  input,
  now,
}: {
  member: MemberActor;
  visitorId: string;
  input: BanVisitor;
  now: Date;
}): Promise<void> {
  const { id: actorId, brandId } = member;
  await commit((tx, emit) => addBan({ tx, emit, brandId, actorId, visitorId, ...input, now }));
  await placesChanged({ brandId, now });
}
