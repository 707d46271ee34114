import { z } from "zod";
import { AppError } from "@/lib/domain/error";
import { type MergeFields, mergedFields } from "@/lib/domain/recruiting/merge";
import type { MemberActor } from "@/lib/server/account/actor";
import { commit } from "@/lib/server/commit";
import { isUniqueViolation } from "@/lib/server/database";
import type { Candidate, Prisma } from "@/prisma/generated/client";
import { lockCandidate } from "./lock-candidate";

const open = ["found", "invited", "applied"] as const;

const fieldsOf = (candidate: Candidate): MergeFields => {
  const { email, why, owns, links, topicIds, languages, score } = candidate;
  return { email, why, owns, links, topicIds, languages, score };
};

const Change = z.object({
  before: z.record(z.string(), z.unknown()),
  after: z.record(z.string(), z.unknown()),
});

/**
 * Makes two candidates one, on a manager's word: `candidateId` stays and takes what it lacks from the other, which is seen no
 * more but can be taken apart again. NOT_FOUND, CANDIDATE_DECIDED, CHANGED_MEANWHILE.
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
  return commit(async (tx) => {
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
    // Its address is free for the other one before that takes it.
    await tx.candidate.update({
      where: { id: otherId },
      data: {
        stage: "merged",
        stageBefore: other.stage,
        stageAt: now,
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
}

/**
 * Takes a merged candidate apart again: it stands where it stood, and what the other took from it goes back where nobody has
 * changed it since. NOT_FOUND, CANDIDATE_DECIDED, UNDO_TOO_LATE where the address has found another place meanwhile.
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
    const back = Object.entries(fieldsOf(kept)).filter(
      ([name, value]) => same(value, change.after[name]) && !same(value, change.before[name]),
    );
    await tx.candidate.update({
      where: { id: kept.id },
      data: {
        ...(Object.fromEntries(back.map(([name]) => [name, change.before[name]])) as Partial<MergeFields>),
        version: { increment: 1 },
      },
    });
    return tx.candidate.update({
      where: { id: candidateId },
      data: {
        stage: other.stageBefore ?? "found",
        stageBefore: null,
        stageAt: now,
        mergedIntoId: null,
        version: { increment: 1 },
      },
      select: { version: true },
    });
  });
  return parted.catch((error: unknown) => {
    throw isUniqueViolation(error) ? new AppError("UNDO_TOO_LATE") : error;
  });
}
