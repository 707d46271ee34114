import type { MemberActor, VisitorActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { getGuard } from "@/lib/server/guard/get-guard";
import { removeMember } from "@/lib/server/member/remove-member";
import { sayInRoom } from "@/lib/server/room/say-in-room";
import { resetDatabase } from "@/lib/server/testing/database";
import { hearEvents } from "@/lib/server/testing/heard";
import { makeLeft } from "@/lib/server/testing/left";
import { signedIn } from "@/lib/server/testing/signed-in";
import { makeCoached, makeLearner } from "@/lib/server/testing/training";
import {
  makeBrand,
  makeChat,
  makeMember,
  makeQuestion,
  makeVisitor,
  type TestBrand,
} from "@/lib/server/testing/world";
import { makeCandidates } from "./candidate-world";
import { makeRecognised } from "./recognised";

const soon = () => new Date(Date.now() + 3_600_000);
const word = () => crypto.randomUUID().replaceAll("-", "");

/** The ids of one side of the world: what somebody of that side may name in an address. */
export type Ids = Readonly<Record<string, string>>;

export type Caller = { headers: Record<string, string> };

/** What belongs to one visitor and one helper: a question that waits with an offer, a chat, its message and its file. */
async function makeBelongings(brand: TestBrand, visitor: VisitorActor, helper: MemberActor) {
  const chat = await makeChat(brand, visitor, helper);
  const reply = await db().message.create({
    data: {
      brandId: brand.id,
      chatId: chat.id,
      seq: 2,
      clientId: `reply-${word().slice(0, 8)}`,
      author: "member",
      memberId: helper.id,
      body: "Words",
      sentAt: new Date(),
    },
  });
  await db().chat.update({ where: { id: chat.id }, data: { lastSeq: 2 } });
  const asker = await makeVisitor(brand);
  const waiting = await makeQuestion(brand, asker, { state: "offering", wakeAt: soon() });
  const offer = await db().offer.create({
    data: {
      brandId: brand.id,
      questionId: waiting.id,
      memberId: helper.id,
      round: 1,
      wave: 1,
      reserves: false,
      reason: { topic: null, thanks: 0, owns: null, openCall: true },
      madeAt: new Date(),
      expiresAt: soon(),
    },
  });
  const note = await db().note.create({
    data: {
      brandId: brand.id,
      questionId: chat.questionId,
      memberId: helper.id,
      body: "A note",
      writtenAt: new Date(),
    },
  });
  const flag = await db().flag.create({
    data: {
      brandId: brand.id,
      chatId: chat.id,
      messageId: chat.message.id,
      visitorId: visitor.id,
      reporterId: helper.id,
      reason: "other",
      flaggedAt: new Date(),
    },
  });
  const recognised = await makeRecognised(brand, visitor, helper, chat);
  return { chat, reply, waiting, offer, note, flag, recognised };
}

/** A brand with a person of every kind, each with belongings, and one of every other thing that has an id. */
export async function makeSide() {
  const brand = await makeBrand();
  const expert = await makeMember(brand, { name: "Expert", capacity: 4 });
  const people = {
    expert,
    agent: await makeMember(brand, { name: "Agent", role: "agent", capacity: 4 }),
    manager: await makeMember(brand, { name: "Manager", role: "manager", capacity: 4 }),
    admin: await makeMember(brand, { name: "Admin", role: "admin", capacity: 4 }),
    suspended: await makeMember(brand, {
      name: "Suspended",
      role: "admin",
      status: "suspended",
      isOpen: false,
    }),
    left: await makeMember(brand, { name: "Left", role: "admin", status: "left", isOpen: false }),
  };
  await db().member.update({ where: { id: people.left.id }, data: { removedAt: new Date() } });
  const removed = await makeMember(brand, { name: "Gone", isOpen: false });
  await removeMember({ member: people.admin, memberId: removed.id, now: new Date() });
  const banished = await makeMember(brand, { name: "Banished", status: "suspended", isOpen: false });
  const brandId = brand.id;
  const removedAt = { deletedAt: new Date() };
  const removedSite = await db().site.create({
    data: { brandId, name: "Old shop", publicKey: word(), secret: word(), allowedOrigins: [], ...removedAt },
  });
  const reply = await db().cannedReply.create({
    data: { brandId, shortcut: "hello", title: "Hello", body: "A voucher for each chat", language: "en" },
  });
  const { findings } = await getGuard({ member: people.admin, now: new Date() });
  const invitation = await db().invitation.create({
    data: {
      brandId,
      email: "new@example.com",
      role: "expert",
      topicIds: [],
      capacity: 1,
      language: "en",
      tokenHash: word(),
      invitedById: people.admin.id,
      createdAt: new Date(),
      expiresAt: soon(),
    },
  });
  const colleague = await makeMember(brand, { name: "Colleague", capacity: 4 });
  const claim = await db().ownershipClaim.create({
    data: {
      brandId,
      memberId: colleague.id,
      product: "Volt 3 Cargo",
      since: new Date("2025-09-01"),
      statedAt: new Date(),
    },
  });
  const badge = await db().badge.create({
    data: {
      brandId,
      key: "welcome-1",
      series: "welcome",
      family: "welcome",
      level: 1,
      rule: { fact: "thanks.received", count: 1 },
      names: { en: "First answer", fr: "Première réponse" },
      icon: "chat",
    },
  });
  const award = await db().award.create({
    data: {
      brandId,
      badgeId: badge.id,
      memberId: colleague.id,
      evidence: { factIds: [], count: 1 },
      awardedAt: new Date(),
    },
  });
  const review = await db().review.create({
    data: { brandId, memberId: colleague.id, kind: "burst", openedAt: new Date() },
  });
  const action = await db().moderationAction.create({
    data: { brandId, actorId: people.manager.id, kind: "dismiss", actedAt: new Date() },
  });
  const audit = await db().audit.create({
    data: {
      brandId,
      actorId: people.admin.id,
      action: "changed",
      subject: `topic:${brand.topics.battery.id}`,
      before: { names: { en: "Battery", fr: "Batterie" } },
      after: { names: { en: "Battery", fr: "Batterie" } },
      at: new Date(),
    },
  });
  await sayInRoom({ member: people.expert, input: { clientId: word(), body: "Words" }, now: new Date() });
  const said = await db().roomMessage.findFirstOrThrow({ where: { brandId } });
  const candidates = await makeCandidates(brandId, people.manager.id);
  const shared: Ids = {
    ...candidates.ids,
    slug: brand.slug,
    roomMessageId: said.id,
    brand: brand.slug,
    brandId,
    memberId: colleague.id,
    siteId: brand.site.id,
    topicId: brand.topics.battery.id,
    replyId: reply.id,
    invitationId: invitation.id,
    actionId: action.id,
    badgeId: badge.id,
    awardId: award.id,
    reviewId: review.id,
    auditId: String(audit.id),
    claimId: claim.id,
    finding: findings[0]?.key ?? "",
    // Nobody's: such addresses are open to anybody who knows them.
    token: "x".repeat(43),
    key: "no-such-key",
    attachmentId: "f".repeat(32),
  };
  const idsOf = async (helper: MemberActor) => {
    const visitor = await makeVisitor(brand);
    const own = await makeBelongings(brand, visitor, helper);
    const newcomer = await makeCoached(brand, helper);
    const ids: Ids = {
      ...shared,
      chatId: own.chat.id,
      questionId: own.chat.questionId,
      messageId: own.chat.message.id,
      segmentId: own.chat.segment.id,
      offerId: own.offer.id,
      visitorId: visitor.id,
      noteId: own.note.id,
      flagId: own.flag.id,
      ...own.recognised,
      // What a visitor reports is his helper's.
      replyMessageId: own.reply.id,
      waitingId: own.waiting.id,
      ...newcomer,
    };
    return { visitor, ids };
  };
  const waiting = await makeLearner(brand, { isOpen: false });
  const left = await makeLeft(brand, await makeVisitor(brand), { topicId: null });
  const special: Readonly<Record<string, Ids>> = {
    "/learners/{learnerId}/pass": { learnerId: waiting.id },
    "/learners/{learnerId}/coach": { learnerId: waiting.id, coachId: people.manager.id },
    "/members/{memberId}/restore": { memberId: removed.id },
    "/members/{memberId}/reinstate": { memberId: banished.id },
    ...candidates.special,
    "/sites/{siteId}/restore": { siteId: removedSite.id },
    "/questions/{questionId}/answer": { questionId: left.id },
    "/questions/{questionId}/claim": { questionId: left.id },
    "/members/{memberId}/ownerships/{ownershipId}": { ownershipId: claim.id },
  };
  return { brand, people, colleague, idsOf, special };
}

/** Two brands that know nothing of each other, and what each kind of person sends with his requests. */
export async function makeMatrixWorld() {
  await resetDatabase();
  hearEvents();
  const own = await makeSide();
  const foreign = await makeSide();
  const helpers = ["expert", "agent", "manager", "admin"] as const;
  const belongings = {
    expert: await own.idsOf(own.people.expert),
    agent: await own.idsOf(own.people.agent),
    manager: await own.idsOf(own.people.manager),
    admin: await own.idsOf(own.people.admin),
    colleague: await own.idsOf(own.colleague),
    foreign: await foreign.idsOf(foreign.people.admin),
  };
  const bearer = (visitor: { token: string }): Caller => ({
    headers: { authorization: `Bearer ${visitor.token}`, "content-type": "application/json" },
  });
  const session = async (member: MemberActor): Promise<Caller> => ({ headers: await signedIn(member) });
  const callers = {
    nobody: { headers: { "content-type": "application/json" } } as Caller,
    visitor: bearer(belongings.expert.visitor),
    otherVisitor: bearer(belongings.colleague.visitor),
    foreignVisitor: bearer(belongings.foreign.visitor),
    expert: await session(own.people.expert),
    agent: await session(own.people.agent),
    manager: await session(own.people.manager),
    admin: await session(own.people.admin),
    suspended: await session(own.people.suspended),
    left: await session(own.people.left),
    foreignAdmin: await session(foreign.people.admin),
  };
  return { own, foreign, helpers, belongings, callers };
}
export type MatrixWorld = Awaited<ReturnType<typeof makeMatrixWorld>>;
export type CallerName = keyof MatrixWorld["callers"];

/** Everything that is stored, but for the counters of limits and the jobs. */
export async function everything(): Promise<Record<string, unknown>> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables
    WHERE schemaname = 'public' AND tablename NOT IN ('_prisma_migrations', 'rate_limits')`;
  const stored: Record<string, unknown> = {};
  for (const { name } of tables) {
    stored[name] = await db().$queryRawUnsafe(
      `SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS rows FROM "${name}" t`,
    );
  }
  return stored;
}
