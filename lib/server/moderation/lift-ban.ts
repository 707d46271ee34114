import { AppError } from "@/lib/domain/error";
import type { MemberActor } from "@/lib/server/account/actor";
import { commit } from "@/lib/server/commit";
import { endBan } from "./end-ban";

/** A visitor may ask again at once. One who may already stays as he is. NOT_FOUND for visitors of other brands. */
export async function liftBan({
  member,
  visitorId,
  now,
}: {
  member: MemberActor;
  visitorId: string;
  now: Date;
}): Promise<void> {
  const { brandId } = member;
  await commit(async (tx, emit) => {
    if ((await tx.visitor.count({ where: { id: visitorId, brandId } })) === 0)
      throw new AppError("NOT_FOUND");
    await endBan({ tx, emit, member, visitorId, now });
  });
}
