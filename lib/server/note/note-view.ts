import type { NoteView } from "@/lib/domain/conversation/view";
import type { MemberActor } from "@/lib/server/account/actor";

export const noteSelect = {
  id: true,
  memberId: true,
  body: true,
  writtenAt: true,
  member: { select: { displayName: true } },
} as const;

type NoteRow = {
  id: string;
  memberId: string | null;
  body: string;
  writtenAt: Date;
  member: { displayName: string } | null;
};

/** A note as a member of the staff reads it. */
export function noteView(row: NoteRow, reader: MemberActor): NoteView {
  return {
    id: row.id,
    author: row.member?.displayName ?? null,
    isOwn: row.memberId === reader.id,
    body: row.body,
    writtenAt: row.writtenAt.toISOString(),
  };
}
