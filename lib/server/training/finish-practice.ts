import { AppError } from "@/lib/domain/error";
import { isPractised, play } from "@/lib/domain/training/practice";
import type { FinishPractice } from "@/lib/domain/training/schema";
import { scripts } from "@/lib/domain/training/scripts";
import type { MemberActor } from "@/lib/server/account/actor";
import { commit } from "@/lib/server/commit";
import { placesChanged } from "@/lib/server/presence/places-changed";
import { lockMember } from "./lock-member";
import { mark } from "./mark";

/**
 * A member has talked with a scripted visitor. The script is played again with what he did: only a talk that came to its
 * end counts, without anything that must never be done. His words are not kept. Returns whether it counts.
 */
export async function finishPractice({
  member,
  input,
  now,
}: {
  member: MemberActor;
  input: FinishPractice;
  now: Date;
}): Promise<boolean> {
  const { id: memberId, brandId } = member;
  const { script } = input;
  const counts = isPractised(play(scripts[script], input.inputs, input.language));
  if (!counts) return false;
  const moved = await commit(async (tx, emit) => {
    const locked = await lockMember(tx, { brandId, memberId });
    if (!locked) throw new AppError("NOT_FOUND");
    return mark({ tx, emit, member: locked, kind: "practice", key: script, now });
  });
  if (moved) await placesChanged({ brandId, now });
  return true;
}
