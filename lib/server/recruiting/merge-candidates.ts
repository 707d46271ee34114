import { z } from "zod";
import { AppError } from "@/lib/domain/error";
import { type MergeFields, mergedFields, standingOf } from "@/lib/domain/recruiting/merge";
import type { MemberActor } from "@/lib/server/account/actor";
import { commit } from "@/lib/server/commit";
import { isCheckViolation, isUniqueViolation } from "@/lib/server/database";
import type { Candidate, Prisma } from "@/prisma/generated/client";
import { lockCandidate } from "./lock-candidate";

const open = ["found", "invited", "applied"] as const;

const fieldsOf = (candidate: Candidate): MergeFields => {
  const { email, why, owns, links, topicIds, languages, score } = candidate;
  return { ...standingOf(candidate), email, why, owns, links, topicIds, languages, score };
};

const Change = z.object({
  before: z.record(z.string(), z.unknown()),
  after: z.record(z.string(), z.unknown()),
});

/**
 * Makes two candidates one, on a manager's word: `candidateId` stays and takes what it lacks from the other, and its standing
 * where that is further; the other is seen no more but can be taken apart again. NOT_FOUND, CANDIDATE_DECIDED, CHANGED_MEANWHILE.
 */
export async function mergeCandidates({
  member,
  candidateId,
  otherId,
  version,
  now,
}: {
  member: MemberActor;
  candidateId: string;
  otherId: string;
  version: number;
  now: Date;
}): Promise<{ version: number }> {
  if (candidateId === otherId)
    throw new AppError("INVALID_INPUT", { field: "otherId", problem: "two candidates are expected" });
  const merged = commit(async (tx) => {
    // In one order, so that two who merge the same pair wait for each other.
    const held = new Map<string, Candidate>();
    for (const id of [candidateId, otherId].sort())
      held.set(
        id,
        await lockCandidate({
          tx,
          member,
          candidateId: id,
          from: open,
          ...(id === candidateId ? { version } : {}),
        }),
      );
    const kept = held.get(candidateId);
    const other = held.get(otherId);
    if (!kept || !other) throw new AppError("NOT_FOUND");
    const before = fieldsOf(kept);
    const after = mergedFields(before, fieldsOf(other));
    // Its address and its invitation are free for the other one before that takes them.
    await tx.candidate.update({
      where: { id: otherId },
      data: {
        stage: "merged",
        stageBefore: other.stage,
        stageAt: now,
        ...(after.inviteHash === other.inviteHash ? { inviteHash: null, inviteUntil: null } : {}),
        mergedIntoId: candidateId,
        mergeChange: { before, after } as unknown as Prisma.InputJsonObject,
        version: { increment: 1 },
      },
    });
    const activity = kept.activity ?? other.activity;
    return tx.candidate.update({
      where: { id: candidateId },
      data: {
        ...after,
        ...(activity === null ? {} : { activity: activity as Prisma.InputJsonObject }),
        version: { increment: 1 },
      },
      select: { version: true },
    });
  });
  return merged.catch((error: unknown) => {
    throw isUniqueViolation(error) ? new AppError("CHANGED_MEANWHILE", { name: "nobody" }) : error;
  });
}

/**
 * Takes a merged candidate apart again: it stands where it stood, and what the other took from it goes back where nobody has
 * changed it since. NOT_FOUND, CANDIDATE_DECIDED, UNDO_TOO_LATE where the standing that one took from the other has changed
 * again, or the address has found another place or is needed meanwhile.
 */
export async function unmergeCandidate({
  member,
  candidateId,
  now,
}: {
  member: MemberActor;
  candidateId: string;
  now: Date;
}): Promise<{ version: number }> {
  const parted = commit(async (tx) => {
    const seen = await tx.candidate.findFirst({
      where: { id: candidateId, brandId: member.brandId },
      select: { mergedIntoId: true },
    });
    const held = new Map<string, Candidate>();
    for (const id of [candidateId, seen?.mergedIntoId ?? ""].filter(Boolean).sort())
      held.set(
        id,
        await lockCandidate({ tx, member, candidateId: id, from: id === candidateId ? ["merged"] : open }),
      );
    const other = held.get(candidateId);
    const kept = held.get(other?.mergedIntoId ?? "");
    if (!other || !kept) throw new AppError("NOT_FOUND");
    const change = Change.parse(other.mergeChange);
    const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
    const fields = fieldsOf(kept);
    const isTaken = (name: string) => name in change.after && !same(change.after[name], change.before[name]);
    const isUntouched = (name: keyof MergeFields) => same(fields[name], change.after[name]);
    const back = (Object.keys(fields) as (keyof MergeFields)[]).filter(
      (name) => isTaken(name) && isUntouched(name),
    );
    // Somebody has invited him since, or he has applied: there is no standing to go back to.
    if (isTaken("stage") && !(isUntouched("stage") && isUntouched("stageAt")))
      throw new AppError("UNDO_TOO_LATE");
    await tx.candidate.update({
      where: { id: kept.id },
      data: {
        ...(Object.fromEntries(back.map((name) => [name, change.before[name]])) as Partial<MergeFields>),
        version: { increment: 1 },
      },
    });
    return tx.candidate.update({
      where: { id: candidateId },
      data: {
        stage: other.stageBefore ?? "found",
        stageBefore: null,
        stageAt: now,
        ...(back.includes("inviteHash")
          ? { inviteHash: kept.inviteHash, inviteUntil: kept.inviteUntil }
          : {}),
        mergedIntoId: null,
        version: { increment: 1 },
      },
      select: { version: true },
    });
  });
  return parted.catch((error: unknown) => {
    const isNeeded = isCheckViolation(error, "candidates_reachable");
    throw isNeeded || isUniqueViolation(error) ? new AppError("UNDO_TOO_LATE") : error;
  });
}
