import { AppError } from "@/lib/domain/error";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";

/** Takes a note of the member's own away, or brings it back; as it is already is done. NOT_FOUND for any other note. */
export async function setNoteDeleted({
  member,
  noteId,
  isDeleted,
  now,
}: {
  member: MemberActor;
  noteId: string;
  isDeleted: boolean;
  now: Date;
}): Promise<void> {
  const { count } = await db().note.updateMany({
    where: { id: noteId, brandId: member.brandId, memberId: member.id },
    data: { deletedAt: isDeleted ? now : null },
  });
  if (count === 0) throw new AppError("NOT_FOUND");
}
