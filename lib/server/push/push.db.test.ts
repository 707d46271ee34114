import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PushNote } from "@/lib/domain/push/schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { endSessions } from "@/lib/server/account/end-sessions";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { forgetEnv } from "@/lib/server/env";
import { confirmDelivery } from "@/lib/server/offer/confirm-delivery";
import { renewLease } from "@/lib/server/presence/renew-lease";
import { routeQuestion } from "@/lib/server/routing/route-question";
import { resetDatabase } from "@/lib/server/testing/database";
import { hearEvents } from "@/lib/server/testing/heard";
import {
  makeBrand,
  makeChat,
  makeMember,
  makeQuestion,
  makeVisitor,
  morning,
  type TestBrand,
} from "@/lib/server/testing/world";
import { notifyMember } from "./notify-member";
import { sendPush } from "./send-push";
import { startPushService } from "./testing/push-service";
import { sendWaiting, subscribe as subscribeTo, waiting } from "./testing/push-world";
import { vapidPublicKey } from "./vapid";

const screenId = "screen-of-samir";
let service: Awaited<ReturnType<typeof startPushService>>;
let brand: TestBrand;
let samir: MemberActor;

beforeAll(async () => {
  process.env.PUSH_LOCAL = "true";
  forgetEnv();
  service = await startPushService(vapidPublicKey());
});
afterAll(async () => {
  delete process.env.PUSH_LOCAL;
  forgetEnv();
  await service.stop();
});
beforeEach(async () => {
  await resetDatabase();
  hearEvents();
  service.answer(201);
  service.pushed.splice(0);
  service.refused.splice(0);
  brand = await makeBrand();
  samir = await makeMember(brand, { topics: { create: { topicId: brand.topics.battery.id } } } as object);
});

const subscribe = (member: MemberActor, device?: string) => subscribeTo(service, member, device);

async function sendAll(now: Date) {
  await sendWaiting(now);
  return service.pushed.map(({ message }) => message);
}

async function offered(text = "Does the battery survive winter?") {
  const visitor = await makeVisitor(brand);
  const question = await makeQuestion(brand, visitor, { text });
  await routeQuestion({ brandId: brand.id, questionId: question.id, now: morning });
  return db().offer.findFirst({ where: { questionId: question.id, memberId: samir.id } });
}

const badge: PushNote = { kind: "badges", badge: { en: "First thanks", fr: "Premier merci" } };

describe("an offer", () => {
  beforeEach(async () => {
    await subscribe(samir);
  });

  it("is sealed for the browser, signed by us, and says no more than its expert may read", async () => {
    await renewLease({ member: samir, screenId, isHidden: true, now: morning });
    const offer = await offered("Call me on +33 6 12 34 56 78, does the battery survive winter?");
    expect(await waiting()).toMatchObject([{ isLater: false }]);
    const [message] = await sendAll(morning);
    expect(message).toMatchObject({
      kind: "offers",
      title: "A question for you at Volt & Vélo",
      lang: "en",
      path: `/${brand.slug}/desk?offer=${offer?.id}`,
    });
    expect(message?.body).toContain("does the battery survive winter?");
    expect(message?.body).not.toContain("12 34");
    expect(service.refused).toEqual([]);
    const [{ headers }] = service.pushed as [(typeof service.pushed)[number]];
    expect(headers).toMatchObject({
      ttl: "20",
      urgency: "high",
      topic: expect.stringMatching(/^[\w-]{32}$/),
    });
  });

  it("waits two seconds for a screen that can be seen, and rings only if that stays silent", async () => {
    await renewLease({ member: samir, screenId, isHidden: false, now: morning });
    const offer = await offered();
    expect(await waiting()).toMatchObject([{ isLater: true }]);
    const [job] = await waiting();
    await confirmDelivery({ member: samir, offerId: offer?.id ?? "", now: later(morning, 1) });
    expect(await sendAll(later(morning, 2))).toEqual([]);
    await db().offer.updateMany({ data: { state: "made", deliveredAt: null } });
    if (job) await sendPush({ ...job.payload, now: later(morning, 2) });
    expect(service.pushed).toHaveLength(1);
  });

  it("rings although it was delivered, where nobody can see the screen", async () => {
    await renewLease({ member: samir, screenId, isHidden: true, now: morning });
    const offer = await offered();
    await confirmDelivery({ member: samir, offerId: offer?.id ?? "", now: morning });
    expect(await sendAll(later(morning, 1))).toHaveLength(1);
  });

  it.each(["accepted", "declined", "expired"] as const)("is not sent once it is %s", async (state) => {
    await renewLease({ member: samir, screenId, isHidden: true, now: morning });
    await offered();
    await db().offer.updateMany({ data: { state } });
    expect(await sendAll(morning)).toEqual([]);
  });

  it("is not sent once somebody has the question", async () => {
    await renewLease({ member: samir, screenId, isHidden: true, now: morning });
    await offered();
    await db().question.updateMany({ data: { state: "matched" } });
    expect(await sendAll(morning)).toEqual([]);
  });

  it("comes to nobody whose screens are all gone: a device that can be rung is no seat", async () => {
    expect(await offered()).toBeNull();
    expect(await waiting()).toEqual([]);
    const { findAvailability } = await import("@/lib/server/presence/find-availability");
    const [site] = await findAvailability({ tx: db(), brandId: brand.id, now: morning });
    expect(site?.current).toMatchObject({ kind: "none" });
  });
});

describe("what a member wants", () => {
  it("is asked by kind, when it is enqueued and when it leaves", async () => {
    await subscribe(samir);
    await db().member.update({ where: { id: samir.id }, data: { notifications: { badgesPush: false } } });
    await notifyMember({ memberId: samir.id, note: badge });
    expect(await waiting()).toEqual([]);
    await db().member.update({ where: { id: samir.id }, data: { notifications: {} } });
    await notifyMember({ memberId: samir.id, note: badge });
    await db().member.update({ where: { id: samir.id }, data: { notifications: { badgesPush: false } } });
    expect(await sendAll(morning)).toEqual([]);
  });

  it("reaches all his devices in his language, the same thing once", async () => {
    await db().user.update({ where: { id: samir.userId }, data: { locale: "fr" } });
    for (const device of ["phone", "laptop"]) await subscribe(samir, device);
    for (let i = 0; i < 3; i++) await notifyMember({ memberId: samir.id, note: badge });
    const messages = await sendAll(morning);
    expect(messages.map(({ title, body }) => [title, body])).toEqual([
      ["Vous avez obtenu un badge", "Premier merci"],
      ["Vous avez obtenu un badge", "Premier merci"],
    ]);
  });

  it("is put off to the end of his quiet hours, and what is of the moment is left out", async () => {
    await subscribe(samir);
    // 10:00 in Paris.
    await db().member.update({
      where: { id: samir.id },
      data: { quietHours: { from: "09:00", to: "12:30" } },
    });
    await renewLease({ member: samir, screenId, isHidden: true, now: morning });
    await offered();
    await notifyMember({ memberId: samir.id, note: badge });
    expect(await sendAll(morning)).toEqual([]);
    const put = await waiting();
    expect(put.map(({ payload, run_at }) => [payload.note.kind, run_at.toISOString()])).toEqual([
      ["badges", "2026-03-10T11:30:00.000Z"],
    ]);
    expect(await sendAll(new Date("2026-03-10T11:30:00.000Z"))).toHaveLength(1);
  });

  it("is not sent while his desk is in sight, which says it", async () => {
    await subscribe(samir);
    await notifyMember({ memberId: samir.id, note: badge });
    await renewLease({ member: samir, screenId, isHidden: false, now: morning });
    expect(await sendAll(morning)).toEqual([]);
    await notifyMember({ memberId: samir.id, note: badge });
    await renewLease({ member: samir, screenId, isHidden: true, now: morning });
    expect(await sendAll(morning)).toHaveLength(1);
  });

  it("says of thanks a first name at most, and nothing of who was erased", async () => {
    await subscribe(samir);
    const visitor = await makeVisitor(brand);
    const { segment, id: chatId } = await makeChat(brand, visitor, samir);
    const { id: ratingId } = await db().rating.create({
      data: {
        brandId: brand.id,
        chatId,
        segmentId: segment.id,
        visitorId: visitor.id,
        memberId: samir.id,
        stars: 5,
        words: "Secret words",
        ratedAt: morning,
      },
    });
    const say = async () => {
      await notifyMember({ memberId: samir.id, note: { kind: "thanks", ratingId } });
      expect(JSON.stringify(await waiting())).not.toMatch(/Marie|Secret/);
      return (await sendAll(morning)).at(-1);
    };
    expect(await say()).toMatchObject({
      title: "Marie thanks you",
      body: "5 stars for your help at Volt & Vélo.",
    });
    expect(JSON.stringify(service.pushed)).not.toContain("Secret");
    await db().visitor.update({ where: { id: visitor.id }, data: { firstName: null } });
    expect(await say()).toMatchObject({ title: "A visitor thanks you" });
  });
});

describe("who may not be told any more", () => {
  beforeEach(async () => {
    await subscribe(samir);
    await notifyMember({ memberId: samir.id, note: badge });
    expect(await waiting()).toHaveLength(1);
  });

  it.each(["left", "suspended"] as const)("is whoever is %s", async (status) => {
    await db().member.update({ where: { id: samir.id }, data: { status } });
    expect(await sendAll(morning)).toEqual([]);
    await notifyMember({ memberId: samir.id, note: badge });
    expect(await waiting()).toEqual([]);
  });

  it("is a browser whose session is over, in whatever way", async () => {
    await db().session.updateMany({ data: { expires: morning } });
    expect(await sendAll(morning)).toEqual([]);
    await endSessions({ userId: samir.userId, now: morning });
    expect(await db().pushSubscription.count()).toBe(0);
  });

  it("is the person who signed in on this browser before", async () => {
    const nadia = await makeMember(brand, { name: "Nadia B." });
    await subscribe(nadia);
    expect(await db().pushSubscription.findMany()).toMatchObject([{ userId: nadia.userId }]);
    expect(await sendAll(morning)).toEqual([]);
  });

  it("is everybody of a closed brand", async () => {
    await db().brand.update({ where: { id: brand.id }, data: { deletedAt: morning } });
    expect(await sendAll(morning)).toEqual([]);
  });
});
