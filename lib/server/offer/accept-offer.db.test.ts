import { beforeEach, describe, expect, it } from "vitest";
import { isAppError } from "@/lib/domain/error";
import type { MemberActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { askQuestion } from "@/lib/server/question/ask-question";
import { routeQuestion } from "@/lib/server/routing/route-question";
import { resetDatabase } from "@/lib/server/testing/database";
import { hearEvents } from "@/lib/server/testing/heard";
import { makeBrand, makeMember, makeVisitor, morning, type TestBrand } from "@/lib/server/testing/world";
import { acceptOffer } from "./accept-offer";
import { declineOffer } from "./decline-offer";

let brand: TestBrand;
let heard: ReturnType<typeof hearEvents>;
beforeEach(async () => {
  await resetDatabase();
  heard = hearEvents();
  brand = await makeBrand();
});

async function makeExpert(name: string, capacity = 1): Promise<MemberActor> {
  const member = await makeMember(brand, { name, capacity });
  await db().lease.create({
    data: { memberId: member.id, screenId: "screen-one", expiresAt: later(morning, 86_400) },
  });
  await db().memberTopic.create({ data: { memberId: member.id, topicId: brand.topics.battery.id } });
  return member;
}

async function ask(now = morning) {
  const visitor = await makeVisitor(brand);
  const input = {
    clientId: `client-${visitor.id.slice(0, 8)}`,
    text: "Does the battery survive winter?",
    topicId: brand.topics.battery.id,
    language: "en" as const,
    staffOnly: false,
  };
  return { visitor, question: await askQuestion({ visitor, input, now }) };
}

const offersOf = (questionId: string) =>
  db().offer.findMany({ where: { questionId }, orderBy: { madeAt: "asc" } });

const ringing = (questionId: string) => db().offer.findMany({ where: { questionId, state: "made" } });

async function loadsAreTrue() {
  const members = await db().member.findMany({
    include: {
      segments: { where: { state: "open" } },
      offers: { where: { state: { in: ["made", "delivered"] }, reserves: true } },
    },
  });
  for (const m of members) expect(m.load, m.displayName).toBe(m.segments.length + m.offers.length);
}

describe("acceptOffer", () => {
  it("has one winner out of 50 who press at once, 100 times, and loads stay true", async () => {
    const experts: MemberActor[] = [];
    for (let i = 0; i < 50; i++) experts.push(await makeExpert(`Expert ${i}`, 4));
    for (let round = 0; round < 100; round++) {
      const now = later(morning, round * 100);
      const { question } = await ask(now);
      const call = later(now, 13);
      await routeQuestion({ brandId: brand.id, questionId: question.id, now: call });
      const offers = await ringing(question.id);
      expect(offers).toHaveLength(50);
      const results = await Promise.allSettled(
        offers.map((offer) => {
          const member = experts.find(({ id }) => id === offer.memberId)!;
          return acceptOffer({ member, offerId: offer.id, now: call });
        }),
      );
      const won = results.filter(({ status }) => status === "fulfilled");
      expect(won).toHaveLength(1);
      for (const result of results) {
        if (result.status === "rejected") {
          expect(isAppError(result.reason) && result.reason.code).toBe("OFFER_TAKEN");
        }
      }
      const segments = await db().segment.findMany({ where: { chat: { questionId: question.id } } });
      expect(segments).toHaveLength(1);
      await loadsAreTrue();
      await db().segment.updateMany({ where: { state: "open" }, data: { state: "ended" } });
      await db().member.updateMany({ data: { load: 0 } });
    }
  }, 240_000);

  it("tells those who were too late who took it", async () => {
    const nadia = await makeExpert("Nadia B.");
    const samir = await makeExpert("Samir H.");
    const { question } = await ask();
    await routeQuestion({ brandId: brand.id, questionId: question.id, now: later(morning, 13) });
    const offers = await ringing(question.id);
    const of = (member: MemberActor) => offers.find(({ memberId }) => memberId === member.id)!.id;
    await acceptOffer({ member: samir, offerId: of(samir), now: later(morning, 14) });
    await expect(
      acceptOffer({ member: nadia, offerId: of(nadia), now: later(morning, 14) }),
    ).rejects.toMatchObject({ code: "OFFER_TAKEN", params: { by: "Samir H." } });
    const withdrawn = heard.events.findLast(
      ({ name, channel }) => name === "offer.withdrawn" && channel.endsWith(nadia.id),
    );
    expect(withdrawn?.data).toMatchObject({ because: "taken", by: "Samir H." });
  });

  it("answers the same chat when the winner presses twice", async () => {
    const samir = await makeExpert("Samir H.");
    const { question } = await ask();
    const [offer] = await offersOf(question.id);
    const first = await acceptOffer({ member: samir, offerId: offer!.id, now: morning });
    const again = await acceptOffer({ member: samir, offerId: offer!.id, now: later(morning, 1) });
    expect(again.chat.id).toBe(first.chat.id);
    expect((await db().member.findUniqueOrThrow({ where: { id: samir.id } })).load).toBe(1);
    expect(first.messages.map(({ author }) => author)).toEqual(["visitor", "system"]);
  });

  it("never lets one person take more chats than his capacity in two open calls at once", async () => {
    const samir = await makeExpert("Samir H.");
    const nadia = await makeExpert("Nadia B.");
    const both = { id: { in: [samir.id, nadia.id] } };
    await db().member.updateMany({ where: both, data: { load: 1 } });
    const one = await ask();
    const two = await ask();
    await db().member.updateMany({ where: both, data: { load: 0 } });
    const call = later(morning, 13);
    for (const { question } of [one, two])
      await routeQuestion({ brandId: brand.id, questionId: question.id, now: call });
    const offers = await db().offer.findMany({ where: { memberId: samir.id, state: "made" } });
    expect(offers).toHaveLength(2);
    const results = await Promise.allSettled(
      offers.map(({ id }) => acceptOffer({ member: samir, offerId: id, now: call })),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "CAPACITY_FULL" },
    });
    await loadsAreTrue();
  });

  it("refuses an offer that lapsed, a stranger's, and one of a withdrawn question", async () => {
    const nadia = await makeExpert("Nadia B.");
    const { question } = await ask();
    const [offer] = await offersOf(question.id);
    const stranger = await makeExpert("Ingrid S.");
    await expect(acceptOffer({ member: stranger, offerId: offer!.id, now: morning })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    // Nobody confirmed the delivery: the place is free again and the next one was asked.
    await routeQuestion({ brandId: brand.id, questionId: question.id, now: later(morning, 3) });
    await expect(
      acceptOffer({ member: nadia, offerId: offer!.id, now: later(morning, 3) }),
    ).rejects.toMatchObject({ code: "OFFER_EXPIRED" });
    await loadsAreTrue();
  });

  it("reaches once more, as an offer of its own, whose screen never showed the first", async () => {
    const nadia = await makeExpert("Nadia B.");
    const { question } = await ask();
    const [first] = await ringing(question.id);
    await routeQuestion({ brandId: brand.id, questionId: question.id, now: later(morning, 13) });
    const [again] = await ringing(question.id);
    expect(again?.id).not.toBe(first?.id);
    await expect(
      acceptOffer({ member: nadia, offerId: first!.id, now: later(morning, 13) }),
    ).rejects.toMatchObject({ code: "OFFER_EXPIRED" });
    await acceptOffer({ member: nadia, offerId: again!.id, now: later(morning, 13) });
    await loadsAreTrue();
  });

  it("frees the place of who passes, and asks two others at once", async () => {
    const nadia = await makeExpert("Nadia B.");
    const samir = await makeExpert("Samir H.");
    const ingrid = await makeExpert("Ingrid S.");
    await db().memberTopic.updateMany({ where: { memberId: nadia.id }, data: { thanks: 23 } });
    const { question } = await ask();
    const [first] = await offersOf(question.id);
    expect(first?.memberId).toBe(nadia.id);
    await declineOffer({ member: nadia, offerId: first!.id, now: later(morning, 1) });
    const live = (await offersOf(question.id)).filter(({ state }) => state === "made");
    expect(live.map(({ memberId }) => memberId).sort()).toEqual([samir.id, ingrid.id].sort());
    expect((await db().member.findUniqueOrThrow({ where: { id: nadia.id } })).load).toBe(0);
    await loadsAreTrue();
  });

  it("answers `left`, with a delay, when nobody is there", async () => {
    const { question } = await ask();
    expect(question.state).toBe("left");
    expect(question.answerBy).toBe("2026-03-11T09:00:00.000Z");
  });
});
