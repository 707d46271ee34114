import { beforeEach, describe, expect, it, vi } from "vitest";
import type { MemberActor } from "@/lib/server/account/actor";
import { listRecognition } from "@/lib/server/badge/list-recognition";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { answerLeftQuestion } from "@/lib/server/question/answer-left-question";
import { answerToken } from "@/lib/server/question/answer-token";
import { rateAnswer } from "@/lib/server/rating/rate-answer";
import { rateSegment } from "@/lib/server/rating/rate-segment";
import { resetDatabase } from "@/lib/server/testing/database";
import { hearEvents } from "@/lib/server/testing/heard";
import { makeLeft } from "@/lib/server/testing/left";
import { happy, makeEndedChat, makeThankedBrand, rate } from "@/lib/server/testing/thanks-world";
import { makeMember, makeVisitor, morning, type TestBrand } from "@/lib/server/testing/world";

vi.setConfig({ testTimeout: 30_000 });

let brand: TestBrand;
let samir: MemberActor;
let heard: ReturnType<typeof hearEvents>;

beforeEach(async () => {
  await resetDatabase();
  heard = hearEvents();
  ({ brand, samir } = await makeThankedBrand());
});

const awardKeys = async () =>
  (await db().award.findMany({ where: { memberId: samir.id }, include: { badge: true } }))
    .map(({ badge }) => badge.key)
    .sort();

async function topicThanks(): Promise<number | undefined> {
  const [row] = await db().memberTopic.findMany({ where: { memberId: samir.id } });
  return row?.thanks;
}

describe("rateSegment", () => {
  it("gives the helper the word of thanks and his first badge, and tells both", async () => {
    const marie = await makeVisitor(brand);
    const chat = await makeEndedChat(brand, marie, samir);
    await rate(marie, chat, { words: "He stayed until the squeak was gone." });

    expect(await awardKeys()).toEqual(["welcome-1"]);
    expect(await topicThanks()).toBe(1);
    expect(heard.of(samir.id)).toEqual(["thanks.received", "badge.awarded"]);
    expect(heard.of(marie.id)).toEqual(["chat.changed"]);
    expect(heard.of(brand.id)).toEqual(["board.changed"]);
    expect(heard.events.find(({ name }) => name === "chat.changed")?.data).toMatchObject({
      version: 2,
      segments: [{ id: chat.segment.id, isRated: true }],
    });
    expect(await listRecognition({ memberId: samir.id, brandId: brand.id, now: morning })).toMatchObject({
      thanks: [
        {
          stars: 5,
          words: "He stayed until the squeak was gone.",
          from: "Marie",
          topic: { en: "Battery" },
          counts: true,
        },
      ],
      thanksTotal: 1,
      awards: [{ badge: { key: "welcome-1" }, count: 1, topic: null }],
      nextBadge: { badge: { key: "language-1" }, have: 1, need: 2 },
    });
  });

  it.each([
    { stars: 3, solved: "yes" as const },
    { stars: 5, solved: "no" as const },
    { stars: 5, solved: undefined },
  ])("keeps %j as a rating that is not thanks", async (words) => {
    const marie = await makeVisitor(brand);
    await rate(marie, await makeEndedChat(brand, marie, samir), words);
    expect(await db().rating.count()).toBe(1);
    expect(await db().thanks.count()).toBe(0);
    expect(heard.of(samir.id)).toEqual([]);
  });

  it("takes one rating, of five at once", async () => {
    const marie = await makeVisitor(brand);
    const chat = await makeEndedChat(brand, marie, samir);
    const results = await Promise.allSettled([1, 2, 3, 4, 5].map(() => rate(marie, chat)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results) {
      if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "ALREADY_RATED" });
    }
    expect(await topicThanks()).toBe(1);
    expect(heard.of(samir.id)).toEqual(["thanks.received", "badge.awarded"]);
  });

  it("waits until the helper no longer carries the chat", async () => {
    const marie = await makeVisitor(brand);
    const chat = await makeEndedChat(brand, marie, samir, { state: "open" });
    await expect(rate(marie, chat)).rejects.toMatchObject({ code: "CHAT_RUNNING" });
    expect(await db().rating.count()).toBe(0);
  });

  it("is closed to everybody but the visitor, and to parts of other chats", async () => {
    const marie = await makeVisitor(brand);
    const tomasz = await makeVisitor(brand);
    const [hers, his] = [await makeEndedChat(brand, marie, samir), await makeEndedChat(brand, tomasz, samir)];
    const input = { ...happy, segmentId: his.segment.id };
    await expect(rate(tomasz, hers)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(rateSegment({ visitor: marie, chatId: hers.id, input, now: morning })).rejects.toMatchObject(
      { code: "NOT_FOUND" },
    );
    expect(await db().rating.count()).toBe(0);
  });
});

describe("rateAnswer", () => {
  it("thanks whoever answered a left question, once, by the mail's link alone", async () => {
    const marie = await makeVisitor(brand);
    const julien = await makeMember(brand, { name: "Julien M.", role: "agent" });
    const { id: questionId, token } = await makeLeft(brand, marie);
    const thankHim = () => rateAnswer({ token, input: happy, now: later(morning, 7200) });
    await expect(thankHim()).rejects.toMatchObject({ code: "NOT_FOUND" });
    await answerLeftQuestion({
      member: julien,
      questionId,
      clientId: "an-answer",
      body: "Yes.",
      now: later(morning, 3600),
    });
    await expect(
      rateAnswer({ token: answerToken("other"), input: happy, now: morning }),
    ).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    heard.forget();
    await thankHim();
    await expect(thankHim()).rejects.toMatchObject({ code: "ALREADY_RATED" });
    expect(heard.of(julien.id)).toEqual(["thanks.received", "badge.awarded", "badge.awarded"]);
    expect(await db().thanks.findMany()).toMatchObject([
      { rescued: true, counts: true, memberId: julien.id },
    ]);
    const { awards } = await listRecognition({ memberId: julien.id, brandId: brand.id, now: morning });
    expect(awards.map(({ badge }) => badge.key).sort()).toEqual(["rescue-1", "welcome-1"]);
  });
});
