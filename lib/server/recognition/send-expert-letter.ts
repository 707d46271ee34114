import { mask } from "@/lib/domain/mask/mask";
import type { LetterMonth } from "@/lib/domain/recognition/letter";
import { Names } from "@/lib/domain/schema";
import { commit, type Tx } from "@/lib/server/commit";
import { env } from "@/lib/server/env";
import { enqueueMail } from "@/lib/server/mail/enqueue-mail";
import { claimLetter, type LetterBrand } from "./claim-letter";
import { letterStopUrl } from "./letter-token";

const mostWords = 3;

/** Tells a member what his help did in a month, if there is anything to tell; once. */
export async function sendExpertLetter({
  brand,
  memberId,
  month,
  firstDay,
  now,
}: {
  brand: LetterBrand;
  memberId: string;
  month: LetterMonth;
  firstDay: Date;
  now: Date;
}): Promise<void> {
  await commit(async (tx) => {
    const told = await readMonth({ tx, memberId, month });
    if (told.thanks === 0 && told.lasting === 0 && told.badges.length === 0) return;
    const reader = await claimLetter({ tx, brandId: brand.id, memberId, kind: "expert", firstDay, now });
    if (!reader) return;
    const profileUrl = `${env().NEXTAUTH_URL}/${brand.slug}/profile`;
    await enqueueMail({
      tx,
      ...reader,
      template: "letter",
      stopUrl: letterStopUrl(memberId, "expert"),
      data: { brand: brand.name, month: month.key, ...told, url: profileUrl, profileUrl },
    });
  });
}

async function readMonth({ tx, memberId, month }: { tx: Tx; memberId: string; month: LetterMonth }) {
  const during = { gte: month.from, lt: month.to };
  const his = { memberId, counts: true, thankedAt: during };
  const thanks = await tx.thanks.count({ where: his });
  const topics = await tx.thanks.groupBy({
    by: ["topicId"],
    where: his,
    _count: true,
    orderBy: { _count: { topicId: "desc" } },
  });
  const said = await tx.thanks.findMany({
    // A letter leaves the house: only words that may be shown to everybody.
    where: { ...his, hiddenAt: null, rating: { showsWords: true, words: { not: null } } },
    orderBy: [{ thankedAt: "desc" }, { id: "desc" }],
    take: mostWords,
    select: { rating: { select: { words: true } }, visitor: { select: { firstName: true } } },
  });
  const lasting = await tx.thanksReturn.count({
    where: { memberId, answer: "yes", answeredAt: during, rating: { thanks: { counts: true } } },
  });
  const awards = await tx.award.findMany({
    where: { memberId, withdrawnAt: null, awardedAt: during },
    orderBy: [{ awardedAt: "asc" }, { id: "asc" }],
    select: { badge: { select: { names: true } } },
  });
  const names = await tx.topic.findMany({
    where: { id: { in: topics.flatMap(({ topicId }) => topicId ?? []) } },
    select: { id: true, names: true },
  });
  const nameOf = new Map(names.map((topic) => [topic.id, Names.parse(topic.names)]));
  return {
    thanks,
    topics: topics.flatMap(({ topicId, _count }) => {
      const found = topicId && nameOf.get(topicId);
      return found ? [{ names: found, thanks: _count }] : [];
    }),
    lasting,
    words: said.map(({ rating, visitor }) => ({
      from: visitor.firstName === null ? null : mask(visitor.firstName),
      text: mask(rating.words ?? ""),
    })),
    badges: awards.map(({ badge }) => Names.parse(badge.names)),
  };
}
