import type { NoteView } from "@/lib/domain/conversation/view";
import { AppError } from "@/lib/domain/error";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { noteSelect, noteView } from "./note-view";

/**
 * Writes a note beside a conversation of the member's brand; visitor and expert never see it. NOT_FOUND for any other
 * conversation, and for one whose visitor was erased.
 */
export async function writeNote({
  member,
  questionId,
  body,
  now,
}: {
  member: MemberActor;
  questionId: string;
  body: string;
  now: Date;
}): Promise<NoteView> {
  const { brandId, id: memberId } = member;
  const question = await db().question.count({
    where: { id: questionId, brandId, visitor: { erasedAt: null } },
  });
  if (question === 0) throw new AppError("NOT_FOUND");
  const row = await db().note.create({
    data: { brandId, questionId, memberId, body, writtenAt: now },
    select: noteSelect,
  });
  return noteView(row, member);
}
