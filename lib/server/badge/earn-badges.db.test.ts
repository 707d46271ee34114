import { beforeEach, describe, expect, it, vi } from "vitest";
import { earnedBadges } from "@/lib/domain/badge/earn";
import type { MemberActor } from "@/lib/server/account/actor";
import { awardBadges } from "@/lib/server/badge/award-badges";
import { earnBadges } from "@/lib/server/badge/earn-badges";
import { findBadges } from "@/lib/server/badge/find-badges";
import { listRecognition } from "@/lib/server/badge/list-recognition";
import { recomputeBadges } from "@/lib/server/badge/recompute-badges";
import { later } from "@/lib/server/clock";
import { commit, type Tx } from "@/lib/server/commit";
import { db } from "@/lib/server/database";
import { findFacts } from "@/lib/server/fact/find-facts";
import { recordFact } from "@/lib/server/fact/record-fact";
import { tasks } from "@/lib/server/job/tasks";
import { resetDatabase } from "@/lib/server/testing/database";
import { hearEvents } from "@/lib/server/testing/heard";
import {
  type EndedChat,
  makeEndedChat,
  makeRaters,
  makeThankedBrand,
  rate,
} from "@/lib/server/testing/thanks-world";
import { makeMember, makeVisitor, morning, type TestBrand } from "@/lib/server/testing/world";
import { setTopicRemoved } from "@/lib/server/topic/set-topic-removed";

vi.setConfig({ testTimeout: 30_000 });

const day = 24 * 3600;

let brand: TestBrand;
let samir: MemberActor;
let heard: ReturnType<typeof hearEvents>;

beforeEach(async () => {
  await resetDatabase();
  heard = hearEvents();
  ({ brand, samir } = await makeThankedBrand());
});

/** A new visitor thanks Samir. */
async function thankOnce(data: Parameters<typeof makeRaters>[3] = {}, now = morning) {
  for (const { visitor, chat } of await makeRaters(1, brand, samir, data)) await rate(visitor, chat, {}, now);
}

const awardKeys = async () =>
  (await db().award.findMany({ where: { memberId: samir.id }, include: { badge: true } }))
    .map(({ badge }) => badge.key)
    .sort();

const countedThanks = () => db().thanks.count({ where: { memberId: samir.id, counts: true } });

async function topicThanks(): Promise<number | undefined> {
  const [row] = await db().memberTopic.findMany({ where: { memberId: samir.id } });
  return row?.thanks;
}

describe("thanks", () => {
  it("count once for a visitor and a member in 30 days, however many come at once", async () => {
    const marie = await makeVisitor(brand);
    const chats: EndedChat[] = [];
    for (let i = 0; i < 4; i++) chats.push(await makeEndedChat(brand, marie, samir));
    const [later30, ...now] = chats;
    await Promise.all(now.map((chat) => rate(marie, chat)));
    expect(await countedThanks()).toBe(1);
    expect(await topicThanks()).toBe(1);
    await rate(marie, later30!, {}, later(morning, 30 * day));
    expect(await countedThanks()).toBe(2);
    expect(await db().thanks.count()).toBe(4);
  });

  it("count ten on one day of the brand, the eleventh the next", async () => {
    const evening = new Date("2026-03-10T22:30:00.000Z");
    const [tomorrow, ...today] = await makeRaters(13, brand, samir);
    await Promise.all(today.map(({ visitor, chat }) => rate(visitor, chat, {}, evening)));
    expect(await countedThanks()).toBe(10);
    expect(await topicThanks()).toBe(10);
    expect(heard.of(samir.id).filter((name) => name === "thanks.received")).toHaveLength(12);
    // Half an hour past midnight in Paris.
    await rate(tomorrow!.visitor, tomorrow!.chat, {}, later(evening, 3600));
    expect(await countedThanks()).toBe(11);
  });

  it("do not count from oneself", async () => {
    const { email } = await db().user.findUniqueOrThrow({ where: { id: samir.userId } });
    const himself = await makeVisitor(brand, { email: email.toUpperCase() });
    await rate(himself, await makeEndedChat(brand, himself, samir));
    expect(await db().thanks.findMany()).toMatchObject([{ counts: false }]);
    expect(await awardKeys()).toEqual([]);
    expect(await topicThanks()).toBe(0);
  });

  it("never make somebody asked about a topic that he has not chosen", async () => {
    await thankOnce({ topicId: brand.topics.brakes.id });
    expect(await db().memberTopic.findMany({ where: { memberId: samir.id } })).toMatchObject([
      { topicId: brand.topics.battery.id, thanks: 0 },
    ]);
  });
});

describe("badges", () => {
  it("are awarded once when the thanks that earn them come at once, with these as evidence", async () => {
    const raters = await makeRaters(8, brand, samir);
    await Promise.all(raters.map(({ visitor, chat }) => rate(visitor, chat)));
    expect(await awardKeys()).toEqual(["topic-battery-1", "welcome-1"]);
    expect(heard.of(samir.id).filter((name) => name === "badge.awarded")).toHaveLength(2);
    const award = await db().award.findFirstOrThrow({ where: { badge: { key: "topic-battery-1" } } });
    const { factIds, count } = award.evidence as { factIds: string[]; count: number };
    expect(count).toBe(5);
    expect(
      await db().fact.count({
        where: {
          id: { in: factIds },
          memberId: samir.id,
          kind: "thanks.received",
          topicId: brand.topics.battery.id,
        },
      }),
    ).toBe(5);
  });

  it("are those that the whole history would give", async () => {
    const moments = [
      { language: "en" },
      { topicId: brand.topics.brakes.id },
      { language: "fr" },
      ...Array.from({ length: 9 }, () => ({})),
    ];
    for (const [index, data] of moments.entries()) await thankOnce(data, later(morning, index * day));
    const badges = await findBadges({ tx: db(), brandId: brand.id });
    const history = await findFacts({ tx: db(), memberId: samir.id });
    const fromHistory = earnedBadges(badges, history);
    expect(await awardKeys()).toEqual(fromHistory.map(({ badge }) => badge.mark.key).sort());
    expect(fromHistory.length).toBeGreaterThanOrEqual(4);
    for (const { badge, evidence } of fromHistory) {
      const award = await db().award.findFirstOrThrow({ where: { badgeId: badge.id } });
      expect(award.evidence).toEqual({ factIds: evidence.map(({ id }) => id), count: evidence.length });
    }
  });

  it("are the same when two workers compute them anew from history at once, and once more", async () => {
    for (const { visitor, chat } of await makeRaters(6, brand, samir)) await rate(visitor, chat);
    const stored = () =>
      db().award.findMany({
        orderBy: { badgeId: "asc" },
        select: { badgeId: true, memberId: true, evidence: true, awardedAt: true },
      });
    const live = await stored();
    expect(live).toHaveLength(2);
    await db().award.deleteMany();
    const recompute = () => recomputeBadges({ brandId: brand.id });
    await Promise.all([recompute(), recompute()]);
    expect(await stored()).toEqual(live);
    await recompute();
    expect(await stored()).toEqual(live);
  });

  it("rest on what happened first, whenever it is heard of", async () => {
    await thankOnce({}, later(morning, day));
    const earlier = { brandId: brand.id, memberId: samir.id, kind: "thanks.received" as const, at: morning };
    await commit((tx) => recordFact({ tx, fact: { ...earlier, sourceId: "told-later" } }));
    await tasks["earn-badges"]?.({ memberId: samir.id }, {} as never);
    expect(await db().award.findMany()).toMatchObject([{ awardedAt: morning }]);
  });

  it("go with the facts that they rest on, and come back with them", async () => {
    await thankOnce();
    const fact = await db().fact.findFirstOrThrow();
    const rule = (counts: boolean) =>
      db().factRuling.create({
        data: { brandId: brand.id, factId: fact.id, counts, sourceId: "a-review", at: morning },
      });
    await rule(false);
    heard.forget();
    await awardBadges({ memberId: samir.id });
    expect(await awardKeys()).toEqual([]);
    expect(heard.of(samir.id)).toEqual(["sync"]);
    await rule(true);
    await awardBadges({ memberId: samir.id });
    expect(await awardKeys()).toEqual(["welcome-1"]);
  });

  it("rest with a removed topic, and take nothing away", async () => {
    for (const { visitor, chat } of await makeRaters(5, brand, samir)) await rate(visitor, chat);
    await db().topic.update({
      where: { id: brand.topics.battery.id },
      data: { deletedAt: later(morning, day) },
    });
    await db().badge.updateMany({
      where: { key: "topic-battery-2" },
      data: { rule: { fact: "thanks.received", topic: "battery", count: 6 } },
    });
    await thankOnce({}, later(morning, 2 * day));
    expect(await awardKeys()).toEqual(["topic-battery-1", "welcome-1"]);
    await db().topic.update({ where: { id: brand.topics.battery.id }, data: { deletedAt: null } });
    await awardBadges({ memberId: samir.id });
    expect(await awardKeys()).toContain("topic-battery-2");
  });

  it("of a topic that was never there give nothing", async () => {
    await db().badge.updateMany({
      where: { key: "topic-brakes-1" },
      data: { rule: { fact: "thanks.received", topic: "nowhere", count: 1 } },
    });
    await thankOnce();
    expect(await awardKeys()).toEqual(["welcome-1"]);
  });

  it("stay withdrawn once they were", async () => {
    await thankOnce();
    await db().award.updateMany({ data: { withdrawnAt: morning, withdrawnFor: "A test" } });
    await thankOnce();
    const { awards } = await listRecognition({ memberId: samir.id, brandId: brand.id, now: morning });
    expect(awards).toEqual([]);
    expect(await db().award.count()).toBe(1);
  });
});

describe("badges that nobody gives any more", () => {
  it("do not come back to who was erased, whose facts stay", async () => {
    await thankOnce();
    await db().award.deleteMany();
    await db().member.update({ where: { id: samir.id }, data: { erasedAt: morning } });
    await recomputeBadges({ brandId: brand.id });
    expect(await awardKeys()).toEqual([]);
  });

  it("stay with their reason where a manager takes them back while they are computed", async () => {
    await thankOnce();
    const fact = await db().fact.findFirstOrThrow();
    const ruling = { brandId: brand.id, factId: fact.id, counts: false, sourceId: "a-review", at: morning };
    await db().factRuling.create({ data: ruling });
    await commit(async (tx) => {
      const award = Object.create(tx.award, {
        findMany: {
          value: async (args: object) => {
            const read = await tx.award.findMany(args);
            await db().award.updateMany({ data: { withdrawnAt: morning, withdrawnFor: "A test" } });
            return read;
          },
        },
      });
      const meanwhile = Object.create(tx, { award: { value: award } }) as Tx;
      await earnBadges({ tx: meanwhile, memberId: samir.id, brandId: brand.id });
    });
    expect(await db().award.findMany()).toMatchObject([{ withdrawnFor: "A test" }]);
  });

  it("are computed anew once their topic is back", async () => {
    const helene = await makeMember(brand, { name: "Hélène R.", role: "manager" });
    const jobs = () => db().$queryRaw<unknown[]>`
      SELECT 1 FROM graphile_worker._private_jobs WHERE key = ${`recompute-badges:${brand.id}`}`;
    const set = (isRemoved: boolean) =>
      setTopicRemoved({ member: helene, topicId: brand.topics.battery.id, isRemoved, now: morning });
    await set(true);
    expect(await jobs()).toHaveLength(0);
    await set(false);
    expect(await jobs()).toHaveLength(1);
  });
});

describe("listRecognition", () => {
  it("gives the last five words of thanks, newest first, and how many there are", async () => {
    for (let i = 0; i < 7; i++) await thankOnce({}, later(morning, i * day));
    const { thanks, thanksTotal } = await listRecognition({
      memberId: samir.id,
      brandId: brand.id,
      now: morning,
    });
    expect(thanksTotal).toBe(7);
    expect(thanks.map(({ thankedAt }) => thankedAt)).toEqual(
      [6, 5, 4, 3, 2].map((days) => later(morning, days * day).toISOString()),
    );
  });

  it("shows a newcomer nothing but the first badge", async () => {
    expect(await listRecognition({ memberId: samir.id, brandId: brand.id, now: morning })).toMatchObject({
      thanks: [],
      thanksTotal: 0,
      awards: [],
      nextBadge: { badge: { key: "welcome-1" }, have: 0, need: 1 },
    });
  });
});
