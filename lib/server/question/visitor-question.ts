import { initialsOf, tintOf } from "@/lib/domain/member/appearance";
import { monthsSince } from "@/lib/domain/member/months";
import { helperKind } from "@/lib/domain/member/role";
import type { VisitorQuestion } from "@/lib/domain/question/view";
import { Names } from "@/lib/domain/schema";
import type { Tx } from "@/lib/server/commit";
import { presentAt } from "@/lib/server/presence/present";

/** A question as its visitor sees it, read within `tx`. Throws when there is none of that id. */
export async function visitorQuestion({
  tx,
  questionId,
  now,
}: {
  tx: Tx;
  questionId: string;
  now: Date;
}): Promise<VisitorQuestion> {
  const question = await tx.question.findUniqueOrThrow({
    where: { id: questionId },
    include: {
      topic: true,
      offers: {
        where: { state: { in: ["made", "delivered"] } },
        orderBy: [{ madeAt: "asc" }, { id: "asc" }],
        include: { member: { include: { ownerships: true } } },
      },
    },
  });
  const { brandId, product } = question;
  const staffFree = await tx.member.count({
    where: {
      brandId,
      role: { not: "expert" },
      ...presentAt(now),
    },
  });
  return {
    id: question.id,
    version: question.version,
    state: question.state,
    text: question.text,
    topic: question.topic ? { id: question.topic.id, names: Names.parse(question.topic.names) } : null,
    product,
    staffOnly: question.audience === "staff",
    askedAt: question.askedAt.toISOString(),
    promiseSeconds: question.promiseSeconds,
    promiseBroken: question.promiseKept === false,
    asked: question.offers.map(({ member, state }) => {
      const owned = member.ownerships.find((ownership) => ownership.product === product);
      return {
        kind: helperKind(member.role),
        name: member.displayName,
        initials: initialsOf(member.displayName),
        tint: tintOf(member.id),
        ownsMonths: owned ? monthsSince(owned.since, now) : null,
        state: state === "delivered" ? ("reading" as const) : ("asked" as const),
      };
    }),
    joinedSeconds: question.joinedAt
      ? (question.joinedAt.getTime() - question.askedAt.getTime()) / 1000
      : null,
    staffFree: staffFree > 0,
    answerBy: question.answerBy?.toISOString() ?? null,
    hasEmail: question.leftEmail !== null,
  };
}
