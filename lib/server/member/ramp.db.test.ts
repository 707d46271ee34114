import { beforeEach, describe, expect, it } from "vitest";
import type { MemberActor } from "@/lib/server/account/actor";
import { undoAudit } from "@/lib/server/audit/undo-audit";
import { changeBrand } from "@/lib/server/brand/change-brand";
import { endChat } from "@/lib/server/chat/end-chat";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { declineOffer } from "@/lib/server/offer/decline-offer";
import { rateSegment } from "@/lib/server/rating/rate-segment";
import { runDue } from "@/lib/server/routing/run-due";
import { resetDatabase } from "@/lib/server/testing/database";
import { askAbout, makePresent, ringing, untrueLoads } from "@/lib/server/testing/flow";
import {
  makeBrand,
  makeChat,
  makeMember,
  makeVisitor,
  morning,
  type TestBrand,
} from "@/lib/server/testing/world";
import { changeMember } from "./change-member";
import { changeProfile } from "./change-profile";
import { getPerson } from "./get-person";
import { readCapacity } from "./read-capacity";

let brand: TestBrand;
let helene: MemberActor;
let samir: MemberActor;
const expert = { capacity: 1, capacityRule: 1, chatsHeld: 0 };

beforeEach(async () => {
  await resetDatabase();
  brand = await makeBrand();
  helene = await makeMember(brand, { name: "Hélène R.", role: "manager", isOpen: false });
  samir = await makePresent(brand, expert);
});

const stored = (member = samir) => db().member.findUniqueOrThrow({ where: { id: member.id } });
const raises = () => db().audit.findMany({ where: { action: "raised" }, orderBy: { id: "asc" } });

/** A chat that he carried and that its visitor ended, ready to be rated. */
async function ended(member = samir) {
  const visitor = await makeVisitor(brand);
  const { id: chatId, segment } = await makeChat(brand, visitor, member);
  await endChat({ party: { visitor }, chatId, end: "solved", now: later(morning, 60) });
  return (stars = 5, solved: "yes" | "no" = "yes") =>
    rateSegment({
      visitor,
      chatId,
      input: { segmentId: segment.id, stars, solved },
      now: later(morning, 90),
    });
}

async function rated(count: number, stars = 5, solved: "yes" | "no" = "yes") {
  for (let each = 0; each < count; each += 1) await (await ended())(stars, solved);
}

describe("climbing", () => {
  it("lets an expert take two after his fifth thanks, in the journal and as news to him", async () => {
    await rated(4);
    expect(await stored()).toMatchObject({ stage: "new", capacity: 1, chatsHeld: 4, capacityTold: null });
    await rated(1);
    expect(await stored()).toMatchObject({
      stage: "confirmed",
      capacityRule: 2,
      capacity: 2,
      chatsHeld: 5,
      capacityTold: 1,
    });
    expect(await raises()).toMatchObject([
      {
        actorId: null,
        subject: `member:${samir.id}`,
        before: { stage: "new", byRule: 1 },
        after: { stage: "confirmed", byRule: 2 },
      },
    ]);
    await readCapacity({ member: samir, now: later(morning, 100) });
    expect((await stored()).capacityTold).toBeNull();
  });

  it("lets staff take three after their chats, whatever is said of them", async () => {
    await changeSettings({ staffFullAfterChats: 2 });
    const julien = await makePresent(brand, {
      role: "agent",
      capacity: 2,
      capacityRule: 2,
      chatsHeld: 0,
    });
    await ended(julien);
    expect(await stored(julien)).toMatchObject({ stage: "new", capacity: 2 });
    await ended(julien);
    expect(await stored(julien)).toMatchObject({ stage: "full", capacity: 3, chatsHeld: 2 });
  });

  it("raises once when two rate in the same instant", async () => {
    await rated(4);
    const both = [await ended(), await ended()];
    await Promise.all(both.map((rate) => rate()));
    expect(await stored()).toMatchObject({ stage: "confirmed", capacity: 2 });
    expect(await raises()).toHaveLength(1);
  });

  it("holds back whom enough ratings speak against, until they are better", async () => {
    await changeSettings({ raiseAfterRatings: 5, confirmedAfterThanks: 3 });
    await rated(2);
    await rated(3, 1, "no");
    await rated(2);
    expect(await stored()).toMatchObject({ stage: "new", capacity: 1 });
    expect((await getPerson({ member: await fresh(), memberId: samir.id, now: morning })).ramp).toMatchObject(
      {
        isHeld: true,
        thanks: 4,
      },
    );
    await changeSettings({ raiseFromStars: 3 });
    expect(await stored()).toMatchObject({ stage: "confirmed", capacity: 2 });
  });

  it("does not look at what he passed on", async () => {
    const passing = await makePresent(brand, { ...expert, name: "Ingrid S.", chatsHeld: 1 });
    for (let each = 0; each < 3; each += 1) {
      await askAbout(brand, later(morning, each));
      const offers = await db().offer.findMany({ where: { memberId: passing.id, state: "made" } });
      for (const { id } of offers)
        await declineOffer({ member: passing, offerId: id, now: later(morning, each) });
    }
    const { stage, capacity, capacityRule } = await stored(passing);
    expect({ stage, capacity, capacityRule }).toEqual({ stage: "new", capacity: 1, capacityRule: 1 });
  });

  it("gives a waiting question the place that a thanks has opened", async () => {
    await rated(4);
    const rate = await ended();
    await makeChat(brand, await makeVisitor(brand), samir);
    const { question } = await askAbout(brand, later(morning, 61));
    expect(await ringing(question.id)).toEqual([]);
    await rate();
    await runDue({ now: later(morning, 91) });
    expect(await ringing(question.id)).toEqual([samir.id]);
  });

  it("leaves alone whom no rule has looked at", async () => {
    const old = await makePresent(brand, { capacity: 3, chatsHeld: 0 });
    await ended(old);
    expect(await stored(old)).toMatchObject({ capacity: 3, capacityRule: null, chatsHeld: 1 });
  });
});

const fresh = async (): Promise<MemberActor> => ({
  ...helene,
  settings: { ...helene.settings, raiseAfterRatings: 5, confirmedAfterThanks: 3 },
});

async function changeSettings(settings: Record<string, number>) {
  const { version } = await db().brand.findUniqueOrThrow({ where: { id: brand.id } });
  await changeBrand({
    member: helene,
    input: { version, settings } as Parameters<typeof changeBrand>[0]["input"],
    now: morning,
  });
}

describe("settings", () => {
  it("change everybody's number, but nobody's who has his own, and none below what is carried", async () => {
    const nadia = await makePresent(brand, { ...expert, stage: "confirmed", capacity: 2, capacityRule: 2 });
    const fixed = await makePresent(brand, { ...expert, capacity: 4, capacityFixed: 4 });
    await makeChat(brand, await makeVisitor(brand), nadia);
    await makeChat(brand, await makeVisitor(brand), nadia);
    await changeSettings({ newExpertCapacity: 2 });
    expect((await stored()).capacity).toBe(2);
    await changeSettings({ newExpertCapacity: 1, confirmedExpertCapacity: 1 });
    expect((await stored()).capacity).toBe(1);
    expect(await stored(nadia)).toMatchObject({ capacityRule: 1, capacity: 2, load: 2 });
    expect((await stored(fixed)).capacity).toBe(4);
    const { chatId } = await db().segment.findFirstOrThrow({ where: { memberId: nadia.id } });
    await endChat({ party: { member: nadia }, chatId, end: "solved", now: later(morning, 60) });
    expect(await stored(nadia)).toMatchObject({ capacity: 1, load: 1 });
    expect(await untrueLoads()).toEqual([]);
  });
});

describe("a manager's own number", () => {
  const set = async (capacity: number | null) =>
    changeMember({
      member: helene,
      memberId: samir.id,
      input: { version: (await stored()).version, capacity },
      now: morning,
    });

  it("holds in place of the rule, with who set it, and can be given back and undone", async () => {
    const { auditId } = await set(3);
    expect(await stored()).toMatchObject({ capacity: 3, capacityFixed: 3, capacityRule: 1 });
    const person = await getPerson({ member: helene, memberId: samir.id, now: morning });
    expect(person.ramp).toMatchObject({
      byRule: 1,
      fixedBy: "Hélène R.",
      next: { stage: "confirmed", at: 5 },
    });
    await rated(5);
    expect(await stored()).toMatchObject({ stage: "confirmed", capacityRule: 2, capacity: 3 });
    await undoAudit({ member: helene, auditId: auditId ?? "", now: later(morning, 200) });
    expect(await stored()).toMatchObject({ capacity: 2, capacityFixed: null });
    await set(4);
    await set(null);
    expect(await stored()).toMatchObject({ capacity: 2, capacityFixed: null });
  });

  it("is not set below what he carries, nor does the rule come back below it", async () => {
    await set(2);
    await makeChat(brand, await makeVisitor(brand), samir);
    await makeChat(brand, await makeVisitor(brand), samir);
    await expect(set(1)).rejects.toMatchObject({ code: "CAPACITY_BELOW_LOAD", params: { load: 2 } });
    await expect(set(null)).rejects.toMatchObject({ code: "CAPACITY_BELOW_LOAD", params: { load: 2 } });
  });

  it("begins anew with another kind of role", async () => {
    await rated(5);
    const { version } = await stored();
    await changeMember({
      member: helene,
      memberId: samir.id,
      input: { version, role: "agent" },
      now: morning,
    });
    expect(await stored()).toMatchObject({ stage: "new", capacityRule: 2, capacity: 2 });
  });
});

describe("his own wish", () => {
  const wish = async (capacityWish: number | null) =>
    changeProfile({
      member: samir,
      input: { version: (await stored()).version, capacityWish },
      now: morning,
    });

  it("is the most he takes, whatever the rule or a manager says", async () => {
    await db().member.update({
      where: { id: samir.id },
      data: { capacityRule: 3, capacity: 3, stage: "full" },
    });
    await wish(1);
    expect(await stored()).toMatchObject({ capacity: 1, capacityRule: 3 });
    const { version } = await stored();
    await changeMember({ member: helene, memberId: samir.id, input: { version, capacity: 4 }, now: morning });
    expect(await stored()).toMatchObject({ capacity: 1, capacityFixed: 4 });
    await wish(null);
    expect(await stored()).toMatchObject({ capacity: 4, capacityTold: null });
  });

  it("takes hold as his chats end", async () => {
    await db().member.update({ where: { id: samir.id }, data: { capacityRule: 2, capacity: 2 } });
    const { id: chatId } = await makeChat(brand, await makeVisitor(brand), samir);
    await makeChat(brand, await makeVisitor(brand), samir);
    await wish(1);
    expect(await stored()).toMatchObject({ capacity: 2, load: 2 });
    await endChat({ party: { member: samir }, chatId, end: "solved", now: later(morning, 60) });
    expect(await stored()).toMatchObject({ capacity: 1, load: 1 });
  });
});
