import { AppError } from "@/lib/domain/error";
import type { PersonDetail } from "@/lib/domain/member/people-view";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { personSelect, personView } from "./person-row";
import { rampView } from "./ramp-view";

/** One of the brand's people. NOT_FOUND for other brands, and for who has no place any more. */
export async function getPerson({
  member,
  memberId,
  now,
}: {
  member: MemberActor;
  memberId: string;
  now: Date;
}): Promise<PersonDetail> {
  const row = await db().member.findFirst({
    where: { id: memberId, brandId: member.brandId, status: { not: "left" } },
    select: personSelect,
  });
  if (!row) throw new AppError("NOT_FOUND");
  return { ...personView(row, member, now), ramp: await rampView({ member, memberId }) };
}
