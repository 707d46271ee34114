import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { isAppError } from "@/lib/domain/error";
import type { MemberActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { acceptOffer } from "@/lib/server/offer/accept-offer";
import { declineOffer } from "@/lib/server/offer/decline-offer";
import { resetDatabase } from "@/lib/server/testing/database";
import { untrueLoads } from "@/lib/server/testing/flow";
import { hearEvents } from "@/lib/server/testing/heard";
import { makeBrand, makeMember, morning, type TestBrand } from "@/lib/server/testing/world";
import { findStuck } from "./find-stuck";

const routers = 64;
/** So many copies of the router that know nothing of each other, as processes do; within one, calls are put together. */
const processes = 8;
const questions = 1_000;
const experts = 50;
const capacity = 3;
const offerSeconds = 60;

type RouteQuestions = typeof import("./route-question").routeQuestions;
const copies: RouteQuestions[] = [];

beforeAll(async () => {
  while (copies.length < processes) {
    vi.resetModules();
    copies.push((await import("./route-question")).routeQuestions);
  }
});

function routerOf(i: number): RouteQuestions {
  const copy = copies[i % processes];
  if (!copy) throw new Error("no router");
  return copy;
}

let brand: TestBrand;
const members = new Map<string, MemberActor>();

beforeEach(async () => {
  await resetDatabase();
  hearEvents();
  brand = await makeBrand({ settings: { offerSeconds, deliverySeconds: offerSeconds } });
  members.clear();
  for (let i = 0; i < experts; i++) {
    const member = await makeMember(brand, {
      name: `Expert ${i}`,
      capacity,
      // One in ten is a beginner, who has one place whatever his capacity.
      chatsHeld: i % 10 === 0 ? 0 : 1,
      languages: [["en"], ["fr"], ["en", "fr"]][i % 3],
    });
    members.set(member.id, member);
  }
  const { battery, brakes } = brand.topics;
  await db().$executeRaw`
    INSERT INTO leases (member_id, screen_id, expires_at)
    SELECT id, 'screen-one', ${later(morning, 86_400)} FROM members WHERE brand_id = ${brand.id}`;
  await db().$executeRaw`
    INSERT INTO member_topics (member_id, topic_id)
    SELECT m.id, t.id FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM members WHERE brand_id = ${brand.id}) m
    JOIN (VALUES (${battery.id}, 0), (${brakes.id}, 1)) AS t (id, k) ON m.n % 3 <> t.k`;
  await db().$executeRaw`
    WITH v AS (
      INSERT INTO visitors (brand_id, site_id, token_hash)
      SELECT ${brand.id}, ${brand.site.id}, 'hash-' || n FROM generate_series(1, ${questions}) n
      RETURNING id, token_hash)
    INSERT INTO questions (brand_id, site_id, visitor_id, client_id, topic_id, text, language, target_seconds,
      promise_seconds, asked_at, round_at, wake_at)
    SELECT ${brand.id}, ${brand.site.id}, v.id, 'client-' || v.token_hash,
      CASE n % 3 WHEN 0 THEN ${battery.id} WHEN 1 THEN ${brakes.id} END, 'How?',
      CASE n % 2 WHEN 0 THEN 'en' ELSE 'fr' END, 15, 30, at, at, at
    FROM (SELECT *, substr(token_hash, 6)::int AS n, ${morning}::timestamptz + substr(token_hash, 6)::int * interval '1 millisecond' AS at
      FROM v) v`;
});

/** A number in [0, 1) for each step of the test, the same in every run. */
function* chances(seed: number): Generator<number, never> {
  for (let x = seed; ; ) {
    x = (Math.imul(x, 1_664_525) + 1_013_904_223) >>> 0;
    yield x / 2 ** 32;
  }
}

const expected = ["OFFER_TAKEN", "OFFER_EXPIRED", "CAPACITY_FULL", "QUESTION_CLOSED", "CHAT_ENDED"];

/** Refusals are what a race is decided by; anything else is a fault. */
async function race(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!isAppError(error) || !expected.includes(error.code)) throw error;
  });
}

/** Does it for all, so many at once as there are connections. */
async function crowd<T>(items: T[], work: (item: T) => Promise<void>): Promise<void> {
  const rest = [...items];
  await Promise.all(
    Array.from({ length: 20 }, async () => {
      for (let item = rest.pop(); item !== undefined; item = rest.pop()) await work(item);
    }),
  );
}

async function nobodyBeyondCapacity(): Promise<void> {
  const over = await db().$queryRaw`
    SELECT m.id FROM members m WHERE CASE WHEN m.chats_held = 0 THEN 1 ELSE m.capacity END < (
      SELECT count(*) FROM segments s WHERE s.member_id = m.id AND s.state = 'open')`;
  expect(over).toEqual([]);
}

/** What ending a chat does to places and questions, for all at once: this test is about who gets them. */
async function endAllChats(at: Date): Promise<void> {
  await db().$executeRaw`
    WITH over AS (
      UPDATE segments SET state = 'ended', ended_at = ${at} WHERE state = 'open' RETURNING member_id, chat_id),
    chat AS (
      UPDATE chats SET state = 'ended', ended_at = ${at} WHERE id IN (SELECT chat_id FROM over) RETURNING question_id),
    question AS (
      UPDATE questions SET state = 'ended', ended_at = ${at} WHERE id IN (SELECT question_id FROM chat))
    UPDATE members m SET load = m.load - n.chats
    FROM (SELECT member_id, count(*)::int AS chats FROM over GROUP BY member_id) n WHERE m.id = n.member_id`;
}

describe("64 routers, 1,000 questions, 50 experts with three places each", () => {
  it("give each question one owner, nobody too many, and leave nobody waiting for idle hands", async () => {
    const chance = chances(7);
    const now = () => later(morning, 2);
    const waiting = () =>
      db().question.findMany({
        where: { state: { in: ["asked", "offering", "calling"] } },
        orderBy: [{ askedAt: "asc" }, { id: "asc" }],
        select: { id: true },
      });

    for (let ids = await waiting(); ids.length > 0; ids = await waiting()) {
      // All routers go for the same questions: the head of the queue, each from another point of it.
      await Promise.all(
        Array.from({ length: routers }, (_, i) => {
          const from = Math.floor(chance.next().value * Math.min(ids.length, 200)) - (i % 20);
          const some = ids.slice(Math.max(0, from), Math.max(0, from) + 10).map(({ id }) => id);
          return routerOf(i)({ brandId: brand.id, questionIds: some, now: now() });
        }),
      );
      await routerOf(0)({
        brandId: brand.id,
        questionIds: ids.slice(0, 200).map(({ id }) => id),
        now: now(),
      });
      expect(await findStuck({ brandId: brand.id, now: now() })).toEqual([]);
      expect(await untrueLoads()).toEqual([]);

      // In an open call most who press are too late: two for each place are enough of a race.
      const offers = await db().offer.findMany({
        where: { state: { in: ["made", "delivered"] } },
        orderBy: { id: "asc" },
        take: 2 * experts * capacity,
      });
      // Meanwhile a router whose clock is ahead lets some of them lapse.
      const lapsing = [...new Set(offers.map(({ questionId }) => questionId))].filter((_, i) => i % 4 === 0);
      await Promise.all([
        crowd(offers, (offer) => {
          const member = members.get(offer.memberId);
          if (!member) throw new Error("an offer to a stranger");
          const answer = chance.next().value < 0.05 ? declineOffer : acceptOffer;
          return race(answer({ member, offerId: offer.id, now: now() }));
        }),
        crowd(lapsing, (id) =>
          routerOf(Math.floor(chance.next().value * processes))({
            brandId: brand.id,
            questionIds: [id],
            now: later(now(), offerSeconds),
          }),
        ),
      ]);
      expect(await untrueLoads()).toEqual([]);
      await nobodyBeyondCapacity();
      await endAllChats(now());
    }

    expect(await db().question.count({ where: { state: "ended" } })).toBe(questions);
    const twice = await db().$queryRaw`
      SELECT question_id FROM offers WHERE state = 'accepted' GROUP BY question_id HAVING count(*) > 1`;
    expect(twice).toEqual([]);
    expect(await db().segment.count()).toBe(questions);
    expect(await untrueLoads()).toEqual([]);
  }, 600_000);
});
