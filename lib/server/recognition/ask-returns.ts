import { localeOf } from "@/lib/domain/locale";
import { returnRules } from "@/lib/domain/recognition/thanks-return";
import { later } from "@/lib/server/clock";
import { commit, type Tx } from "@/lib/server/commit";
import { db } from "@/lib/server/database";
import { log } from "@/lib/server/log";
import { enqueueMail } from "@/lib/server/mail/enqueue-mail";
import { findBan } from "@/lib/server/visitor/find-ban";
import { returnStopUrl, returnUrl } from "./return-token";

const most = 500;

/**
 * Asks, once each, those whose thanks are two weeks old and who agreed to it. Nobody who was erased, is banned, or wants
 * no such mails; nobody about somebody who has left. One failure stops nothing else.
 */
export async function askReturns({ now }: { now: Date }): Promise<void> {
  const due = await db().thanksReturn.findMany({
    where: { askedAt: null, email: { not: null }, askAt: { lte: now } },
    orderBy: [{ askAt: "asc" }, { id: "asc" }],
    take: most,
    select: { id: true },
  });
  for (const { id } of due) {
    await commit((tx) => askOne({ tx, id, now })).catch((error) =>
      log.error({ returnId: id, error }, "a visitor could not be asked whether it still helps"),
    );
  }
}

async function askOne({ tx, id, now }: { tx: Tx; id: string; now: Date }): Promise<void> {
  await tx.$queryRaw`SELECT id FROM thanks_returns WHERE id = ${id} FOR NO KEY UPDATE`;
  const row = await tx.thanksReturn.findFirst({
    where: { id, askedAt: null, email: { not: null } },
    include: {
      visitor: { select: { erasedAt: true } },
      member: {
        select: { displayName: true, status: true, brand: { select: { name: true, deletedAt: true } } },
      },
      rating: { select: { chat: { select: { question: { select: { language: true } } } } } },
    },
  });
  if (!row?.email) return;
  const { email, ratingId, visitorId, visitor, member, rating, stoppedAt, askAt } = row;
  const isWelcome =
    stoppedAt === null &&
    visitor.erasedAt === null &&
    member.brand.deletedAt === null &&
    member.status !== "left" &&
    member.status !== "suspended" &&
    askAt > later(now, -returnRules.lateDays * 24 * 3600) &&
    (await findBan({ tx, visitorId, now })) === null;
  if (!isWelcome) {
    await tx.thanksReturn.update({ where: { id }, data: { email: null, tokenHash: null } });
    return;
  }
  await tx.thanksReturn.update({ where: { id }, data: { email: null, askedAt: now } });
  await enqueueMail({
    tx,
    to: email,
    visitorId,
    template: "thanks-return",
    locale: localeOf(rating.chat.question.language),
    stopUrl: returnStopUrl(ratingId),
    data: { brand: member.brand.name, helper: member.displayName, url: returnUrl(ratingId) },
  });
}
