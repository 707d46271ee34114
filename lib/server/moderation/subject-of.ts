import type { Flag } from "@/prisma/generated/client";

/** What a report is about, as a key: a message, or with none a person. */
export function subjectOf({
  messageId,
  memberId,
  visitorId,
}: Pick<Flag, "messageId" | "memberId" | "visitorId">): string {
  if (messageId) return `message:${messageId}`;
  return memberId ? `member:${memberId}` : `visitor:${visitorId}`;
}
