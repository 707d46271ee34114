import { AppError } from "@/lib/domain/error";
import type { OwnedList } from "@/lib/domain/ownership/view";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { listOwned } from "./list-owned";

/** What somebody of the actor's brand owns. NOT_FOUND in another brand and for who left. */
export async function getMemberOwned({
  member: { brandId },
  memberId,
  now,
}: {
  member: MemberActor;
  memberId: string;
  now: Date;
}): Promise<OwnedList> {
  const found = await db().member.count({ where: { id: memberId, brandId, status: { not: "left" } } });
  if (found === 0) throw new AppError("NOT_FOUND");
  return listOwned({ brandId, memberId, now });
}
