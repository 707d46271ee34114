import { beforeEach, describe, expect, it, vi } from "vitest";
import type { MemberActor } from "@/lib/server/account/actor";
import { undoAudit } from "@/lib/server/audit/undo-audit";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { rateSegment } from "@/lib/server/rating/rate-segment";
import { decideReview } from "@/lib/server/review/decide-review";
import { listReviews } from "@/lib/server/review/list-reviews";
import { forgetTraces, keepTrace, type Origin } from "@/lib/server/review/trace";
import { resetDatabase } from "@/lib/server/testing/database";
import { hearEvents } from "@/lib/server/testing/heard";
import { happy, makeEndedChat, makeThankedBrand, rate } from "@/lib/server/testing/thanks-world";
import { makeBrand, makeMember, makeVisitor, morning, type TestBrand } from "@/lib/server/testing/world";

vi.setConfig({ testTimeout: 30_000 });

const at = (minutes: number) => later(morning, minutes * 60);
const home: Origin = { ip: "203.0.113.9", userAgent: "Firefox" };
const phone: Origin = { ...home, userAgent: "Safari" };
const elsewhere: Origin = { ip: "198.51.100.7", userAgent: "Firefox" };

let brand: TestBrand;
let samir: MemberActor;
let nadia: MemberActor;
let helene: MemberActor;
let heard: ReturnType<typeof hearEvents>;

beforeEach(async () => {
  await resetDatabase();
  heard = hearEvents();
  ({ brand, samir } = await makeThankedBrand());
  nadia = await makeMember(brand, { name: "Nadia B.", capacity: 4 });
  helene = await makeMember(brand, { name: "Hélène R.", role: "manager" });
});

type Told = { from?: string; origin?: Origin; email?: string; talkSeconds?: number; minutes?: number };

/** A new visitor thanks a member. */
async function thank(member: MemberActor, told: Told = {}) {
  const { from = "Marie", origin, email = null, talkSeconds, minutes = 0 } = told;
  const visitor = await makeVisitor(brand, { firstName: from, email });
  const chat = await makeEndedChat(brand, visitor, member);
  if (talkSeconds !== undefined)
    await db().segment.update({
      where: { id: chat.segment.id },
      data: { startedAt: later(at(minutes), -talkSeconds), endedAt: at(minutes) },
    });
  const input = { segmentId: chat.segment.id, ...happy };
  await rateSegment({ visitor, chatId: chat.id, input, origin, now: at(minutes) });
  return visitor;
}

const emailOf = async ({ userId }: MemberActor) =>
  (await db().user.findUniqueOrThrow({ where: { id: userId } })).email;
const reviews = () => listReviews({ member: helene, now: at(100) });
const counted = (member: MemberActor) => db().thanks.count({ where: { memberId: member.id, counts: true } });
const awardKeys = async (member: MemberActor) =>
  (await db().award.findMany({ where: { memberId: member.id }, include: { badge: true } }))
    .map(({ badge }) => badge.key)
    .sort();
const knows = async (member: MemberActor) =>
  (await db().memberTopic.findFirst({ where: { memberId: member.id } }))?.thanks;

describe("thanks that look arranged", () => {
  it("from one's own address earn nothing and are looked at, and nobody is told", async () => {
    await thank(samir, { email: (await emailOf(samir)).toUpperCase() });
    expect(await counted(samir)).toBe(0);
    expect(await awardKeys(samir)).toEqual([]);
    expect(await reviews()).toMatchObject({
      open: [{ kind: "self", member: { name: "Samir H." }, thanks: [{ from: "Marie", counts: false }] }],
      decided: [],
    });
    // He reads the words, as of any thanks.
    expect(heard.of(samir.id)).toEqual(["thanks.received"]);
  });

  it("use up the ten of a day as long as nobody has decided", async () => {
    const email = await emailOf(samir);
    for (let minutes = 0; minutes < 11; minutes++) await thank(samir, { email, minutes });
    await thank(samir, { minutes: 11 });
    expect(await db().fact.count({ where: { kind: "thanks.received" } })).toBe(10);
    expect(await counted(samir)).toBe(0);
  });

  it("from one's own browser or network earn nothing", async () => {
    await keepTrace({ brandId: brand.id, holderId: samir.id, origin: home, now: at(0) });
    await thank(samir, { origin: elsewhere });
    expect(await counted(samir)).toBe(1);
    await thank(samir, { origin: home });
    await thank(samir, { origin: phone });
    expect(await counted(samir)).toBe(1);
    expect((await reviews()).open.map(({ kind }) => kind).sort()).toEqual(["browser", "network"]);
  });

  it("from an address that says nothing are like any other", async () => {
    for (const ip of ["127.0.0.1", "192.168.1.4", "unknown", "::1"]) {
      const origin = { ...home, ip };
      await keepTrace({ brandId: brand.id, holderId: samir.id, origin, now: at(0) });
      await thank(samir, { origin });
    }
    expect(await counted(samir)).toBe(4);
    expect(await db().networkTrace.count()).toBe(0);
  });

  it("from three people of one network: the third earns nothing, the others are shown beside", async () => {
    for (const minutes of [0, 1, 2]) await thank(samir, { origin: elsewhere, minutes });
    expect(await counted(samir)).toBe(2);
    const { open } = await reviews();
    expect(open).toMatchObject([
      { kind: "network", thanks: [{ counts: true }, { counts: true }, { counts: false }] },
    ]);
    await thank(samir, { origin: elsewhere, minutes: 3 });
    expect((await reviews()).open).toHaveLength(1);
    expect((await reviews()).open[0]?.thanks).toHaveLength(4);
  });

  it("that two members give each other: the second earns nothing", async () => {
    await thank(samir, { email: await emailOf(nadia) });
    expect(await counted(samir)).toBe(1);
    await thank(nadia, { email: await emailOf(samir), minutes: 1 });
    expect(await counted(nadia)).toBe(0);
    expect((await reviews()).open).toMatchObject([
      {
        kind: "swap",
        member: { name: "Nadia B." },
        other: { name: "Samir H." },
        thanks: [
          { to: "Samir H.", counts: true },
          { to: "Nadia B.", counts: false },
        ],
      },
    ]);
  });

  it("that two members give each other in the same instant: one of them earns nothing", async () => {
    const [fromNadia, fromSamir] = [await emailOf(nadia), await emailOf(samir)];
    await Promise.all([thank(samir, { email: fromNadia }), thank(nadia, { email: fromSamir })]);
    expect((await counted(samir)) + (await counted(nadia))).toBe(1);
    expect((await reviews()).open).toMatchObject([{ kind: "swap" }]);
  });

  it("after four talks of under a minute within an hour: the fourth earns nothing", async () => {
    for (const minutes of [0, 10, 20, 30]) await thank(samir, { talkSeconds: 20, minutes });
    await thank(samir, { talkSeconds: 300, minutes: 31 });
    expect(await counted(samir)).toBe(4);
    expect((await reviews()).open).toMatchObject([{ kind: "burst" }]);
    expect((await reviews()).open[0]?.thanks).toHaveLength(4);
  });

  it("of one visitor over and over are looked at from the fourth on", async () => {
    const marie = await makeVisitor(brand);
    for (const minutes of [0, 1, 2, 3]) {
      await rate(marie, await makeEndedChat(brand, marie, samir), {}, at(minutes));
      expect((await reviews()).open).toHaveLength(minutes === 3 ? 1 : 0);
    }
    expect(await counted(samir)).toBe(1);
  });

  it("that come at once go into one review", async () => {
    await keepTrace({ brandId: brand.id, holderId: samir.id, origin: home, now: at(0) });
    await Promise.all([1, 2, 3].map(() => thank(samir, { origin: phone })));
    const { open } = await reviews();
    expect(open).toHaveLength(1);
    expect(open[0]?.thanks).toHaveLength(3);
    expect(await counted(samir)).toBe(0);
  });
});

describe("decideReview", () => {
  const decide = async (outcome: "counts" | "refused", minutes = 50) => {
    const [review] = (await reviews()).open;
    return decideReview({ member: helene, reviewId: review!.id, input: { outcome }, now: at(minutes) });
  };

  it("lets them count after all, with what they earn, and undo holds them again", async () => {
    await thank(samir, { email: await emailOf(samir) });
    const { auditId } = await decide("counts");
    expect(await counted(samir)).toBe(1);
    expect(await knows(samir)).toBe(1);
    expect(await awardKeys(samir)).toEqual(["welcome-1"]);
    expect(await reviews()).toMatchObject({
      open: [],
      decided: [{ decision: { outcome: "counts", by: "Hélène R." } }],
    });
    await undoAudit({ member: helene, auditId, now: at(51) });
    expect(await counted(samir)).toBe(0);
    expect(await knows(samir)).toBe(0);
    expect(await awardKeys(samir)).toEqual([]);
    expect((await reviews()).open).toHaveLength(1);
  });

  it("takes what rested on thanks that do not count, and undo brings it back", async () => {
    await thank(samir, { email: await emailOf(nadia) });
    await thank(nadia, { email: await emailOf(samir), minutes: 1 });
    expect(await awardKeys(samir)).toEqual(["welcome-1"]);
    const { auditId } = await decide("refused");
    expect(await awardKeys(samir)).toEqual([]);
    expect(await counted(samir)).toBe(0);
    expect(await knows(samir)).toBe(0);
    await undoAudit({ member: helene, auditId, now: at(51) });
    expect(await awardKeys(samir)).toEqual(["welcome-1"]);
    expect(await knows(samir)).toBe(1);
    expect(await awardKeys(nadia)).toEqual([]);
  });

  it("is not for anybody whom it is about", async () => {
    const himself: MemberActor = { ...samir, role: "manager" };
    await thank(samir, { email: await emailOf(nadia) });
    await thank(nadia, { email: await emailOf(samir), minutes: 1 });
    const [review] = (await reviews()).open;
    const decided = (member: MemberActor) =>
      decideReview({ member, reviewId: review!.id, input: { outcome: "counts" }, now: at(50) });
    await expect(decided(himself)).rejects.toMatchObject({ code: "OWN_MATTER" });
    await expect(decided({ ...nadia, role: "manager" })).rejects.toMatchObject({ code: "OWN_MATTER" });
    expect(review).toMatchObject({ concernsReader: false });
    const asSamir = async () => (await listReviews({ member: samir, now: at(100) })).open;
    expect(await asSamir()).toMatchObject([{ concernsReader: true, deciders: ["Hélène R."] }]);
    const { auditId } = await decide("refused");
    await expect(undoAudit({ member: himself, auditId, now: at(51) })).rejects.toMatchObject({
      code: "OWN_MATTER",
    });
    expect(await counted(samir)).toBe(0);
  });

  it("names nobody who could decide where all managers are concerned, gone or of another brand", async () => {
    await db().member.update({ where: { id: helene.id }, data: { status: "left" } });
    await db().member.update({ where: { id: nadia.id }, data: { role: "admin" } });
    await makeMember(await makeBrand(), { role: "admin" });
    await thank(samir, { email: await emailOf(nadia) });
    await thank(nadia, { email: await emailOf(samir), minutes: 1 });
    const asSamir = async () => (await listReviews({ member: samir, now: at(100) })).open;
    expect(await asSamir()).toMatchObject([{ concernsReader: true, deciders: [] }]);
    await makeMember(brand, { name: "Ada", role: "admin" });
    expect(await asSamir()).toMatchObject([{ concernsReader: true, deciders: ["Ada"] }]);
  });

  it("is decided once, of two at once", async () => {
    await thank(samir, { email: await emailOf(samir) });
    const [review] = (await reviews()).open;
    const results = await Promise.allSettled(
      (["counts", "refused"] as const).map((outcome) =>
        decideReview({ member: helene, reviewId: review!.id, input: { outcome }, now: at(50) }),
      ),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find((result) => result.status === "rejected")?.reason).toMatchObject({
      code: "CHANGED_MEANWHILE",
      params: { name: "Hélène R." },
    });
  });

  it("knows no review of another brand", async () => {
    await thank(samir, { email: await emailOf(samir) });
    const stranger = await makeMember(await makeBrand(), { role: "manager" });
    const [review] = (await reviews()).open;
    const input = { outcome: "counts" as const };
    await expect(
      decideReview({ member: stranger, reviewId: review!.id, input, now: at(50) }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await counted(samir)).toBe(0);
  });
});

describe("traces", () => {
  it("say nothing of the address, differ between brands, and are forgotten after 30 days", async () => {
    const other = await makeBrand();
    for (const { id: brandId } of [brand, other])
      await keepTrace({ brandId, holderId: samir.id, origin: home, now: at(0) });
    const rows = await db().networkTrace.findMany();
    expect(new Set(rows.map(({ network }) => network)).size).toBe(2);
    expect(JSON.stringify(rows)).not.toContain("203.0.113");
    await forgetTraces({ now: later(morning, 29 * 24 * 3600) });
    expect(await db().networkTrace.count()).toBe(2);
    await forgetTraces({ now: later(morning, 30 * 24 * 3600) });
    expect(await db().networkTrace.count()).toBe(0);
  });
});
