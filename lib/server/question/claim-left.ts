import type { MessageView } from "@/lib/domain/chat/view";
import { AppError } from "@/lib/domain/error";
import { claimSeconds } from "@/lib/domain/question/left-turn";
import type { MemberActor } from "@/lib/server/account/actor";
import { audienceOf, messageSelect, messageView } from "@/lib/server/chat/message-view";
import { later } from "@/lib/server/clock";
import { commit, type Tx } from "@/lib/server/commit";
import { leftFor, openTurnFor } from "./left-for";
import { tellLeft } from "./tell-left";

/**
 * A member begins, or goes on, to write the answer to a left question: for a while it is his, and the others see so. One
 * conditional write decides. LEFT_CLAIMED (`by`) while somebody else writes or a reply is another's; QUESTION_CLOSED when
 * it waits no more; NOT_FOUND for what he may not answer. Answers what was said so far, as he may read it.
 */
export async function claimLeft({
  member,
  questionId,
  now,
}: {
  member: MemberActor;
  questionId: string;
  now: Date;
}): Promise<{ until: string; messages: MessageView[] }> {
  const until = later(now, claimSeconds);
  return commit(async (tx, emit) => {
    const suits = await leftFor({ tx, member, now });
    const question = await tx.question.findFirst({
      where: { AND: [suits, { id: questionId }] },
      select: { state: true },
    });
    if (!question) throw new AppError("NOT_FOUND");
    if (question.state !== "left") throw new AppError("QUESTION_CLOSED", { state: question.state });
    const before = await tx.leftTurn.findFirst({ where: { questionId, answeredAt: null } });
    const { count } = await tx.leftTurn.updateMany({
      where: {
        questionId,
        question: { state: "left" },
        AND: [
          openTurnFor(member.id, now),
          { OR: [{ claimedById: null }, { claimedById: member.id }, { claimedUntil: { lte: now } }] },
        ],
      },
      data: { claimedById: member.id, claimedUntil: until },
    });
    if (count === 0) throw await whyNot({ tx, questionId, now });
    // Asking for more time is no news.
    if (before?.claimedById !== member.id) await tellLeft({ tx, emit, questionId, now });
    const rows = await tx.message.findMany({
      where: { chat: { questionId } },
      orderBy: { seq: "asc" },
      select: messageSelect,
    });
    const audience = audienceOf(member.role);
    return {
      until: until.toISOString(),
      messages: rows.map((row) => messageView({ row, audience, readerId: member.id, now })),
    };
  });
}

/** Why an answer cannot be begun: somebody else writes it, or it is no longer wanted. */
export async function whyNot({
  tx,
  questionId,
  now,
}: {
  tx: Tx;
  questionId: string;
  now: Date;
}): Promise<AppError> {
  const open = await tx.leftTurn.findFirst({
    where: { questionId, answeredAt: null, question: { state: "left" } },
    include: {
      claimedBy: { select: { displayName: true } },
      forMember: { select: { displayName: true } },
    },
  });
  if (!open) return new AppError("QUESTION_CLOSED", { state: "answered" });
  const writer = open.claimedUntil && open.claimedUntil > now ? open.claimedBy : null;
  return new AppError("LEFT_CLAIMED", { by: (writer ?? open.forMember)?.displayName ?? "" });
}
