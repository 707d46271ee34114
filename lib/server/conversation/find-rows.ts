import { z } from "zod";
import { highlight } from "@/lib/domain/conversation/highlight";
import type { ConversationRow } from "@/lib/domain/conversation/view";
import { helperKind } from "@/lib/domain/member/role";
import { Names } from "@/lib/domain/schema";
import { db } from "@/lib/server/database";
import { conversationState } from "./conversation-where";
import { type Found, findWords } from "./find-words";

const Vouched = z.object({ name: z.string().nullish() });

function seconds(from: Date, to: Date | null): number | null {
  return to && (to.getTime() - from.getTime()) / 1000;
}

/** The conversations of these questions as the list shows them, in that order; with the words searched for, if any. */
export async function findRows({ ids, words }: { ids: string[]; words: string }): Promise<ConversationRow[]> {
  const [questions, found] = await Promise.all([
    db().question.findMany({
      where: { id: { in: ids } },
      include: {
        topic: { select: { names: true } },
        visitor: { select: { id: true, firstName: true, profile: true, erasedAt: true } },
        chat: {
          include: {
            _count: { select: { messages: { where: { author: { not: "system" } } } } },
            segments: {
              orderBy: { startedAt: "asc" },
              include: { member: { select: { displayName: true, role: true } } },
            },
            ratings: { orderBy: { ratedAt: "desc" }, take: 1 },
          },
        },
      },
    }),
    words === "" ? new Map<string, Found>() : findWords({ ids, words }),
  ]);
  const byId = new Map(questions.map((question) => [question.id, question]));
  return ids.flatMap((id) => {
    const question = byId.get(id);
    if (!question) return [];
    const { visitor, chat, askedAt } = question;
    const hit = found.get(id);
    const [rating] = chat?.ratings ?? [];
    const helpers = new Map(
      (chat?.segments ?? []).map(({ memberId, member }) => [
        memberId,
        { memberId, name: member.displayName, kind: helperKind(member.role) },
      ]),
    );
    const row: ConversationRow = {
      questionId: id,
      askedAt: askedAt.toISOString(),
      state: conversationState(question.state),
      question: highlight(question.text, hit?.where === "question" ? hit.marked : []),
      language: question.language,
      topic: question.topic && Names.parse(question.topic.names),
      visitor: {
        id: visitor.id,
        name: Vouched.parse(visitor.profile).name ?? visitor.firstName,
        isErased: visitor.erasedAt !== null,
      },
      helpers: [...helpers.values()],
      promiseKept: question.promiseKept,
      joinedSeconds: seconds(askedAt, question.joinedAt),
      answeredSeconds: seconds(askedAt, question.firstAnswerAt ?? question.answeredAt),
      stars: rating?.stars ?? null,
      solved: rating?.solved ?? null,
      messages: chat?._count.messages ?? 0,
      found:
        hit && hit.where !== "question"
          ? { where: hit.where, seq: hit.seq, words: highlight(hit.body, hit.marked) }
          : null,
    };
    return [row];
  });
}
