import { type MessageView, SystemLine } from "@/lib/domain/chat/view";
import { helperKind, type Role } from "@/lib/domain/member/role";
import { attachmentView } from "@/lib/server/attachment/attachment-view";

/** Who reads: a hidden message keeps its words for staff alone. */
export type Audience = "visitor" | "expert" | "staff";

export const messageSelect = {
  id: true,
  chatId: true,
  seq: true,
  clientId: true,
  author: true,
  body: true,
  system: true,
  sentAt: true,
  hiddenAt: true,
  member: { select: { id: true, displayName: true, role: true } },
  attachment: true,
} as const;

export type MessageRow = {
  id: string;
  chatId: string;
  seq: number;
  clientId: string;
  author: "visitor" | "member" | "system";
  body: string;
  system: unknown;
  sentAt: Date;
  hiddenAt: Date | null;
  member: { id: string; displayName: string; role: Role } | null;
  attachment: Parameters<typeof attachmentView>[0] | null;
};

/** The audience of a member's role. */
export function audienceOf(role: Role): Audience {
  return helperKind(role) === "owner" ? "expert" : "staff";
}

/** A message as one audience sees it. */
export function messageView({
  row,
  audience,
  now,
}: {
  row: MessageRow;
  audience: Audience;
  now: Date;
}): MessageView {
  const isHidden = row.hiddenAt !== null;
  const isBlank = isHidden && audience !== "staff";
  return {
    id: row.id,
    chatId: row.chatId,
    seq: row.seq,
    clientId: row.clientId,
    author: row.author,
    helper: row.member
      ? { memberId: row.member.id, name: row.member.displayName, kind: helperKind(row.member.role) }
      : null,
    body: isBlank ? "" : row.body,
    system: row.system === null ? null : SystemLine.parse(row.system),
    sentAt: row.sentAt.toISOString(),
    isHidden,
    attachment: row.attachment && !isBlank ? attachmentView(row.attachment, now) : null,
  };
}
