import type { AskQuestion } from "@/lib/domain/question/schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { askQuestion } from "@/lib/server/question/ask-question";
import { makeMember, makeVisitor, morning, type TestBrand } from "./world";

/** A member who knows batteries and whose screen stays alive until `seenUntil`; a day unless told otherwise. */
export async function makePresent(
  brand: TestBrand,
  {
    seenUntil = later(morning, 86_400),
    ...data
  }: { seenUntil?: Date } & NonNullable<Parameters<typeof makeMember>[1]> = {},
): Promise<MemberActor> {
  const member = await makeMember(brand, data);
  await db().lease.create({ data: { memberId: member.id, screenId: "screen-one", expiresAt: seenUntil } });
  await db().memberTopic.create({ data: { memberId: member.id, topicId: brand.topics.battery.id } });
  return member;
}

/** A new visitor asks about batteries, through the front door. */
export async function askAbout(brand: TestBrand, now: Date, input: Partial<AskQuestion> = {}) {
  const visitor = await makeVisitor(brand);
  const question = await askQuestion({
    visitor,
    input: {
      clientId: `client-${visitor.id.slice(0, 8)}`,
      text: "Does the battery survive winter?",
      topicId: brand.topics.battery.id,
      language: "en",
      staffOnly: false,
      ...input,
    },
    now,
  });
  return { visitor, question };
}

/** The offers that can be accepted, by the member they ring at. */
export async function ringing(questionId?: string): Promise<string[]> {
  const offers = await db().offer.findMany({
    where: { state: { in: ["made", "delivered"] }, ...(questionId ? { questionId } : {}) },
    orderBy: { memberId: "asc" },
    select: { memberId: true },
  });
  return offers.map(({ memberId }) => memberId);
}

/** Whose load is not the number of his open chats and reserved offers; nobody's, if all is well. */
export async function untrueLoads(): Promise<string[]> {
  const members = await db().member.findMany({
    include: {
      segments: { where: { state: "open" } },
      offers: { where: { state: { in: ["made", "delivered"] }, reserves: true } },
    },
  });
  return members
    .filter(({ load, segments, offers }) => load !== segments.length + offers.length)
    .map(
      ({ displayName, load, segments, offers }) =>
        `${displayName}: ${load} for ${segments.length} + ${offers.length}`,
    );
}
