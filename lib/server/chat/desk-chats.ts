import type { ExpertChat, StaffChat } from "@/lib/domain/chat/view";
import { mask } from "@/lib/domain/mask/mask";
import { can } from "@/lib/domain/permission/permission";
import { Names } from "@/lib/domain/schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { visitorProfiles } from "@/lib/server/visitor/visitor-profiles";
import type { Prisma, QuestionState, SegmentState } from "@/prisma/generated/client";

/**
 * Chats of the member's brand as his role may see them, newest first: experts know the visitor by first name, topic and
 * page alone, without what leads to a person; staff get his profile too. `where` narrows them; the brand is always part of it.
 */
export async function deskChats({
  member,
  where,
  now,
}: {
  member: MemberActor;
  where: Prisma.ChatWhereInput;
  now: Date;
}): Promise<(StaffChat | ExpertChat)[]> {
  const chats = await db().chat.findMany({
    where: { ...where, brandId: member.brandId },
    orderBy: [{ startedAt: "desc" }, { id: "asc" }],
    include: {
      question: { include: { topic: true } },
      visitor: { select: { firstName: true } },
      handoverMember: { select: { displayName: true } },
      segments: {
        orderBy: { startedAt: "desc" },
        include: { member: { select: { displayName: true } } },
      },
    },
  });
  const profiles = can(member.role, "see-visitor")
    ? await visitorProfiles({ brandId: member.brandId, visitorIds: chats.map((chat) => chat.visitorId), now })
    : null;
  const plain = (text: string | null) => (text !== null && profiles === null ? mask(text) : text);
  return chats.map((chat) => {
    const { question } = chat;
    const own = chat.segments.find(({ memberId }) => memberId === member.id);
    const isMine = own?.state === "open";
    // What happened after an expert gave the chat away is not his to see.
    const isPast = own !== undefined && !isMine && profiles === null;
    const view: ExpertChat = {
      id: chat.id,
      questionId: chat.questionId,
      version: chat.version,
      state: isPast ? "ended" : chat.state,
      end: chat.end,
      firstName: plain(chat.visitor.firstName),
      question: plain(question.text) ?? "",
      topic: question.topic ? Names.parse(question.topic.names) : null,
      pageTitle: plain(question.pageTitle),
      language: question.language,
      lastSeq: chat.lastSeq,
      visitorReadSeq: chat.visitorReadSeq,
      ownReadSeq: chat.helperReadSeq,
      isMine,
      capsule: isPast ? null : plain(question.capsule),
      handover: chat.handoverAt
        ? {
            text: chat.handoverText ?? "",
            until: chat.handoverAt.toISOString(),
            to: chat.handoverTo === "owners" ? "owners" : "staff",
            toName: chat.handoverMember?.displayName ?? null,
            reason: chat.handoverReason,
          }
        : null,
      parting: partingOf({ own, segments: chat.segments, state: question.state }),
      startedAt: chat.startedAt.toISOString(),
      endedAt: (isPast ? own.endedAt : chat.endedAt)?.toISOString() ?? null,
    };
    const visitor = profiles?.get(chat.visitorId);
    return visitor ? { ...view, visitor } : view;
  });
}

/** How the chat left the member's hands without ending, and what has become of it. `segments`: newest first. */
function partingOf({
  own,
  segments,
  state,
}: {
  own: { state: SegmentState } | undefined;
  segments: readonly { state: SegmentState; member: { displayName: string } }[];
  state: QuestionState;
}): ExpertChat["parting"] {
  if (own?.state !== "handed_over" && own?.state !== "lost") return null;
  const [newest] = segments;
  if (newest && newest !== own) return { as: own.state, became: "taken", by: newest.member.displayName };
  const isWaiting = state === "asked" || state === "offering" || state === "calling";
  const became = isWaiting ? "waiting" : state === "left" || state === "answered" ? "left" : "over";
  return { as: own.state, became, by: null };
}
