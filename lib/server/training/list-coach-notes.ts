import type { CoachNoteView } from "@/lib/domain/training/view";
import { db } from "@/lib/server/database";

/** What coaches told a newcomer, newest first; of one talk when told. */
export async function listCoachNotes({
  learnerId,
  chatId,
}: {
  learnerId: string;
  chatId?: string;
}): Promise<CoachNoteView[]> {
  const notes = await db().coachNote.findMany({
    where: { learnerId, ...(chatId ? { chatId } : {}) },
    orderBy: [{ writtenAt: "desc" }, { id: "desc" }],
    take: 50,
    select: {
      id: true,
      kind: true,
      body: true,
      chatId: true,
      writtenAt: true,
      coach: { select: { displayName: true } },
    },
  });
  return notes.map(({ id, kind, body, chatId: about, writtenAt, coach }) => ({
    id,
    by: coach?.displayName ?? null,
    kind: kind === "more" ? "more" : "note",
    body,
    chatId: about,
    at: writtenAt.toISOString(),
  }));
}
