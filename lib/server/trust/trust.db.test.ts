import { beforeEach, describe, expect, it } from "vitest";
import type { MemberActor } from "@/lib/server/account/actor";
import { undoAudit } from "@/lib/server/audit/undo-audit";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { flagSomething } from "@/lib/server/moderation/flag-something";
import { getModeration } from "@/lib/server/moderation/get-moderation";
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
import { decideTrust } from "./decide-trust";
import { getTrust } from "./get-trust";

const now = later(morning, 60);
let brand: TestBrand;
let helene: MemberActor;
let samir: MemberActor;

beforeEach(async () => {
  await resetDatabase();
  hearEvents();
  brand = await makeBrand();
  helene = await makeMember(brand, { name: "Hélène", role: "manager" });
  samir = await makeMember(brand, { chatsHeld: 5, createdAt: later(morning, -100 * 86_400) });
});

const trust = (member = samir, at = now) =>
  getTrust({ brandId: member.brandId, memberId: member.id, now: at });
async function addFacts(kind: string, count: number, member = samir) {
  const { brandId, id: memberId } = member;
  await db().fact.createMany({
    data: Array.from({ length: count }, (_, i) => ({
      brandId,
      memberId,
      kind,
      at: now,
      sourceId: `${kind}-${i}`,
    })),
  });
}
const decide = (level: 1 | 2 | 3 | 4, rule: "set" | "hold" = "set", member = helene, memberId = samir.id) =>
  decideTrust({ member, memberId, input: { word: { rule, level }, reason: "As we agreed" }, now });

describe("trust", () => {
  it("follows the facts that count, and says what there is and what is wanted", async () => {
    expect(await trust()).toMatchObject({ level: 1, isLearning: false });
    await addFacts("thanks.received", 12);
    const seen = await trust();
    expect(seen?.level).toBe(2);
    expect(seen?.levels[2]?.needs[0]).toEqual({
      fact: "thanks",
      has: 12,
      wants: 20,
      isMost: false,
      isMet: false,
    });
    const [fact] = await db().fact.findMany();
    await db().factRuling.createMany({
      data: [true, false].map((counts) => ({
        brandId: brand.id,
        factId: fact?.id ?? "",
        counts,
        sourceId: "review",
        at: now,
      })),
    });
    expect((await trust())?.levels[2]?.needs[0]?.has).toBe(11);
  });

  it("never looks at what was passed on or let lapse", async () => {
    await addFacts("thanks.received", 20);
    const before = await trust();
    const question = await makeQuestion(brand, await makeVisitor(brand));
    await db().offer.createMany({
      data: (["declined", "expired"] as const).map((state, round) => ({
        brandId: brand.id,
        questionId: question.id,
        memberId: samir.id,
        state,
        round: round + 1,
        wave: 1,
        reserves: true,
        madeAt: now,
        expiresAt: now,
      })),
    });
    expect(await trust()).toEqual(before);
  });

  it("sinks by a report that was found right, and comes back by itself", async () => {
    await addFacts("thanks.received", 20);
    expect((await trust())?.level).toBe(3);
    const visitor = await makeVisitor(brand);
    const chat = await makeChat(brand, visitor, samir);
    await db().flag.create({
      data: {
        brandId: brand.id,
        chatId: chat.id,
        memberId: samir.id,
        reporterId: visitor.id,
        reason: "insult",
        flaggedAt: now,
        resolvedAt: now,
        outcome: "hidden",
      },
    });
    expect((await trust())?.level).toBe(1);
    expect((await trust(samir, later(now, 91 * 86_400)))?.level).toBe(3);
    await db().flag.updateMany({ data: { outcome: "dismissed" } });
    expect((await trust())?.level).toBe(3);
  });

  it("is observed while he learns, whatever was said before; staff have none, other brands see none", async () => {
    await addFacts("thanks.received", 20);
    await db().member.update({ where: { id: samir.id }, data: { status: "trial" } });
    expect(await trust()).toMatchObject({ level: 1, earned: 3, isLearning: true });
    expect(await trust(helene)).toBeNull();
    const foreign = await makeBrand();
    expect(await getTrust({ brandId: foreign.id, memberId: samir.id, now })).toBeNull();
  });
});

describe("a manager's word", () => {
  it("sets or holds with a reason, and is undone from the journal", async () => {
    const { auditId } = await decide(3);
    expect(await trust()).toMatchObject({
      level: 3,
      earned: 1,
      decision: { rule: "set", level: 3, reason: "As we agreed", by: "Hélène" },
    });
    expect((await decide(3)).auditId).toBeNull();
    await undoAudit({ member: helene, auditId: auditId ?? "", now });
    expect(await trust()).toMatchObject({ level: 1, decision: null });
    await addFacts("thanks.received", 20);
    const held = await decide(2, "hold");
    expect(held.trust).toMatchObject({ level: 2, earned: 3 });
    await decideTrust({
      member: helene,
      memberId: samir.id,
      input: { word: null, reason: "All well" },
      now,
    });
    expect((await trust())?.level).toBe(3);
    await expect(undoAudit({ member: helene, auditId: held.auditId ?? "", now })).rejects.toMatchObject({
      code: "UNDO_TOO_LATE",
    });
    expect(await db().audit.count({ where: { action: "trusted" } })).toBe(4);
  });

  it("is for experts of his brand alone", async () => {
    const foreign = await makeMember(await makeBrand());
    const ines = await makeMember(brand, { role: "manager" });
    for (const { id } of [foreign, ines, helene])
      await expect(decide(3, "set", helene, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await db().audit.count()).toBe(0);
  });
});

describe("a guardian's report", () => {
  const world = async (level: 3 | 4) => {
    await decide(level);
    const visitor = await makeVisitor(brand);
    const chat = await makeChat(brand, visitor, samir);
    const input = { messageId: chat.message.id, reason: "insult" } as const;
    const report = (party: Parameters<typeof flagSomething>[0]["party"], at = now) =>
      flagSomething({ party, chatId: chat.id, input, now: at });
    const isHidden = async () =>
      (await db().message.findUniqueOrThrow({ where: { id: chat.message.id } })).hiddenAt !== null;
    return { report, isHidden };
  };

  it("counts for two, once, as he stood when he gave it", async () => {
    const { report, isHidden } = await world(4);
    await report({ member: samir });
    expect(await isHidden()).toBe(true);
    expect(await db().flag.findMany()).toMatchObject([{ weight: 2 }]);
    await decide(1);
    await report({ member: samir });
    expect(await db().flag.findMany()).toMatchObject([{ weight: 2 }]);
  });

  it("shows managers what it counts, after what was reported before it", async () => {
    samir = await makeMember(brand, { capacity: 2 });
    const { report } = await world(3);
    await report({ member: helene });
    const weighty = await world(4);
    await weighty.report({ member: samir }, later(now, 1));
    await weighty.report({ member: helene }, later(now, 2));
    const { hideAtFlags, reports } = await getModeration({ member: helene, now });
    expect(hideAtFlags).toBe(helene.settings.hideAtFlags);
    expect(reports.map(({ flags }) => flags.map(({ by, weight }) => [by.id, weight]))).toEqual([
      [[helene.id, 1]],
      [
        [samir.id, 2],
        [helene.id, 1],
      ],
    ]);
  });

  it("is another's: a coach's and a manager's count for one each", async () => {
    const { report, isHidden } = await world(3);
    await Promise.all([report({ member: samir }), report({ member: samir })]);
    expect(await isHidden()).toBe(false);
    await report({ member: helene });
    expect(await isHidden()).toBe(true);
  });

  it("hides nothing alone where the brand wants three", async () => {
    brand = await makeBrand({ settings: { hideAtFlags: 3 } });
    helene = await makeMember(brand, { role: "manager" });
    samir = await makeMember(brand);
    const { report, isHidden } = await world(4);
    await report({ member: samir });
    expect(await isHidden()).toBe(false);
    await report({ member: helene });
    expect(await isHidden()).toBe(true);
  });
});
