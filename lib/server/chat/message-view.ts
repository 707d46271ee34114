import { type MessageView, SystemLine } from "@/lib/domain/chat/view";
import { mask, maskFileName } from "@/lib/domain/mask/mask";
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

/** A message as one audience sees it. `readerId`: the member who reads; his own words are not masked for him. */
export function messageView({
  row,
  audience,
  readerId,
  now,
}: {
  row: MessageRow;
  audience: Audience;
  readerId?: string;
  now: Date;
}): MessageView {
  const isHidden = row.hiddenAt !== null;
  const isBlank = isHidden && audience !== "staff";
  const isMasked = audience === "expert" && (row.member === null || row.member.id !== readerId);
  const plain = isMasked ? mask : (text: string) => text;
  const body = isBlank ? "" : plain(row.body);
  const system = row.system === null ? null : SystemLine.parse(row.system);
  const attachment = row.attachment && !isBlank ? attachmentView(row.attachment, now) : null;
  return {
    id: row.id,
    chatId: row.chatId,
    seq: row.seq,
    clientId: row.clientId,
    author: row.author,
    helper: row.member
      ? { memberId: row.member.id, name: row.member.displayName, kind: helperKind(row.member.role) }
      : null,
    body,
    system:
      system?.kind === "handed_over"
        ? { ...system, capsule: plain(system.capsule), reason: system.reason && plain(system.reason) }
        : system,
    sentAt: row.sentAt.toISOString(),
    isHidden,
    ...(!isBlank && body !== row.body ? { masked: true as const } : {}),
    attachment: attachment && {
      ...attachment,
      name: isMasked ? maskFileName(attachment.name) : attachment.name,
    },
  };
}
