import { beforeEach, describe, expect, it } from "vitest";
import { happeningsOf } from "@/lib/domain/simulation/past-happenings";
import { quantileOf, RunMeter } from "@/lib/domain/simulation/run-meter";
import type { MemberActor } from "@/lib/server/account/actor";
import { endChat } from "@/lib/server/chat/end-chat";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { acceptOffer } from "@/lib/server/offer/accept-offer";
import { confirmDelivery } from "@/lib/server/offer/confirm-delivery";
import { declineOffer } from "@/lib/server/offer/decline-offer";
import { findLiveOffers } from "@/lib/server/offer/find-live-offers";
import { beatDesk } from "@/lib/server/presence/beat-desk";
import { setAvailability } from "@/lib/server/presence/set-availability";
import { runDue } from "@/lib/server/routing/run-due";
import { resetDatabase } from "@/lib/server/testing/database";
import { askAbout } from "@/lib/server/testing/flow";
import { hearEvents } from "@/lib/server/testing/heard";
import { makeBrand, makeMember, morning, type TestBrand } from "@/lib/server/testing/world";
import { eraseVisitor } from "@/lib/server/visitor/erase-visitor";
import { readPast } from "./read-past";
import { replayDecisions } from "./replay-decisions";
import { runPast } from "./run-past";

let brand: TestBrand;
let people: Record<"nadia" | "samir" | "ingrid" | "julien", MemberActor>;
const at = (seconds: number) => later(morning, seconds);
const days = { from: later(morning, -3_600), to: later(morning, 86_400) };

beforeEach(async () => {
  await resetDatabase();
  hearEvents();
  brand = await makeBrand({ settings: { exploreShare: 0.3 } });
  const expert = async (name: string, thanks: number, misses: number) => {
    const member = await makeMember(brand, { name, isOpen: false, idleSince: later(morning, -thanks * 60) });
    const { id: topicId } = brand.topics.battery;
    await db().memberTopic.create({ data: { memberId: member.id, topicId, thanks, misses } });
    return member;
  };
  people = {
    nadia: await expert("Nadia B.", 12, 1),
    samir: await expert("Samir H.", 2, 0),
    ingrid: await expert("Ingrid L.", 0, 1),
    julien: await makeMember(brand, { name: "Julien", role: "agent", isOpen: false, capacity: 2 }),
  };
});

/** Everybody opens, who is known to satisfy last, and is heard at a moment. */
async function openAll(until: number): Promise<void> {
  for (const [index, member] of Object.values(people).entries())
    await setAvailability({
      member,
      isOpen: true,
      until: null,
      screenId: "screen-one",
      now: at(-20 - index),
    });
  await beatAll(until);
}
const beatAll = async (second: number) => {
  for (const member of Object.values(people))
    await beatDesk({ member, screenId: "screen-one", now: at(second) });
};

async function answer(how: "accept" | "decline", second: number): Promise<string | null> {
  for (const member of Object.values(people)) {
    const [offer] = await findLiveOffers({ memberId: member.id, now: at(second) });
    if (!offer) continue;
    await confirmDelivery({ member, offerId: offer.id, now: at(second) });
    if (how === "decline") {
      await declineOffer({ member, offerId: offer.id, now: at(second + 1) });
      return null;
    }
    return (await acceptOffer({ member, offerId: offer.id, now: at(second + 2) })).chat.id;
  }
  return null;
}

/** An hour of a brand: passes, silence, an open call, somebody who waits, one who goes, one whom nobody answers. */
async function hour(): Promise<void> {
  await openAll(0);
  const first = await askAbout(brand, at(0));
  await answer("decline", 0.5);
  const chatId = await answer("accept", 3);
  await askAbout(brand, at(20));
  await beatAll(22);
  await runDue({ now: at(23) });
  await answer("accept", 24);
  await askAbout(brand, at(30), { language: "fr" });
  for (const second of [33, 37, 43, 45]) {
    await beatAll(second);
    await runDue({ now: at(second) });
  }
  await answer("accept", 46);
  const last = await askAbout(brand, at(60));
  await askAbout(brand, at(61), { topicId: brand.topics.brakes.id });
  for (const second of [63, 67, 73, 78]) {
    await beatAll(second);
    await runDue({ now: at(second) });
  }
  await answer("accept", 79);
  if (chatId) await endChat({ party: { visitor: first.visitor }, chatId, end: "solved", now: at(100) });
  for (const second of [101, 110, 130, 160, 400]) await runDue({ now: at(second) });
  for (const member of Object.values(people))
    await setAvailability({ member, isOpen: false, until: null, screenId: "screen-one", now: at(450) });
  await askAbout(brand, at(500));
  await runDue({ now: at(800) });
  await eraseVisitor({ visitorId: last.visitor.id, by: { visitor: last.visitor }, now: at(900) });
}

describe("the receipts of an hour", () => {
  it("come out the same when the rule is asked again, every one", async () => {
    await hour();
    const replayed = await replayDecisions({ brandId: brand.id, ...days });
    expect(replayed.decisions).toBeGreaterThan(8);
    expect(replayed).toMatchObject({ identical: replayed.decisions, without: 0, differing: [] });
  });

  it("come out otherwise, some of them, under other weights", async () => {
    await hour();
    const change = { skillWeight: 0, narrownessWeight: 0, ownershipWeight: 0, idleWeight: 100, widenBy: 5 };
    const replayed = await replayDecisions({ brandId: brand.id, ...days, change });
    expect(replayed.identical).toBeLessThan(replayed.decisions);
    expect(replayed.differing.flatMap(({ parts }) => parts)).toContain("make");
  });

  it("hold nothing of a visitor's", async () => {
    await hour();
    const receipts = JSON.stringify((await db().routingEvent.findMany()).map(({ data }) => data));
    const visitors = await db().visitor.findMany();
    for (const { id } of visitors) expect(receipts).not.toContain(id);
    expect(receipts).not.toContain("winter");
    expect(receipts).not.toContain("Marie");
  });
});

describe("the past of a brand", () => {
  it("is read as it went", async () => {
    await hour();
    const { past } = await readPast({ brandId: brand.id, ...days });
    expect(past.questions.map(({ as }) => as)).toContain("left");
    const [first] = past.questions;
    expect(first).toMatchObject({ as: "answered", waited: 5, chatSeconds: 95 });
    expect(first?.reactions.map(({ answer: given }) => given)).toEqual(
      expect.arrayContaining(["accept", "decline"]),
    );
    // Their screens were heard last at second 78, and a lease lasts 25.
    for (const { presence } of past.people)
      expect(presence).toEqual([{ from: expect.any(Number), to: 3_600 + 103, end: "gone" }]);
    const meter = new RunMeter(
      past.people.map(({ memberId, capacity }) => ({ memberId, capacity, usual: capacity })),
    );
    for (const happening of happeningsOf(past)) meter.hear(happening);
    const figures = meter.figures();
    expect(figures.questions).toBe(6);
    expect(figures.answered + figures.missed).toBe(6);
    expect(figures.overloads).toBe(0);
    expect(quantileOf(figures.waits, 0.5)).toBeGreaterThan(0);
  });

  it("can be lived again, alike for a seed, and better with more places", async () => {
    await hour();
    const { past, settings } = await readPast({ brandId: brand.id, ...days });
    const usual = new Map(past.people.map(({ memberId, capacity }) => [memberId, capacity]));
    const run = (more: number, seed: number) =>
      runPast({
        past: { ...past, people: past.people.map((one) => ({ ...one, capacity: one.capacity + more })) },
        settings,
        usual,
        seed,
      });
    const once = await run(0, 1);
    expect(await run(0, 1)).toEqual(once);
    expect(once.questions).toBe(6);
    expect(once.overloads).toBe(0);
    expect((await run(2, 1)).missed).toBeLessThanOrEqual(once.missed);
  });

  it("stops when it is called off", async () => {
    await hour();
    const { past, settings } = await readPast({ brandId: brand.id, ...days });
    const many = Array.from({ length: 400 }, (_, day) =>
      past.questions.map((one) => ({ ...one, id: `${one.id}:${day}`, at: one.at + day / 10 })),
    );
    const stopped = runPast({
      past: { ...past, questions: many.flat().sort((a, b) => a.at - b.at) },
      settings,
      usual: new Map(),
      seed: 1,
      signal: AbortSignal.abort(new Error("enough")),
    });
    await expect(stopped).rejects.toThrow("enough");
  });
});
