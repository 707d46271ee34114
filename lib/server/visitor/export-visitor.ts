import { Names } from "@/lib/domain/schema";
import { loadFile } from "@/lib/server/attachment/storage";
import { db } from "@/lib/server/database";
import { findPerson } from "./find-person";

/**
 * Everything of a visitor as the pieces of one JSON text, files included (base64), one file in memory at a time. It is
 * his data, so it holds what he may see: a helper's message that was hidden has no text, staff's notes are not in it.
 * NOT_FOUND (before the first piece) for a visitor of another brand.
 */
export async function exportVisitor({
  brandId,
  visitorId,
  now,
}: {
  brandId: string;
  visitorId: string;
  now: Date;
}): Promise<AsyncGenerator<string>> {
  const ids = await findPerson({ brandId, visitorId });
  return pieces({ brandId, ids, now });
}

async function* pieces({ brandId, ids, now }: { brandId: string; ids: string[]; now: Date }) {
  const his = { visitorId: { in: ids } };
  const { name } = await db().brand.findUniqueOrThrow({ where: { id: brandId }, select: { name: true } });
  const visitors = await db().visitor.findMany({
    where: { id: { in: ids } },
    orderBy: { createdAt: "asc" },
    select: {
      id: true,
      firstName: true,
      email: true,
      language: true,
      externalId: true,
      profile: true,
      context: true,
      consentAt: true,
      createdAt: true,
      lastSeenAt: true,
      erasedAt: true,
    },
  });
  const visits = await db().visit.findMany({
    where: his,
    orderBy: { startedAt: "asc" },
    select: {
      entryUrl: true,
      entryTitle: true,
      lastUrl: true,
      pages: true,
      startedAt: true,
      lastSeenAt: true,
    },
  });
  const bans = await db().ban.findMany({
    where: his,
    orderBy: { createdAt: "asc" },
    select: { createdAt: true, until: true, liftedAt: true, reason: true },
  });
  const reports = await db().flag.findMany({
    where: { reporterId: { in: ids } },
    orderBy: { flaggedAt: "asc" },
    select: { messageId: true, reason: true, words: true, flaggedAt: true },
  });
  const head = { exportedAt: now, brand: name, visitors, visits, bans, reports };
  yield `${JSON.stringify(head).slice(0, -1)},"conversations":[`;
  const questions = await db().question.findMany({
    where: his,
    orderBy: [{ askedAt: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  for (const [i, { id }] of questions.entries()) {
    yield `${i ? "," : ""}${JSON.stringify(await conversation(id))}`;
  }
  yield '],"files":[';
  const files = await db().attachment.findMany({
    where: { chat: his },
    orderBy: { createdAt: "asc" },
    select: { id: true, name: true, mime: true, byteSize: true, createdAt: true, storageKey: true },
  });
  for (const [i, { storageKey, ...file }] of files.entries()) {
    const bytes = await loadFile(storageKey);
    const base64 = bytes ? Buffer.from(bytes).toString("base64") : null;
    yield `${i ? "," : ""}${JSON.stringify({ ...file, base64 })}`;
  }
  yield "]}\n";
}

async function conversation(questionId: string) {
  const { topic, chat, ...question } = await db().question.findUniqueOrThrow({
    where: { id: questionId },
    select: {
      id: true,
      state: true,
      text: true,
      language: true,
      topic: { select: { names: true } },
      product: true,
      pageUrl: true,
      pageTitle: true,
      askedAt: true,
      firstAnswerAt: true,
      endedAt: true,
      capsule: true,
      leftEmail: true,
      answerBy: true,
      answeredAt: true,
      mailsStoppedAt: true,
      turns: {
        orderBy: { turn: "asc" },
        select: { turn: true, since: true, answerBy: true, answeredAt: true, kept: true },
      },
      chat: {
        select: {
          messages: {
            orderBy: { seq: "asc" },
            select: {
              id: true,
              author: true,
              body: true,
              system: true,
              sentAt: true,
              hiddenAt: true,
              attachmentId: true,
              member: { select: { displayName: true } },
            },
          },
          ratings: {
            orderBy: { ratedAt: "asc" },
            select: {
              stars: true,
              solved: true,
              words: true,
              ratedAt: true,
              member: { select: { displayName: true } },
            },
          },
        },
      },
    },
  });
  const messages = (chat?.messages ?? []).map(({ member, body, hiddenAt, ...message }) => ({
    ...message,
    helper: member?.displayName ?? null,
    text: hiddenAt && message.author !== "visitor" ? null : body,
  }));
  const ratings = (chat?.ratings ?? []).map(({ member, ...rating }) => ({
    ...rating,
    helper: member.displayName,
  }));
  return { ...question, topic: topic && Names.parse(topic.names), messages, ratings };
}
