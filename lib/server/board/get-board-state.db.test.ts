import pg from "pg";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { BoardState } from "@/lib/domain/board/view";
import type { MemberActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { resetDatabase } from "@/lib/server/testing/database";
import {
  makeBrand,
  makeChat,
  makeMember,
  makeQuestion,
  makeVisitor,
  morning,
  type TestBrand,
} from "@/lib/server/testing/world";
import { getBoardState } from "./get-board-state";

let brand: TestBrand;
let helene: MemberActor;
beforeEach(async () => {
  await resetDatabase();
  brand = await makeBrand();
  helene = await makeMember(brand, { name: "Hélène", role: "manager", isOpen: false });
});

const board = async (now = morning) => BoardState.parse(await getBoardState({ member: helene, now }));

/** Midnight in Paris before this test morning. */
const midnight = new Date("2026-03-09T23:00:00.000Z");

async function ask(data: Parameters<typeof makeQuestion>[2] = {}, visitorOf = brand) {
  return makeQuestion(visitorOf, await makeVisitor(visitorOf), data);
}

async function makeExpert(name: string, data: Parameters<typeof makeMember>[1] = {}, screenFor = 60) {
  const member = await makeMember(brand, { name, ...data });
  const expiresAt = later(morning, screenFor);
  await db().lease.create({ data: { memberId: member.id, screenId: "screen-one", expiresAt } });
  await db().memberTopic.create({ data: { memberId: member.id, topicId: brand.topics.battery.id } });
  return member;
}

async function offerTo(questionId: string, memberId: string, state: "delivered" | "declined") {
  const expiresAt = later(morning, 20);
  await db().offer.create({
    data: {
      brandId: brand.id,
      questionId,
      memberId,
      round: 1,
      wave: 1,
      reserves: false,
      state,
      madeAt: morning,
      expiresAt,
    },
  });
}

describe("what waits and what runs", () => {
  it("lists waiting questions, oldest first, with how many are being asked", async () => {
    const samir = await makeExpert("Samir H.");
    const nadia = await makeExpert("Nadia B.");
    const second = await ask({ state: "calling", audience: "staff", askedAt: later(morning, -5) });
    const first = await ask({ state: "offering", askedAt: later(morning, -9) });
    const third = await ask({ state: "asked", topicId: null, round: 2 });
    for (const state of ["matched", "ended", "left", "answered", "withdrawn"] as const) await ask({ state });
    await offerTo(first.id, samir.id, "delivered");
    await offerTo(first.id, nadia.id, "declined");
    const { waiting } = await board();
    expect(waiting.map(({ questionId }) => questionId)).toEqual([first.id, second.id, third.id]);
    expect(waiting).toMatchObject([
      { firstName: "Marie", topic: { en: "Battery" }, asking: 1, staffOnly: false, isBack: false },
      { asking: 0, staffOnly: true, isBack: false },
      // A visitor who wanted staff instead: a new round, but nobody had it before.
      { topic: null, isBack: false },
    ]);
  });

  it("shows a chat with its helper, its wait and its last word; a system line is no word", async () => {
    const samir = await makeExpert("Samir H.", { load: 0 });
    await db().ownership.create({
      data: { memberId: samir.id, product: "Volt 3 City", since: new Date("2025-03-10") },
    });
    const chat = await makeChat(brand, await makeVisitor(brand), samir, {
      product: "Volt 3 City",
      askedAt: later(morning, -7),
    });
    const line = { brandId: brand.id, chatId: chat.id, body: "Yes.", sentAt: later(morning, 4) };
    await db().message.create({
      data: { ...line, seq: 2, clientId: "answer-1", author: "member", memberId: samir.id },
    });
    await db().message.create({
      data: { ...line, seq: 3, clientId: "ask-more", author: "visitor", sentAt: later(morning, 8) },
    });
    const system = { kind: "lost", name: "Samir H." };
    await db().message.create({
      data: { ...line, seq: 4, clientId: "line-lost", author: "system", system, sentAt: later(morning, 9) },
    });
    const { chats } = await board();
    expect(chats).toEqual([
      {
        chatId: chat.id,
        firstName: "Marie",
        topic: { en: "Battery", fr: "Batterie" },
        question: chat.question.text,
        helper: expect.objectContaining({ name: "Samir H.", owns: { product: "Volt 3 City", months: 12 } }),
        helperId: samir.id,
        startedAt: morning.toISOString(),
        waitSeconds: 7,
        lastAuthor: "visitor",
        lastAt: later(morning, 8).toISOString(),
      },
    ]);
  });

  it("shows a chat that lost its helper among both: open without anybody, and waiting again", async () => {
    const samir = await makeExpert("Samir H.");
    const chat = await makeChat(brand, await makeVisitor(brand), samir, {
      state: "offering",
      round: 2,
      roundAt: later(morning, 60),
    });
    await db().segment.update({ where: { id: chat.segment.id }, data: { state: "lost", endedAt: morning } });
    const { waiting, chats } = await board();
    expect(waiting).toMatchObject([
      {
        questionId: chat.questionId,
        isBack: true,
        askedAt: morning.toISOString(),
        roundAt: later(morning, 60).toISOString(),
      },
    ]);
    expect(chats).toMatchObject([{ chatId: chat.id, helper: null, helperId: null }]);
    await db().chat.update({ where: { id: chat.id }, data: { state: "ended" } });
    expect((await board()).chats).toEqual([]);
  });
});

describe("who is there", () => {
  it("tells free, busy, away and paused apart, and counts who covers a topic", async () => {
    await makeExpert("Free F.");
    await makeExpert("Busy B.", { load: 1 });
    await makeExpert("Gone G.", {}, 0);
    await makeExpert("Silent S.", { awaySince: later(morning, -60) });
    await makeExpert("Over O.", { openUntil: morning });
    await makeExpert("Closed C.", { isOpen: false });
    await makeExpert("Paused P.", { status: "paused" });
    await makeExpert("Banned B.", { status: "suspended" });
    await makeExpert("New N.", { status: "applied" });
    await makeExpert("Trial T.", { status: "trial" });
    await makeExpert("Left L.", { status: "left" });
    await makeExpert("Julien", { role: "agent" });
    const { people, coverage } = await board();
    const shown = people.map(({ name, presence, isPausedByManager, isSuspended }) => [
      name,
      presence,
      isPausedByManager ? "by a manager" : isSuspended && "suspended",
    ]);
    expect(shown).toEqual([
      ["Banned B.", "paused", "suspended"],
      ["Busy B.", "busy", false],
      ["Closed C.", "paused", false],
      ["Free F.", "free", false],
      ["Gone G.", "away", false],
      ["Hélène", "paused", false],
      ["Julien", "free", false],
      ["New N.", "paused", false],
      ["Over O.", "paused", false],
      ["Paused P.", "paused", "by a manager"],
      ["Silent S.", "away", false],
      ["Trial T.", "free", false],
    ]);
    expect(people.find(({ name }) => name === "Julien")).toMatchObject({ kind: "staff", role: "agent" });
    expect(coverage).toEqual([
      { topic: { en: "Battery", fr: "Batterie" }, free: 2, online: 3 },
      { topic: { en: "Brakes", fr: "Freins" }, free: 0, online: 0 },
    ]);
  });
});

describe("today in numbers", () => {
  it("reads 3 asked, 3 answered, promises kept 2 of 2, left questions 1 of 1", async () => {
    const answer = { state: "ended", firstAnswerAt: later(morning, 9), promiseKept: true } as const;
    await ask(answer);
    await ask(answer);
    await ask({ state: "left", leftAt: later(morning, 3) });
    expect((await board()).today).toEqual({
      asked: 3,
      answered: 2,
      promisesKept: 2,
      promisesJudged: 2,
      left: 1,
      leftAnswered: 0,
    });
    await db().question.updateMany({
      where: { state: "left" },
      data: { state: "answered", answeredAt: later(morning, 600), leftKept: true },
    });
    expect((await board()).today).toEqual({
      asked: 3,
      answered: 3,
      promisesKept: 2,
      promisesJudged: 2,
      left: 1,
      leftAnswered: 1,
    });
  });

  it("counts a broken promise as judged, whatever became of its question", async () => {
    await ask({ state: "matched", promiseKept: false, firstAnswerAt: later(morning, 40) });
    await ask({ state: "left", promiseKept: false, leftAt: later(morning, 40) });
    await ask({ state: "matched" });
    expect((await board()).today).toMatchObject({
      asked: 3,
      answered: 1,
      promisesKept: 0,
      promisesJudged: 2,
    });
  });

  it("begins at midnight in the brand's time zone", async () => {
    const done = { state: "answered", promiseKept: true, answeredAt: morning } as const;
    await ask({ ...done, askedAt: later(midnight, -0.001), leftAt: later(midnight, -0.001) });
    await ask({ ...done, askedAt: midnight, leftAt: midnight });
    expect((await board()).today).toMatchObject({
      asked: 1,
      answered: 1,
      promisesKept: 1,
      left: 1,
      leftAnswered: 1,
    });
    expect((await board(later(midnight, -1))).today).toMatchObject({ asked: 2, left: 2 });
  });
});

describe("the board", () => {
  it("shows nothing of another brand", async () => {
    const other = await makeBrand();
    const stranger = await makeMember(other, { name: "Stranger" });
    await makeChat(other, await makeVisitor(other), stranger);
    await ask({ state: "calling" }, other);
    await ask({ state: "left", leftAt: morning }, other);
    const state = await board();
    expect(state).toMatchObject({ waiting: [], chats: [], today: { asked: 0, left: 0 } });
    expect(state.brand).toEqual({
      id: brand.id,
      slug: brand.slug,
      name: brand.name,
      timeZone: "Europe/Paris",
    });
    expect(state.people.map(({ name }) => name)).toEqual(["Hélène"]);
  });

  it("asks the database as often for hundreds of rows as for a few", { timeout: 60_000 }, async () => {
    const fill = async (count: number) => {
      for (let i = 0; i < count; i++) {
        const member = await makeExpert(`Expert ${i}`, { capacity: 2 });
        await makeChat(brand, await makeVisitor(brand), member);
        const question = await ask({ state: "calling" });
        await offerTo(question.id, member.id, "delivered");
        await ask({ state: "left", leftAt: morning });
      }
    };
    const countQueries = async () => {
      const query = vi.spyOn(pg.Client.prototype, "query");
      onTestFinished(() => query.mockRestore());
      const state = await board();
      const { length } = query.mock.calls;
      query.mockRestore();
      return { queries: length, waiting: state.waiting.length, chats: state.chats.length };
    };
    await fill(2);
    const few = await countQueries();
    await fill(100);
    const many = await countQueries();
    expect(many).toMatchObject({ waiting: 102, chats: 102 });
    expect(few.queries).toBeGreaterThan(4);
    expect(many.queries).toBe(few.queries);
  });
});
