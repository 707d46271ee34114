import type { LeftQuestion } from "@/lib/domain/desk/view";
import { mask } from "@/lib/domain/mask/mask";
import { Names } from "@/lib/domain/schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { audienceOf } from "@/lib/server/chat/message-view";
import { db } from "@/lib/server/database";
import { leftFor, openTurnFor } from "./left-for";

const mostShown = 100;

/** The left questions that wait for this member or anybody who fits, those first whose delay ends first. */
export async function listLeft({ member, now }: { member: MemberActor; now: Date }): Promise<LeftQuestion[]> {
  const open = openTurnFor(member.id, now);
  const questions = await db().question.findMany({
    where: { AND: [await leftFor({ tx: db(), member, now }), { state: "left", turns: { some: open } }] },
    orderBy: [{ answerBy: "asc" }, { id: "asc" }],
    take: mostShown,
    include: {
      topic: true,
      visitor: { select: { firstName: true } },
      turns: { where: open, include: { claimedBy: { select: { displayName: true } } } },
      chat: {
        select: {
          messages: {
            where: { author: "visitor", hiddenAt: null, seq: { gt: 1 } },
            orderBy: { seq: "desc" },
            take: 5,
            select: { body: true, sentAt: true },
          },
        },
      },
    },
  });
  const plain = audienceOf(member.role) === "expert" ? mask : (text: string) => text;
  return questions.flatMap(
    ({ id, text, topic, language, leftEmail, mailsStoppedAt, visitor, turns, chat }) => {
      const [turn] = turns;
      if (!turn) return [];
      const { since, answerBy, forMemberId, claimedById, claimedBy, claimedUntil } = turn;
      const replied = (chat?.messages ?? []).filter(({ sentAt }) => sentAt >= since).reverse();
      const isHeld = claimedBy !== null && claimedUntil !== null && claimedUntil > now;
      return [
        {
          id,
          text: plain(text),
          reply: replied.length > 0 ? plain(replied.map(({ body }) => body).join("\n")) : null,
          firstName: visitor.firstName === null ? null : plain(visitor.firstName),
          topic: topic ? Names.parse(topic.names) : null,
          language,
          leftAt: since.toISOString(),
          answerBy: answerBy.toISOString(),
          hasEmail: leftEmail !== null && mailsStoppedAt === null,
          isForMe: forMemberId === member.id,
          claim: isHeld
            ? {
                name: claimedBy.displayName,
                isMine: claimedById === member.id,
                until: claimedUntil.toISOString(),
              }
            : null,
        },
      ];
    },
  );
}
