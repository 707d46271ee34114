import { beforeEach, describe, expect, it } from "vitest";
import type { LastingAnswer } from "@/lib/domain/recognition/thanks-return";
import type { MemberActor } from "@/lib/server/account/actor";
import { undoAudit } from "@/lib/server/audit/undo-audit";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { tasks } from "@/lib/server/job/tasks";
import { answerReturn } from "@/lib/server/recognition/answer-return";
import { askReturns } from "@/lib/server/recognition/ask-returns";
import { returnToken } from "@/lib/server/recognition/return-token";
import { decideReview } from "@/lib/server/review/decide-review";
import { resetDatabase } from "@/lib/server/testing/database";
import { hearEvents } from "@/lib/server/testing/heard";
import { makeEndedChat, makeThankedBrand, rate } from "@/lib/server/testing/thanks-world";
import { makeMember, makeVisitor, morning, type TestBrand } from "@/lib/server/testing/world";
import { getShelf } from "./get-shelf";
import { previewSeries } from "./preview-series";
import { recomputeBadges } from "./recompute-badges";

let brand: TestBrand;
let samir: MemberActor;
let helene: MemberActor;
let heard: ReturnType<typeof hearEvents>;
beforeEach(async () => {
  await resetDatabase();
  heard = hearEvents();
  ({ brand, samir } = await makeThankedBrand());
  helene = await makeMember(brand, { name: "Hélène R.", role: "manager" });
});

const days = (count: number) => later(morning, count * 24 * 3600);

/** So many visitors thank Samir and are asked two weeks later, each at the address that he writes. Returns their links. */
async function asked(addresses: readonly string[]): Promise<string[]> {
  const tokens: string[] = [];
  for (const askLaterEmail of addresses) {
    const visitor = await makeVisitor(brand);
    const chat = await makeEndedChat(brand, visitor, samir);
    await rate(visitor, chat, { mayAskLater: true, askLaterEmail });
    const { id } = await db().rating.findUniqueOrThrow({ where: { segmentId: chat.segment.id } });
    tokens.push(returnToken(id));
  }
  await askReturns({ now: days(14) });
  heard.forget();
  return tokens;
}
const strangers = ["marie@example.org", "tomasz@example.org", "orla@example.org"];

const say = (token: string, answer: LastingAnswer, day = 15) =>
  answerReturn({ token, input: { answer }, now: days(day) });

/** What waits in the queue for Samir, done as a worker does it. */
const work = () => tasks["earn-badges"]?.({ memberId: samir.id }, {} as never);
const jobs = () => db().$queryRaw<unknown[]>`
  SELECT 1 FROM graphile_worker._private_jobs WHERE key = ${`earn-badges:${samir.id}`}`;

const awards = () =>
  db().award.findMany({
    where: { memberId: samir.id, badge: { family: "lasting" } },
    orderBy: { badge: { level: "asc" } },
    select: { evidence: true, awardedAt: true, badge: { select: { key: true } } },
  });

async function decide(outcome: "counts" | "refused") {
  const { id } = await db().review.findFirstOrThrow({ where: { decidedAt: null } });
  return decideReview({ member: helene, reviewId: id, input: { outcome }, now: days(20) });
}

describe("a badge of thanks that lasted", () => {
  it("is earned once by the late answer, and the same from history", async () => {
    const [first, second, third] = await asked(strangers);
    await say(first!, "yes", 15);
    await say(second!, "yes", 17);
    await work();
    expect(await awards()).toEqual([]);
    await Promise.all([1, 2, 3].map(() => say(third!, "yes", 16)));
    expect(await jobs()).toHaveLength(1);
    await Promise.all([work(), work()]);
    const live = await awards();
    const facts = await db().fact.findMany({ where: { kind: "thanks.lasting" }, orderBy: { at: "asc" } });
    expect(live).toEqual([
      {
        badge: { key: "lasting-1" },
        awardedAt: days(17),
        evidence: { factIds: facts.map(({ id }) => id), count: 3 },
      },
    ]);
    expect(heard.of(samir.id).filter((name) => name === "badge.awarded")).toHaveLength(1);
    await db().award.deleteMany();
    await recomputeBadges({ brandId: brand.id });
    expect(await awards()).toEqual(live);
  });

  it("shows what it rests on, and how far the next one is", async () => {
    for (const token of await asked(strangers)) await say(token, "yes");
    await work();
    const { earned, open } = await getShelf({ memberId: samir.id, brandId: brand.id });
    const award = earned.find(({ badge }) => badge.family === "lasting");
    expect(award).toMatchObject({ need: 3, badge: { level: 1, names: { fr: "Pour de bon" } } });
    expect(award?.evidence).toHaveLength(3);
    expect(award?.evidence[0]).toMatchObject({ topic: { en: "Battery" }, from: "Marie" });
    expect(open.find(({ badge }) => badge.family === "lasting")).toMatchObject({ have: 3, need: 10 });
  });

  it("is tried on the past by managers", async () => {
    const [first, second] = await asked(strangers);
    const tried = () =>
      previewSeries({ member: helene, input: { family: "lasting", counts: [2], topicId: null } });
    await say(first!, "yes");
    await say(second!, "partly");
    expect(await tried()).toEqual({ reached: [0], people: [] });
    await say(second!, "yes");
    expect(await tried()).toEqual({
      reached: [1],
      people: [{ id: samir.id, name: "Samir H.", level: 1 }],
    });
  });

  it("goes with an answer that is taken back, and comes back with it", async () => {
    const [first, ...others] = await asked(strangers);
    for (const token of others) await say(token, "yes");
    for (const [answer, count] of [
      ["yes", 1],
      ["partly", 0],
      ["yes", 1],
      ["no", 0],
    ] as const) {
      await say(first!, answer);
      await work();
      expect(await awards()).toHaveLength(count);
    }
  });

  it("waits for thanks that a review holds, and goes where they are refused", async () => {
    // An address of his own, written where the visitor wants to be asked later.
    const { email } = await db().user.findUniqueOrThrow({ where: { id: samir.userId } });
    const tokens = await asked([...strangers.slice(1), email.toUpperCase()]);
    expect(await db().review.findMany()).toMatchObject([{ kind: "self", decidedAt: null }]);
    for (const token of tokens) await say(token, "yes");
    await work();
    expect(await awards()).toEqual([]);
    const { auditId } = await decide("counts");
    expect(await awards()).toMatchObject([{ badge: { key: "lasting-1" }, awardedAt: days(15) }]);
    await undoAudit({ member: helene, auditId, now: days(21) });
    expect(await awards()).toEqual([]);
    await decide("refused");
    await recomputeBadges({ brandId: brand.id });
    expect(await awards()).toEqual([]);
  });

  it("counts one visitor once, as his thanks do", async () => {
    const [token] = await asked(strangers.slice(0, 1));
    const { visitorId } = await db().thanksReturn.findFirstOrThrow();
    const marie = await makeVisitor(brand);
    const again = { ...marie, id: visitorId };
    const tokens = [token!];
    for (const day of [1, 2]) {
      const chat = await makeEndedChat(brand, again, samir);
      await rate(again, chat, { mayAskLater: true, askLaterEmail: strangers[0] }, days(day));
      const { id } = await db().rating.findUniqueOrThrow({ where: { segmentId: chat.segment.id } });
      tokens.push(returnToken(id));
    }
    await askReturns({ now: days(16) });
    for (const each of tokens) await say(each, "yes", 17);
    await work();
    expect(await awards()).toEqual([]);
    expect(await db().fact.count({ where: { kind: "thanks.lasting" } })).toBe(1);
  });
});
