import type { Role } from "@/lib/domain/member/role";
import { type Outgoing, toMember, toVisitor, toWatch } from "@/lib/server/event/publish";
import { audienceOf, type MessageRow, messageView } from "./message-view";

/** Who hears what is said in a chat. */
export type Hearers = {
  visitorId: string;
  helper: { memberId: string; role: Role } | null;
  watchedUntil: Date | null;
};

/** The events by which a message reaches its visitor, its helper, and whoever watches; each in his own view. */
export function messageEvents(row: MessageRow, hearers: Hearers, now: Date): Outgoing[] {
  const { visitorId, helper, watchedUntil } = hearers;
  const events = [toVisitor(visitorId, "message.sent", messageView({ row, audience: "visitor", now }))];
  if (helper) {
    const audience = audienceOf(helper.role);
    events.push(
      toMember(
        helper.memberId,
        "message.sent",
        messageView({ row, audience, readerId: helper.memberId, now }),
      ),
    );
  }
  if (watchedUntil && watchedUntil > now) {
    events.push(toWatch(row.chatId, "message.sent", messageView({ row, audience: "staff", now })));
  }
  return events;
}
