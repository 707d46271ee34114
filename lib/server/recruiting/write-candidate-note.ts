import { AppError } from "@/lib/domain/error";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";

async function demandCandidate(member: MemberActor, candidateId: string): Promise<void> {
  const where = { id: candidateId, brandId: member.brandId, stage: { not: "unconfirmed" } };
  if ((await db().candidate.count({ where })) === 0) throw new AppError("NOT_FOUND");
}

/** Writes a note about a candidate for the brand's managers. NOT_FOUND in another brand. Its id. */
export async function writeCandidateNote({
  member,
  candidateId,
  text,
  now,
}: {
  member: MemberActor;
  candidateId: string;
  text: string;
  now: Date;
}): Promise<{ id: string }> {
  await demandCandidate(member, candidateId);
  return db().candidateNote.create({
    data: { candidateId, authorId: member.id, text, createdAt: now },
    select: { id: true },
  });
}

/** Takes a note of the member's own away, or brings it back. NOT_FOUND for others' notes too. */
export async function setCandidateNoteRemoved({
  member,
  candidateId,
  noteId,
  isRemoved,
  now,
}: {
  member: MemberActor;
  candidateId: string;
  noteId: string;
  isRemoved: boolean;
  now: Date;
}): Promise<void> {
  await demandCandidate(member, candidateId);
  const { count } = await db().candidateNote.updateMany({
    where: { id: noteId, candidateId, authorId: member.id },
    data: { deletedAt: isRemoved ? now : null },
  });
  if (count === 0) throw new AppError("NOT_FOUND");
}
