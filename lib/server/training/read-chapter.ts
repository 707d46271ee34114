import { AppError } from "@/lib/domain/error";
import type { ChapterId } from "@/lib/domain/training/course-schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { commit } from "@/lib/server/commit";
import { placesChanged } from "@/lib/server/presence/places-changed";
import { lockMember } from "./lock-member";
import { mark } from "./mark";

/** A member has read a chapter of the course. Reading it again is done already. */
export async function readChapter({
  member,
  chapter,
  now,
}: {
  member: MemberActor;
  chapter: ChapterId;
  now: Date;
}): Promise<void> {
  const { id: memberId, brandId } = member;
  const moved = await commit(async (tx, emit) => {
    const locked = await lockMember(tx, { brandId, memberId });
    if (!locked) throw new AppError("NOT_FOUND");
    return mark({ tx, emit, member: locked, kind: "chapter", key: chapter, now });
  });
  if (moved) await placesChanged({ brandId, now });
}
