import { beforeEach, describe, expect, it } from "vitest";
import type { MemberActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { acceptOffer } from "@/lib/server/offer/accept-offer";
import { renewLease } from "@/lib/server/presence/renew-lease";
import { selfView } from "@/lib/server/presence/self-view";
import { setAvailability } from "@/lib/server/presence/set-availability";
import { routeQuestion } from "@/lib/server/routing/route-question";
import { runDue } from "@/lib/server/routing/run-due";
import { resetDatabase } from "@/lib/server/testing/database";
import { hearEvents } from "@/lib/server/testing/heard";
import {
  makeBrand,
  makeMember,
  makeQuestion,
  makeVisitor,
  morning,
  type TestBrand,
} from "@/lib/server/testing/world";
import { saveHabits } from "./save-habits";
import { takeBreath } from "./take-breath";

const screenId = "screen-of-samir";
let brand: TestBrand;
beforeEach(async () => {
  await resetDatabase();
  hearEvents();
  brand = await makeBrand();
});

async function expert(data: Parameters<typeof makeMember>[1] = {}) {
  const member = await makeMember(brand, {
    capacity: 4,
    topics: { create: { topicId: brand.topics.battery.id } },
    ...data,
  } as Parameters<typeof makeMember>[1]);
  await renewLease({ member, screenId, now: morning });
  return member;
}

/** A new visitor's question, routed; the offer that it became for this member, if any. */
async function asked(member: MemberActor, at: Date) {
  const visitor = await makeVisitor(brand);
  const question = await makeQuestion(brand, visitor, { askedAt: at, roundAt: at });
  await routeQuestion({ questionId: question.id, brandId: brand.id, now: at } as Parameters<
    typeof routeQuestion
  >[0]);
  return db().offer.findFirst({ where: { questionId: question.id, memberId: member.id } });
}

const rowOf = (member: MemberActor) => db().member.findUniqueOrThrow({ where: { id: member.id } });
const selfOf = (member: MemberActor, now: Date) => selfView({ tx: db(), memberId: member.id, now });

describe("the questions of a day", () => {
  it("end with the last one: nobody asks him again until his tomorrow, and then he is asked by himself", async () => {
    const samir = await expert({ energyBudget: 2 });
    for (const count of [1, 2]) {
      const offer = await asked(samir, morning);
      await acceptOffer({ member: samir, offerId: offer?.id ?? "", now: morning });
      expect((await selfOf(samir, morning)).ownTime.energy).toEqual({ used: count, of: 2 });
    }
    expect(await asked(samir, later(morning, 1))).toBeNull();
    const { isOpen, ownTime } = await selfOf(samir, morning);
    // Midnight in Paris, in winter.
    const midnight = "2026-03-10T23:00:00.000Z";
    expect({ isOpen, rest: ownTime.rest }).toEqual({
      isOpen: false,
      rest: { until: midnight, because: "energy" },
    });
    await db().member.update({ where: { id: samir.id }, data: { load: 0 } });
    const tomorrow = new Date(midnight);
    await renewLease({ member: samir, screenId, now: tomorrow });
    await runDue({ now: later(tomorrow, -1) });
    expect((await rowOf(samir)).isOpen).toBe(false);
    await runDue({ now: tomorrow });
    const next = await selfOf(samir, tomorrow);
    expect(next).toMatchObject({ isOpen: true, ownTime: { rest: null, energy: { used: 0, of: 2 } } });
    expect(await asked(samir, tomorrow)).not.toBeNull();
  });

  it("are counted exactly although he takes several in one instant, and what else rings goes to others", async () => {
    const samir = await expert({ energyBudget: 2 });
    const offers = [];
    for (let i = 0; i < 4; i++) offers.push(await asked(samir, morning));
    const [first, second, ...others] = offers;
    await Promise.all(
      [first, second].map((offer) => acceptOffer({ member: samir, offerId: offer?.id ?? "", now: morning })),
    );
    const { energyUsed, isOpen, load } = await rowOf(samir);
    expect({ energyUsed, isOpen, load }).toEqual({ energyUsed: 2, isOpen: false, load: 2 });
    const states = await db().offer.findMany({
      where: { id: { in: others.map((offer) => offer?.id ?? "") } },
    });
    expect(states.map(({ state }) => state)).toEqual(["declined", "declined"]);
  });

  it("cost nothing when he passes", async () => {
    const samir = await expert({ energyBudget: 1 });
    const offer = await asked(samir, morning);
    const { declineOffer } = await import("@/lib/server/offer/decline-offer");
    await declineOffer({ member: samir, offerId: offer?.id ?? "", now: morning });
    expect((await selfOf(samir, morning)).ownTime.energy).toEqual({ used: 0, of: 1 });
    expect(await asked(samir, later(morning, 1))).not.toBeNull();
  });

  it("are six for an expert who says nothing, and without an end for staff and whoever wants none", async () => {
    const words = async (role: "expert" | "agent", energyBudget: number | null) =>
      (await selfOf(await makeMember(brand, { role, energyBudget }), morning)).ownTime.energy;
    expect(await words("expert", null)).toEqual({ used: 0, of: 6 });
    expect(await words("expert", 0)).toBeNull();
    expect(await words("agent", null)).toBeNull();
    expect(await words("agent", 4)).toEqual({ used: 0, of: 4 });
  });

  it("let him go on when he says so: by opening for one more, by a higher number for as many", async () => {
    const samir = await expert({ energyBudget: 1 });
    const take = async (at: Date) => {
      const offer = await asked(samir, at);
      await acceptOffer({ member: samir, offerId: offer?.id ?? "", now: at });
    };
    await take(morning);
    await setAvailability({ member: samir, isOpen: true, until: null, screenId, now: morning });
    await take(later(morning, 1));
    expect((await selfOf(samir, morning)).ownTime).toMatchObject({
      energy: { used: 2, of: 1 },
      rest: { because: "energy" },
    });
    await saveHabits({ member: samir, input: { energyBudget: 3 }, now: later(morning, 2) });
    expect(await selfOf(samir, morning)).toMatchObject({ isOpen: true, ownTime: { rest: null } });
    await take(later(morning, 3));
    expect((await rowOf(samir)).isOpen).toBe(false);
  });

  it("end with the day of the zone that he moves to", async () => {
    const samir = await expert({ energyBudget: 1 });
    const offer = await asked(samir, morning);
    await acceptOffer({ member: samir, offerId: offer?.id ?? "", now: morning });
    await saveHabits({ member: samir, input: { timeZone: "Pacific/Auckland" }, now: morning });
    // 22:00 of the same day there; its midnight is two hours away.
    const midnight = new Date("2026-03-10T11:00:00.000Z");
    expect((await selfOf(samir, morning)).ownTime.rest).toEqual({
      until: midnight.toISOString(),
      because: "energy",
    });
    await runDue({ now: midnight });
    expect((await rowOf(samir)).isOpen).toBe(true);
  });
});

describe("a quarter of an hour", () => {
  it("is offered after a report in one's own chat, by whichever side, and to nobody else", async () => {
    const samir = await expert();
    const nadia = await expert({ name: "Nadia B." });
    const { makeChat } = await import("@/lib/server/testing/world");
    const visitor = await makeVisitor(brand);
    const chat = await makeChat(brand, visitor, samir);
    const { flagSomething } = await import("@/lib/server/moderation/flag-something");
    await flagSomething({
      party: { member: samir },
      chatId: chat.id,
      input: { reason: "insult" },
      now: morning,
    });
    const offered = async (member: MemberActor, at: Date) => (await selfOf(member, at)).ownTime.offersBreath;
    expect(await offered(samir, morning)).toBe(true);
    expect(await offered(nadia, morning)).toBe(false);
    expect(await offered(samir, later(morning, 900))).toBe(false);
  });

  it("closes him now and opens him by itself; opening earlier is his to do", async () => {
    const samir = await expert();
    const self = await takeBreath({ member: samir, now: morning });
    expect(self).toMatchObject({
      isOpen: false,
      ownTime: { rest: { until: later(morning, 900).toISOString(), because: "breath" }, offersBreath: false },
    });
    expect(await asked(samir, morning)).toBeNull();
    await runDue({ now: later(morning, 899) });
    expect((await rowOf(samir)).isOpen).toBe(false);
    await runDue({ now: later(morning, 900) });
    expect((await rowOf(samir)).isOpen).toBe(true);
    await takeBreath({ member: samir, now: later(morning, 901) });
    await setAvailability({ member: samir, isOpen: false, until: null, screenId, now: later(morning, 902) });
    // He said paused: no rest opens him behind his back.
    await runDue({ now: later(morning, 3_600) });
    expect((await rowOf(samir)).isOpen).toBe(false);
  });

  it("changes nothing for whoever is closed, and does not outlast his 'open until'", async () => {
    const samir = await expert({ isOpen: false });
    expect(await takeBreath({ member: samir, now: morning })).toMatchObject({
      isOpen: false,
      ownTime: { rest: null },
    });
    const nadia = await expert({ openUntil: later(morning, 60) });
    await takeBreath({ member: nadia, now: morning });
    await runDue({ now: later(morning, 900) });
    expect((await rowOf(nadia)).isOpen).toBe(false);
  });
});
