import { beforeEach, describe, expect, it } from "vitest";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { resetDatabase } from "@/lib/server/testing/database";
import { hearEvents } from "@/lib/server/testing/heard";
import {
  makeBrand,
  makeChat,
  makeMember,
  makeVisitor,
  morning,
  type TestBrand,
} from "@/lib/server/testing/world";
import { flagSomething } from "./flag-something";
import { restoreMessage } from "./restore-message";

const now = later(morning, 60);

async function makeWorld(settings = {}) {
  const brand = await makeBrand({ settings });
  const visitor = await makeVisitor(brand);
  const samir = await makeMember(brand, { name: "Samir H." });
  const chat = await makeChat(brand, visitor, samir);
  const reply = await say(brand, chat.id, 2, samir.id);
  return { brand, visitor, samir, chat, question: chat.message, reply };
}

function say(brand: TestBrand, chatId: string, seq: number, memberId: string | null, at = morning) {
  return db().message.create({
    data: {
      brandId: brand.id,
      chatId,
      seq,
      clientId: `said-${seq}-here`,
      author: memberId ? "member" : "visitor",
      memberId,
      body: `Words ${seq}`,
      sentAt: at,
    },
  });
}

type Flagging = Parameters<typeof flagSomething>[0];
let world: Awaited<ReturnType<typeof makeWorld>>;
let heard: ReturnType<typeof hearEvents>;
beforeEach(async () => {
  await resetDatabase();
  heard = hearEvents();
  world = await makeWorld();
});

const flag = (party: Flagging["party"], messageId?: string, chatId = world.chat.id) =>
  flagSomething({ party, chatId, input: { messageId, reason: "insult" }, now });
const flags = () => db().flag.findMany({ orderBy: { flaggedAt: "asc" } });
const isHidden = async (id: string) =>
  (await db().message.findUniqueOrThrow({ where: { id } })).hiddenAt !== null;

describe("reporting", () => {
  it("writes down what a visitor says of his helper's message, once", async () => {
    const { visitor, samir, chat, reply, brand } = world;
    const input = { messageId: reply.id, reason: "spam", words: "An advert" } as const;
    for (let i = 0; i < 2; i++) await flagSomething({ party: { visitor }, chatId: chat.id, input, now });
    expect(await flags()).toMatchObject([
      {
        brandId: brand.id,
        chatId: chat.id,
        messageId: reply.id,
        memberId: samir.id,
        visitorId: null,
        reporterId: visitor.id,
        reason: "spam",
        words: "An advert",
        resolvedAt: null,
      },
    ]);
    expect(heard.events.map(({ name }) => name)).toEqual(["board.changed"]);
    expect(await isHidden(reply.id)).toBe(false);
  });

  it("counts one person once, however often and at once he reports", async () => {
    const { visitor, reply } = world;
    await Promise.all(Array.from({ length: 6 }, () => flag({ visitor }, reply.id)));
    await Promise.all(Array.from({ length: 6 }, () => flag({ visitor })));
    expect(await flags()).toHaveLength(2);
    expect(await isHidden(reply.id)).toBe(false);
  });

  it("reports the person: the helper who carried the chat last, or the visitor", async () => {
    const { brand, visitor, samir, chat } = world;
    await db().segment.update({ where: { id: chat.segment.id }, data: { state: "lost", endedAt: now } });
    const nadia = await makeMember(brand, { name: "Nadia B." });
    await db().segment.create({
      data: { brandId: brand.id, chatId: chat.id, memberId: nadia.id, startedAt: now },
    });
    await flag({ visitor });
    await flag({ member: samir });
    expect((await flags()).map(({ memberId, visitorId }) => memberId ?? visitorId).sort()).toEqual(
      [nadia.id, visitor.id].sort(),
    );
  });

  it("hides a message that two have reported, and both sides see it go", async () => {
    const { brand, visitor, samir, reply, chat } = world;
    const agent = await makeMember(brand, { role: "agent" });
    await flag({ visitor }, reply.id);
    heard.forget();
    await flag({ member: agent }, reply.id);
    expect(await isHidden(reply.id)).toBe(true);
    for (const person of [visitor.id, samir.id]) {
      const event = heard.events.find(({ channel }) => channel.endsWith(person));
      expect(event).toMatchObject({ name: "message.sent", data: { id: reply.id, isHidden: true, body: "" } });
    }
    expect(await db().moderationAction.findMany()).toMatchObject([
      { kind: "hide", actorId: null, messageId: reply.id, chatId: chat.id },
    ]);
  });

  it("hides it when both report in the same instant", async () => {
    const { brand, visitor, reply } = world;
    const agents = await Promise.all([1, 2, 3].map(() => makeMember(brand, { role: "agent" })));
    await Promise.all([flag({ visitor }, reply.id), ...agents.map((member) => flag({ member }, reply.id))]);
    expect(await isHidden(reply.id)).toBe(true);
    expect(await db().moderationAction.count()).toBe(1);
  });

  it("hides at the brand's own number", async () => {
    const { brand, visitor, chat, reply } = await makeWorld({ hideAtFlags: 3 });
    const agent = () => makeMember(brand, { role: "agent" });
    await flag({ visitor }, reply.id, chat.id);
    await flag({ member: await agent() }, reply.id, chat.id);
    expect(await isHidden(reply.id)).toBe(false);
    await flag({ member: await agent() }, reply.id, chat.id);
    expect(await isHidden(reply.id)).toBe(true);
  });

  it("begins to count anew after somebody has looked and kept it", async () => {
    const { brand, visitor, reply } = world;
    const manager = await makeMember(brand, { role: "manager" });
    const agent = () => makeMember(brand, { role: "agent" });
    await flag({ visitor }, reply.id);
    await flag({ member: await agent() }, reply.id);
    await restoreMessage({ member: manager, messageId: reply.id, now });
    await db().flag.updateMany({ data: { resolvedAt: now, outcome: "restored" } });
    await flag({ member: await agent() }, reply.id);
    expect(await isHidden(reply.id)).toBe(false);
    await flag({ member: await agent() }, reply.id);
    expect(await isHidden(reply.id)).toBe(true);
  });

  it("is refused for one's own words, lines that nobody wrote, and what one may not read", async () => {
    const { brand, visitor, samir, chat, question, reply } = world;
    const line = await db().message.create({
      data: {
        brandId: brand.id,
        chatId: chat.id,
        seq: 3,
        clientId: "system:ended",
        author: "system",
        body: "",
        system: { kind: "ended", by: "visitor" },
        sentAt: now,
      },
    });
    const foreign = await makeWorld();
    const other = await makeVisitor(brand);
    const neighbour = await makeMember(brand, { name: "Ingrid" });
    const attempts: [Flagging["party"], string | undefined, string?][] = [
      [{ visitor }, question.id],
      [{ member: samir }, reply.id],
      [{ visitor }, line.id],
      [{ visitor: other }, reply.id],
      [{ visitor: other }, undefined],
      [{ member: neighbour }, question.id],
      [{ member: neighbour }, undefined],
      [{ member: foreign.samir }, question.id],
      [{ member: await makeMember(foreign.brand, { role: "admin" }) }, reply.id],
      // A chat of his own does not open another's message.
      [{ visitor: foreign.visitor }, reply.id, foreign.chat.id],
      [{ member: foreign.samir }, question.id, foreign.chat.id],
    ];
    for (const [party, messageId, chatId] of attempts)
      await expect(flag(party, messageId, chatId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await flags()).toEqual([]);
  });

  it("reaches an expert no further than he may read", async () => {
    const { brand, samir, chat } = world;
    await db().segment.update({
      where: { id: chat.segment.id },
      data: { state: "handed_over", endedAt: later(morning, 10) },
    });
    const before = await say(brand, chat.id, 3, null, later(morning, 5));
    const after = await say(brand, chat.id, 4, null, later(morning, 20));
    await flag({ member: samir }, before.id);
    await expect(flag({ member: samir }, after.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
