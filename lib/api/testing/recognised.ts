import type { MemberActor, VisitorActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import type { makeChat, TestBrand } from "@/lib/server/testing/world";

const word = () => crypto.randomUUID().replaceAll("-", "");

/** What a helper has been given and has said of himself: thanks with words, an award with a badge of its own, a product. */
export async function makeRecognised(
  brand: TestBrand,
  visitor: VisitorActor,
  helper: MemberActor,
  chat: Awaited<ReturnType<typeof makeChat>>,
): Promise<{ thanksId: string; recordId: string; ownershipId: string }> {
  const brandId = brand.id;
  const [memberId, visitorId] = [helper.id, visitor.id];
  const rating = await db().rating.create({
    data: {
      brandId,
      chatId: chat.id,
      segmentId: chat.segment.id,
      visitorId,
      memberId,
      stars: 5,
      solved: "yes",
      words: "Thank you",
      showsWords: true,
      ratedAt: new Date(),
    },
  });
  const thanks = await db().thanks.create({
    data: {
      brandId,
      ratingId: rating.id,
      memberId,
      visitorId,
      language: "en",
      counts: true,
      thankedAt: new Date(),
    },
  });
  const key = word();
  const badge = await db().badge.create({
    data: {
      brandId,
      key,
      series: key,
      family: "thanks",
      level: 1,
      rule: { fact: "thanks.received", count: 1 },
      names: { en: "Warm words", fr: "Mots chaleureux" },
      icon: "heart",
    },
  });
  const award = await db().award.create({
    data: {
      brandId,
      badgeId: badge.id,
      memberId,
      evidence: { factIds: [], count: 1 },
      awardedAt: new Date(),
    },
  });
  const owned = await db().ownership.create({
    data: { memberId, product: "Volt 3 City", since: new Date("2025-09-01") },
  });
  return { thanksId: thanks.id, recordId: award.id, ownershipId: owned.id };
}
