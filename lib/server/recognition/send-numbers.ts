import type { LetterMonth } from "@/lib/domain/recognition/letter";
import { commit } from "@/lib/server/commit";
import { db } from "@/lib/server/database";
import { env } from "@/lib/server/env";
import { enqueueMail } from "@/lib/server/mail/enqueue-mail";
import { countPromises } from "@/lib/server/promise/count-promises";
import { claimLetter, type LetterBrand } from "./claim-letter";
import { letterStopUrl } from "./letter-token";

/** What a brand's community did in a month, in counts. Answered: somebody said something, live or later. */
export async function countMonth({
  brand: { id: brandId, timeZone },
  month,
}: {
  brand: LetterBrand;
  month: LetterMonth;
}) {
  const during = { gte: month.from, lt: month.to };
  const asked = { brandId, askedAt: during };
  const his = { brandId, counts: true, thankedAt: during };
  const cameBack = { brandId, answeredAt: during, rating: { thanks: { counts: true } } };
  const [all, answered, promises, thanks, helpers, returned, lasting, badges] = await Promise.all([
    db().question.count({ where: asked }),
    db().question.count({
      where: { ...asked, OR: [{ firstAnswerAt: { not: null } }, { answeredAt: { not: null } }] },
    }),
    // As on the page of promises; its last instant is not ours.
    countPromises({ brandId, timeZone, from: month.from, now: new Date(month.to.getTime() - 1) }),
    db().thanks.count({ where: his }),
    db().thanks.findMany({ where: his, distinct: ["memberId"], select: { memberId: true } }),
    db().thanksReturn.count({ where: cameBack }),
    db().thanksReturn.count({ where: { ...cameBack, answer: "yes" } }),
    db().award.count({ where: { brandId, withdrawnAt: null, awardedAt: during } }),
  ]);
  const kept = promises.counts.reduce((sum, each) => sum + each.kept, 0);
  const judged = promises.counts.reduce((sum, each) => sum + each.kept + each.broken, 0);
  return { asked: all, answered, kept, judged, thanks, helpers: helpers.length, returned, lasting, badges };
}

/** Sends a manager the numbers of a month; once, and not to who wants none. */
export async function sendNumbers({
  brand,
  memberId,
  month,
  firstDay,
  numbers,
  now,
}: {
  brand: LetterBrand;
  memberId: string;
  month: LetterMonth;
  firstDay: Date;
  numbers: Awaited<ReturnType<typeof countMonth>>;
  now: Date;
}): Promise<void> {
  const isEmpty = Object.values(numbers).every((count) => count === 0);
  if (isEmpty) return;
  await commit(async (tx) => {
    const reader = await claimLetter({ tx, brandId: brand.id, memberId, kind: "manager", firstDay, now });
    if (!reader) return;
    await enqueueMail({
      tx,
      ...reader,
      template: "numbers",
      stopUrl: letterStopUrl(memberId, "manager"),
      data: {
        brand: brand.name,
        month: month.key,
        ...numbers,
        url: `${env().NEXTAUTH_URL}/${brand.slug}/live`,
        profileUrl: `${env().NEXTAUTH_URL}/${brand.slug}/profile`,
      },
    });
  });
}
