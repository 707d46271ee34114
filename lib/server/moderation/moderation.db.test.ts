import { beforeEach, describe, expect, it } from "vitest";
import { MessageView } from "@/lib/domain/chat/view";
import { SelfView } from "@/lib/domain/member/view";
import type { MemberActor } from "@/lib/server/account/actor";
import { listMessages } from "@/lib/server/chat/list-messages";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { refreshAvailability } from "@/lib/server/presence/refresh-availability";
import { askQuestion } from "@/lib/server/question/ask-question";
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
import { hideMessage } from "./hide-message";
import { pauseMember } from "./pause-member";
import { restoreMessage } from "./restore-message";
import { resumeMember } from "./resume-member";

let brand: TestBrand;
let helene: MemberActor;
let heard: ReturnType<typeof hearEvents>;
beforeEach(async () => {
  await resetDatabase();
  heard = hearEvents();
  brand = await makeBrand();
  helene = await makeMember(brand, { name: "Hélène", role: "manager", isOpen: false });
});

const now = later(morning, 60);
const actions = () => db().moderationAction.findMany({ orderBy: { id: "asc" } });

async function makeExpert(name: string, data: Parameters<typeof makeMember>[1] = {}) {
  const member = await makeMember(brand, { name, ...data });
  const expiresAt = later(morning, 3_600);
  await db().lease.create({ data: { memberId: member.id, screenId: "screen-one", expiresAt } });
  await db().memberTopic.create({ data: { memberId: member.id, topicId: brand.topics.battery.id } });
  return member;
}

describe("hiding a message", () => {
  async function makeRudeChat() {
    const samir = await makeExpert("Samir H.");
    const visitor = await makeVisitor(brand);
    const chat = await makeChat(brand, visitor, samir);
    const read = async (party: Parameters<typeof listMessages>[0]["party"]) => {
      const [message] = await listMessages({ party, chatId: chat.id, after: 0, now });
      return [message?.isHidden, message?.body];
    };
    return { samir, visitor, chat, messageId: chat.message.id, read };
  }

  it("takes its words from visitor and expert, leaves them to staff, and gives them back", async () => {
    const { samir, visitor, chat, messageId, read } = await makeRudeChat();
    const words = chat.message.body;
    await hideMessage({ member: helene, messageId, reason: "rude", now });
    expect(await read({ visitor })).toEqual([true, ""]);
    expect(await read({ member: samir })).toEqual([true, ""]);
    expect(await read({ member: helene })).toEqual([true, words]);
    await restoreMessage({ member: helene, messageId, now });
    for (const party of [{ visitor }, { member: samir }, { member: helene }]) {
      expect(await read(party)).toEqual([false, words]);
    }
    expect(await actions()).toHaveLength(2);
    expect(await db().moderationAction.findFirst({ where: { kind: "hide" } })).toMatchObject({
      brandId: brand.id,
      actorId: helene.id,
      messageId,
      memberId: null,
      reason: "rude",
      actedAt: now,
    });
  });

  it("tells visitor, helper and whoever watches, each in his view, and the board", async () => {
    const { samir, visitor, chat, messageId } = await makeRudeChat();
    await db().chat.update({ where: { id: chat.id }, data: { watchedUntil: later(now, 10) } });
    await hideMessage({ member: helene, messageId, now });
    const told = heard.events.map(({ channel, name, data }) => [
      channel,
      name,
      name === "message.sent" ? MessageView.parse(data).body : null,
    ]);
    expect(told).toEqual([
      [`private-visitor-${visitor.id}`, "message.sent", ""],
      [`private-member-${samir.id}`, "message.sent", ""],
      [`private-watch-${chat.id}`, "message.sent", chat.message.body],
      [`private-visitor-${visitor.id}`, "chat.changed", null],
      [`private-brand-${brand.id}`, "board.changed", null],
    ]);
  });

  it("reaches those who helped before and may still read it, and nobody with what came after him", async () => {
    const { samir, chat, messageId } = await makeRudeChat();
    const nadia = await makeExpert("Nadia B.");
    await db().segment.update({
      where: { id: chat.segment.id },
      data: { state: "lost", endedAt: later(morning, 20) },
    });
    await db().segment.create({
      data: { brandId: brand.id, chatId: chat.id, memberId: nadia.id, startedAt: later(morning, 25) },
    });
    const afterwards = await db().message.create({
      data: {
        brandId: brand.id,
        chatId: chat.id,
        seq: 2,
        clientId: "said-later",
        author: "visitor",
        body: "Later",
        sentAt: later(morning, 30),
      },
    });
    await hideMessage({ member: helene, messageId, now });
    expect(heard.of(samir.id)).toEqual(["message.sent"]);
    expect(heard.of(nadia.id)).toEqual(["message.sent"]);
    heard.forget();
    await hideMessage({ member: helene, messageId: afterwards.id, now });
    expect(heard.of(samir.id)).toEqual([]);
    expect(heard.of(nadia.id)).toEqual(["message.sent"]);
  });

  it("shows in the chat's version, by which a screen that missed the event learns of it", async () => {
    const { chat, messageId } = await makeRudeChat();
    const version = async () => (await db().chat.findUniqueOrThrow({ where: { id: chat.id } })).version;
    const before = await version();
    await hideMessage({ member: helene, messageId, now });
    expect(await version()).toBe(before + 1);
    await restoreMessage({ member: helene, messageId, now });
    expect(await version()).toBe(before + 2);
  });

  it("is done once, however often and at once it is asked for", async () => {
    const { messageId } = await makeRudeChat();
    await Promise.all(Array.from({ length: 8 }, () => hideMessage({ member: helene, messageId, now })));
    expect((await actions()).map(({ kind }) => kind)).toEqual(["hide"]);
    await restoreMessage({ member: helene, messageId, now });
    heard.forget();
    await restoreMessage({ member: helene, messageId, now });
    expect(await actions()).toHaveLength(2);
    expect(heard.events).toEqual([]);
  });

  it("refuses another brand's manager, a message that is none, and lines that nobody wrote", async () => {
    const { chat, messageId } = await makeRudeChat();
    const stranger = await makeMember(await makeBrand(), { role: "manager" });
    const line = await db().message.create({
      data: {
        brandId: brand.id,
        chatId: chat.id,
        seq: 2,
        clientId: "system:ended",
        author: "system",
        body: "",
        system: { kind: "ended", by: "visitor" },
        sentAt: now,
      },
    });
    const attempts = [
      { member: stranger, messageId },
      { member: helene, messageId: "0".repeat(32) },
      { member: helene, messageId: line.id },
    ];
    for (const attempt of attempts) {
      await expect(hideMessage({ ...attempt, now })).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(restoreMessage({ ...attempt, now })).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    expect(await actions()).toEqual([]);
    expect(await db().message.count({ where: { hiddenAt: { not: null } } })).toBe(0);
  });
});

describe("pausing a member", () => {
  const statusOf = async (id: string) => (await db().member.findUniqueOrThrow({ where: { id } })).status;

  async function ask(at: Date) {
    const visitor = await makeVisitor(brand);
    const input = {
      clientId: `client-${visitor.id.slice(0, 8)}`,
      text: "Does the battery survive winter?",
      topicId: brand.topics.battery.id,
      language: "en" as const,
      staffOnly: false,
    };
    return askQuestion({ visitor, input, now: at });
  }

  const liveOffers = () => db().offer.findMany({ where: { state: { in: ["made", "delivered"] } } });

  it("passes what rings at his place, asks the next one, and tells his screens", async () => {
    const nadia = await makeExpert("Nadia B.");
    const { id: questionId } = await ask(now);
    expect(await liveOffers()).toMatchObject([{ memberId: nadia.id }]);
    const samir = await makeExpert("Samir H.");
    heard.forget();
    await pauseMember({ member: helene, memberId: nadia.id, reason: "a word first", now: later(now, 1) });
    expect(await liveOffers()).toMatchObject([{ memberId: samir.id, questionId }]);
    expect(await db().member.findUniqueOrThrow({ where: { id: nadia.id } })).toMatchObject({
      status: "paused",
      load: 0,
      isOpen: true,
    });
    expect(heard.of(nadia.id)).toEqual(["self.changed", "sync"]);
    const changed = heard.events.find(({ name }) => name === "self.changed");
    expect(SelfView.parse(changed?.data)).toMatchObject({ id: nadia.id, isPausedByManager: true });
    expect(heard.of(brand.id)).toContain("board.changed");
    expect(await actions()).toMatchObject([
      { kind: "pause", actorId: helene.id, memberId: nadia.id, reason: "a word first" },
    ]);
  });

  it("takes his place from the button and gives it back; his running chat stays his", async () => {
    const nadia = await makeExpert("Nadia B.", { capacity: 2 });
    const chat = await makeChat(brand, await makeVisitor(brand), nadia);
    const told = () => heard.events.filter(({ name }) => name === "availability").map(({ data }) => data);
    await refreshAvailability({ brandId: brand.id, now });
    await pauseMember({ member: helene, memberId: nadia.id, now });
    expect(await db().segment.findUniqueOrThrow({ where: { id: chat.segment.id } })).toMatchObject({
      state: "open",
    });
    expect((await db().member.findUniqueOrThrow({ where: { id: nadia.id } })).load).toBe(1);
    await resumeMember({ member: helene, memberId: nadia.id, now });
    expect(told()).toMatchObject([
      { kind: "community", community: 1 },
      { kind: "none", community: 0 },
      { kind: "community", community: 1 },
    ]);
    expect(heard.of(nadia.id)).toEqual(["self.changed", "sync", "self.changed"]);
  });

  it("is done once, however often and at once it is asked for", async () => {
    const nadia = await makeExpert("Nadia B.");
    const pause = () => pauseMember({ member: helene, memberId: nadia.id, now });
    await Promise.all(Array.from({ length: 8 }, pause));
    expect((await actions()).map(({ kind }) => kind)).toEqual(["pause"]);
    expect(heard.of(nadia.id)).toEqual(["self.changed", "sync"]);
  });

  it("is another's decision, to make and to take back", async () => {
    const admin = await makeMember(brand, { role: "admin" });
    await expect(pauseMember({ member: helene, memberId: helene.id, now })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await pauseMember({ member: admin, memberId: helene.id, now });
    await expect(resumeMember({ member: helene, memberId: helene.id, now })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    expect(await statusOf(helene.id)).toBe("paused");
  });

  it("reaches who is still on trial, and gives him back to it", async () => {
    const nadia = await makeExpert("Nadia B.", { status: "trial" });
    await pauseMember({ member: helene, memberId: nadia.id, now });
    expect(await statusOf(nadia.id)).toBe("paused");
    await resumeMember({ member: helene, memberId: nadia.id, now });
    expect(await statusOf(nadia.id)).toBe("trial");
    await resumeMember({ member: helene, memberId: nadia.id, now });
    expect((await actions()).map(({ kind }) => kind).sort()).toEqual(["pause", "resume"]);
  });

  it.each(["invited", "applied", "left", "suspended"] as const)(
    "leaves a person alone who is %s",
    async (status) => {
      const { id: memberId } = await makeExpert("Nadia B.", { status });
      for (const change of [pauseMember, resumeMember]) {
        await expect(change({ member: helene, memberId, now })).rejects.toMatchObject({ code: "NOT_FOUND" });
      }
      expect(await statusOf(memberId)).toBe(status);
      expect(await actions()).toEqual([]);
    },
  );

  it("reaches nobody of another brand", async () => {
    const stranger = await makeMember(await makeBrand(), { role: "manager" });
    const { id: memberId } = await makeExpert("Nadia B.");
    await expect(pauseMember({ member: stranger, memberId, now })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await pauseMember({ member: helene, memberId, now });
    await expect(resumeMember({ member: stranger, memberId, now })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await statusOf(memberId)).toBe("paused");
  });
});
