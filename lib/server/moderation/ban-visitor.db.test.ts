import { beforeEach, describe, expect, it } from "vitest";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { askQuestion } from "@/lib/server/question/ask-question";
import { resetDatabase } from "@/lib/server/testing/database";
import { makePresent, untrueLoads } from "@/lib/server/testing/flow";
import { hearEvents } from "@/lib/server/testing/heard";
import { makeBrand, makeChat, makeMember, makeVisitor, morning } from "@/lib/server/testing/world";
import { getVisitorState } from "@/lib/server/visitor/get-visitor-state";
import { banVisitor } from "./ban-visitor";
import { decide } from "./decide";
import { flagSomething } from "./flag-something";
import { liftBan } from "./lift-ban";
import { listActions } from "./list-actions";

const now = later(morning, 60);
let world: Awaited<ReturnType<typeof makeWorld>>;
let heard: ReturnType<typeof hearEvents>;

async function makeWorld() {
  const brand = await makeBrand();
  const visitor = await makeVisitor(brand);
  const samir = await makePresent(brand, { name: "Samir H.", capacity: 2 });
  const helene = await makeMember(brand, { name: "Hélène", role: "manager" });
  return { brand, visitor, samir, helene, chat: await makeChat(brand, visitor, samir) };
}

beforeEach(async () => {
  await resetDatabase();
  heard = hearEvents();
  world = await makeWorld();
});

const log = async () => (await listActions({ member: world.helene, now })).actions;
const ask = (visitor = world.visitor, at = now) =>
  askQuestion({
    visitor,
    input: { clientId: "ask-again", text: "Again?", language: "en", staffOnly: false },
    now: at,
  });

describe("a ban", () => {
  it("ends what runs with a line that blames nobody, refuses questions until it is over", async () => {
    const { visitor, chat } = world;
    await flagSomething({
      party: { member: world.samir },
      chatId: chat.id,
      input: { reason: "insult" },
      now,
    });
    const flagIds = (await db().flag.findMany()).map(({ id }) => id);
    await decide({ member: world.helene, input: { flagIds, decision: { kind: "ban", hours: 24 } }, now });
    const until = later(now, 24 * 3_600).toISOString();
    const state = await getVisitorState({ visitor, after: 0, now });
    expect(state).toMatchObject({
      bannedUntil: until,
      question: { state: "ended" },
      chat: { state: "ended" },
    });
    expect(state.messages.at(-1)?.system).toEqual({ kind: "ended", by: "brand" });
    await expect(ask()).rejects.toMatchObject({ code: "VISITOR_BANNED", params: { until } });
    expect(await untrueLoads()).toEqual([]);
    expect(heard.of(visitor.id)).toContain("sync");
    expect(heard.of(world.samir.id)).toContain("message.sent");
    expect(chat.id).toBe(state.chat?.id);
    const after = later(now, 24 * 3_600 + 1);
    expect(await getVisitorState({ visitor, after: 0, now: after })).not.toHaveProperty("bannedUntil");
    expect(await ask(visitor, after)).toMatchObject({ text: "Again?" });
  });

  it("takes back a question that still waits", async () => {
    const other = await makeVisitor(world.brand);
    await ask(other);
    await banVisitor({ member: world.helene, visitorId: other.id, input: { hours: 1 }, now });
    const { question } = await getVisitorState({ visitor: other, after: 0, now });
    expect(question?.state).toBe("withdrawn");
    expect(await untrueLoads()).toEqual([]);
  });

  it("leaves no question behind that was asked at the same moment", async () => {
    const other = await makeVisitor(world.brand);
    const [asked] = await Promise.allSettled([
      ask(other),
      banVisitor({ member: world.helene, visitorId: other.id, input: { hours: 1 }, now }),
    ]);
    if (asked.status === "rejected") expect(asked.reason).toMatchObject({ code: "VISITOR_BANNED" });
    const waiting = {
      visitorId: other.id,
      state: { in: ["asked" as const, "offering" as const, "calling" as const] },
    };
    expect(await db().question.count({ where: waiting })).toBe(0);
  });

  it("follows whom the brand vouched for into another browser, and nobody else", async () => {
    const { brand, helene } = world;
    const elsewhere = await makeBrand();
    const at = (where: typeof brand, externalId: string | null) => makeVisitor(where, { externalId });
    const [banned, twin, other, foreign] = [
      await at(brand, "customer-1"),
      await at(brand, "customer-1"),
      await at(brand, "customer-2"),
      await at(elsewhere, "customer-1"),
    ];
    await banVisitor({ member: helene, visitorId: banned.id, input: { hours: 1 }, now });
    const isBanned = async (visitor: typeof banned) =>
      "bannedUntil" in (await getVisitorState({ visitor, after: 0, now }));
    expect(await Promise.all([banned, twin, other, foreign, world.visitor].map(isBanned))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it("is replaced by another, lifted, and taken back", async () => {
    const { helene, visitor } = world;
    const ban = (hours: 1 | 720) =>
      banVisitor({ member: helene, visitorId: visitor.id, input: { hours }, now });
    await ban(720);
    await ban(1);
    const until = async () => (await getVisitorState({ visitor, after: 0, now })).bannedUntil;
    expect(await until()).toBe(later(now, 3_600).toISOString());
    await liftBan({ member: helene, visitorId: visitor.id, now });
    await liftBan({ member: helene, visitorId: visitor.id, now });
    expect(await until()).toBeUndefined();
    expect((await log()).map(({ kind }) => kind).sort()).toEqual(["ban", "ban", "lift"]);
    expect((await log()).some(({ canUndo }) => canUndo)).toBe(false);
  });

  it("is a matter of the brand's own visitors", async () => {
    const stranger = await makeMember(await makeBrand(), { role: "manager" });
    const visitorId = world.visitor.id;
    const missing = { code: "NOT_FOUND" };
    await expect(banVisitor({ member: stranger, visitorId, input: { hours: 1 }, now })).rejects.toMatchObject(
      missing,
    );
    await expect(liftBan({ member: stranger, visitorId, now })).rejects.toMatchObject(missing);
    expect(await db().ban.count()).toBe(0);
  });
});
