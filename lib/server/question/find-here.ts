import { verdict } from "@/lib/domain/routing/candidate";
import type { Tx } from "@/lib/server/commit";
import { candidateFor, findPeople, findTies, noTie } from "@/lib/server/routing/find-people";

/**
 * Who could go on live with a left question's visitor at this moment, by the rules of routing: first of all the one who
 * answered him last, if he is there; else anybody (`memberId` null). Null when nobody is there.
 */
export async function findHere({
  tx,
  questionId,
  now,
}: {
  tx: Tx;
  questionId: string;
  now: Date;
}): Promise<{ memberId: string | null; name: string | null; kind: "owner" | "staff" } | null> {
  const question = await tx.question.findUniqueOrThrow({ where: { id: questionId } });
  const lastId = await lastAnswerer({ tx, questionId });
  const ties = (await findTies({ tx, questionIds: [questionId] })).get(questionId);
  const free = (await findPeople({ tx, brandId: question.brandId, now })).filter((person) => {
    const candidate = candidateFor(person, question.topicId, ties?.get(person.memberId) ?? noTie);
    return verdict(candidate, question, false, now) === "eligible";
  });
  const last = free.find(({ memberId }) => memberId === lastId);
  if (last) return { memberId: last.memberId, name: last.displayName, kind: last.kind };
  const [any] = free;
  return any ? { memberId: null, name: null, kind: any.kind } : null;
}

/** The member who spoke last in a question's chat and still belongs to the brand. */
export async function lastAnswerer({
  tx,
  questionId,
}: {
  tx: Tx;
  questionId: string;
}): Promise<string | null> {
  const said = await tx.message.findFirst({
    where: {
      chat: { questionId },
      author: "member",
      member: { status: { in: ["active", "trial"] }, removedAt: null },
    },
    orderBy: { seq: "desc" },
    select: { memberId: true },
  });
  return said?.memberId ?? null;
}
