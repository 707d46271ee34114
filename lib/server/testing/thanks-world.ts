import { defaultBadges } from "@/lib/domain/badge/default-badges";
import type { RateSegment } from "@/lib/domain/chat/schema";
import { Names } from "@/lib/domain/schema";
import type { MemberActor, VisitorActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { rateSegment } from "@/lib/server/rating/rate-segment";
import { makeBrand, makeChat, makeMember, makeVisitor, morning, type TestBrand } from "./world";

/** Five stars, solved. */
export const happy = { stars: 5, solved: "yes" as const };

/** A brand with the usual badges, and Samir, who knows batteries and has no thanks yet. */
export async function makeThankedBrand(): Promise<{ brand: TestBrand; samir: MemberActor }> {
  const brand = await makeBrand();
  const topics = Object.values(brand.topics).map(({ slug, names }) => ({ slug, names: Names.parse(names) }));
  await db().badge.createMany({
    data: defaultBadges(topics).map((badge) => ({ brandId: brand.id, ...badge })),
  });
  const samir = await makeMember(brand, { capacity: 4 });
  await db().memberTopic.create({ data: { memberId: samir.id, topicId: brand.topics.battery.id } });
  return { brand, samir };
}

type ChatData = { state?: "open" | "ended"; topicId?: string; language?: string };

/** A chat that is over, waiting for its rating; or still open. */
export async function makeEndedChat(
  brand: TestBrand,
  visitor: VisitorActor,
  member: MemberActor,
  { state = "ended", ...question }: ChatData = {},
) {
  const chat = await makeChat(brand, visitor, member, { state: "ended", endedAt: morning, ...question });
  await db().chat.update({ where: { id: chat.id }, data: { state } });
  await db().segment.update({ where: { id: chat.segment.id }, data: { state } });
  await db().member.update({ where: { id: member.id }, data: { load: 0 } });
  return chat;
}
export type EndedChat = Awaited<ReturnType<typeof makeEndedChat>>;

/** The visitor rates the chat: five stars and solved, unless told otherwise. */
export function rate(
  visitor: VisitorActor,
  chat: EndedChat,
  words: Partial<RateSegment> = {},
  now: Date = morning,
): Promise<void> {
  return rateSegment({
    visitor,
    chatId: chat.id,
    input: { segmentId: chat.segment.id, ...happy, ...words },
    now,
  });
}

/** So many new visitors, each with a chat that waits for its rating. */
export async function makeRaters(count: number, brand: TestBrand, member: MemberActor, data: ChatData = {}) {
  const raters: { visitor: VisitorActor; chat: EndedChat }[] = [];
  for (let i = 0; i < count; i++) {
    const visitor = await makeVisitor(brand);
    raters.push({ visitor, chat: await makeEndedChat(brand, visitor, member, data) });
  }
  return raters;
}

/** What the member is known for on batteries. */
export function batterySkill(brand: TestBrand, member: MemberActor) {
  return db().memberTopic.findFirstOrThrow({
    where: { memberId: member.id, topicId: brand.topics.battery.id },
  });
}

/** How many facts of lasting thanks count now. */
export async function lastingFacts(): Promise<number> {
  const facts = await db().fact.findMany({
    where: { kind: "thanks.lasting" },
    include: { rulings: { orderBy: { id: "desc" }, take: 1 } },
  });
  return facts.filter(({ rulings }) => rulings[0]?.counts ?? true).length;
}
