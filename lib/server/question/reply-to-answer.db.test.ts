import { beforeEach, describe, expect, it, vi } from "vitest";
import type { MemberActor, VisitorActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { getDeskState } from "@/lib/server/desk/get-desk-state";
import { rateAnswer } from "@/lib/server/rating/rate-answer";
import { resetDatabase } from "@/lib/server/testing/database";
import { makePresent } from "@/lib/server/testing/flow";
import { hearEvents } from "@/lib/server/testing/heard";
import { makeLeft } from "@/lib/server/testing/left";
import { mailsInQueue } from "@/lib/server/testing/mails";
import { makeBrand, makeMember, makeVisitor, morning, type TestBrand } from "@/lib/server/testing/world";
import { getVisitorState } from "@/lib/server/visitor/get-visitor-state";
import { answerLeftQuestion } from "./answer-left-question";
import { answerToken } from "./answer-token";
import { getAnswerPage } from "./get-answer-page";
import { replyToAnswer } from "./reply-to-answer";
import { setMailsStopped } from "./set-mails-stopped";
import { settleQuestion } from "./settle-question";

vi.setConfig({ testTimeout: 30_000 });

const hour = (hours: number) => later(morning, hours * 3600);
let brand: TestBrand;
let marie: VisitorActor;
let nadia: MemberActor;
let julien: MemberActor;
let left: Awaited<ReturnType<typeof makeLeft>>;
let heard: ReturnType<typeof hearEvents>;
beforeEach(async () => {
  await resetDatabase();
  heard = hearEvents();
  brand = await makeBrand();
  marie = await makeVisitor(brand);
  nadia = await makePresent(brand, { name: "Nadia B.", isOpen: false, seenUntil: later(morning, -60) });
  julien = await makeMember(brand, { name: "Julien", role: "agent", isOpen: false });
  left = await makeLeft(brand, marie);
});

const answer = (member: MemberActor, now: Date) =>
  answerLeftQuestion({
    member,
    questionId: left.id,
    clientId: `answer-${now.getTime()}`,
    body: `Answer of ${member.displayName}`,
    now,
  });
const writeBack = (now: Date, input: { body?: string; live?: boolean; clientId?: string } = {}) =>
  replyToAnswer({
    party: { token: left.token },
    input: { clientId: `reply-${now.getTime()}`, body: "And in spring?", live: false, ...input },
    now,
  });
const page = (now: Date) => getAnswerPage({ token: left.token, now });
const queueOf = async (member: MemberActor, now: Date) => (await getDeskState({ member, now })).left;
const turns = () => db().leftTurn.findMany({ orderBy: { turn: "asc" } });

describe("a reply to an answer", () => {
  beforeEach(async () => {
    await answer(nadia, hour(1));
  });

  it("states a delay anew, goes first to who answered, and after half of it to anybody who fits", async () => {
    await writeBack(hour(2));
    const delay = new Date("2026-03-11T09:00:00.000Z");
    const seen = await page(hour(2));
    expect(seen).toMatchObject({ state: "waiting", answerBy: delay.toISOString(), mayReply: true });
    expect(seen.messages.map(({ author, body }) => [author, body])).toEqual([
      ["visitor", "Does the battery survive winter?"],
      ["member", "Answer of Nadia B."],
      ["visitor", "And in spring?"],
    ]);
    expect(await queueOf(nadia, hour(2))).toMatchObject([
      { id: left.id, isForMe: true, reply: "And in spring?", answerBy: delay.toISOString() },
    ]);
    expect(await queueOf(julien, hour(2))).toEqual([]);
    await expect(answer(julien, hour(3))).rejects.toMatchObject({ code: "LEFT_CLAIMED" });
    // Half of the 22 hours to the delay.
    expect(await queueOf(julien, hour(13))).toMatchObject([{ id: left.id, isForMe: false }]);
    await answer(julien, hour(14));
    expect(await page(hour(14))).toMatchObject({ state: "answered", answer: { helper: { name: "Julien" } } });
    expect(await turns()).toMatchObject([
      { turn: 1, kept: true, answeredById: nadia.id },
      { turn: 2, kept: true, answeredById: julien.id },
    ]);
  });

  it("is everybody's at once when who answered is gone", async () => {
    await db().member.update({ where: { id: nadia.id }, data: { status: "left" } });
    await writeBack(hour(2));
    expect(await queueOf(julien, hour(2))).toHaveLength(1);
  });

  it("mails who answered without the visitor's words, if he is not there and wants it; and its answer to the visitor again", async () => {
    await writeBack(hour(2), { body: "Secret words" });
    const { email } = await db().user.findUniqueOrThrow({ where: { id: nadia.userId } });
    const told = (await mailsInQueue()).filter(({ template }) => template === "left-reply");
    expect(told).toMatchObject([{ to: email, data: { brand: "Volt & Vélo" } }]);
    expect(JSON.stringify(told)).not.toContain("Secret words");
    await answer(nadia, hour(3));
    const mails = (await mailsInQueue()).filter(({ to }) => to === "marie@example.com");
    expect(mails.map(({ template }) => template)).toEqual(["left-answer", "left-answer"]);
    expect(new Set(mails.map(({ thread }) => thread?.id)).size).toBe(1);
    await db().member.update({ where: { id: nadia.id }, data: { notifications: { replyMail: false } } });
    await writeBack(hour(4));
    expect((await mailsInQueue()).filter(({ template }) => template === "left-reply")).toHaveLength(1);
  });

  it("may be said in several messages, which wait for one answer; five in a row are enough", async () => {
    await writeBack(hour(2));
    await writeBack(hour(2), { clientId: `reply-${hour(2).getTime()}` });
    for (const minutes of [1, 2, 3, 4]) await writeBack(later(hour(2), minutes * 60));
    expect(await turns()).toHaveLength(2);
    await expect(writeBack(hour(3))).rejects.toMatchObject({ code: "REPLY_LIMIT" });
    expect(await db().message.count({ where: { author: "visitor" } })).toBe(6);
    await answer(nadia, hour(4));
    await writeBack(hour(5));
    expect(await turns()).toHaveLength(3);
  });

  it("is written in the panel, too, into the same transcript", async () => {
    heard.forget();
    const question = await replyToAnswer({
      party: { visitor: marie, questionId: left.id },
      input: { clientId: "reply-in-panel", body: "And in spring?", live: false },
      now: hour(2),
    });
    expect(question).toMatchObject({ id: left.id, state: "left" });
    expect(heard.of(marie.id).sort()).toEqual(["chat.changed", "message.sent", "question.changed"]);
    const state = await getVisitorState({ visitor: marie, after: 0, now: hour(2) });
    expect(state.messages.map(({ body }) => body)).toContain("And in spring?");
    const other = await makeVisitor(brand);
    await expect(
      replyToAnswer({
        party: { visitor: other, questionId: left.id },
        input: { clientId: "reply-of-other", body: "Hm?", live: false },
        now: hour(2),
      }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is refused to who is banned, whose link is forged, and where everything was erased", async () => {
    const forged = replyToAnswer({
      party: { token: answerToken("0".repeat(32)) },
      input: { clientId: "reply-forged", body: "Hm?", live: false },
      now: hour(2),
    });
    await expect(forged).rejects.toMatchObject({ code: "NOT_FOUND" });
    await db().ban.create({
      data: { brandId: brand.id, visitorId: marie.id, until: hour(48), reason: "spam", createdAt: hour(1) },
    });
    await expect(writeBack(hour(2))).rejects.toMatchObject({ code: "VISITOR_BANNED" });
    expect(await page(hour(2))).toMatchObject({ mayReply: false, here: null });
    await db().ban.deleteMany();
    await db().visitor.update({ where: { id: marie.id }, data: { firstName: null, erasedAt: hour(2) } });
    await expect(writeBack(hour(2))).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await db().message.count()).toBe(2);
  });

  it("can be rated, each helper's part once, and thanks whoever answered", async () => {
    await writeBack(hour(2));
    await answer(julien, hour(14));
    const rate = () => rateAnswer({ token: left.token, input: { stars: 5, solved: "yes" }, now: hour(15) });
    await rate();
    await expect(rate()).rejects.toMatchObject({ code: "ALREADY_RATED" });
    expect(await db().thanks.findMany()).toMatchObject([{ memberId: julien.id, rescued: true }]);
    await writeBack(hour(16));
    await answer(julien, hour(17));
    // His part was rated: what he answers now is another one.
    expect((await page(hour(17))).answer?.isRated).toBe(false);
  });

  it("no longer needs an answer once it is settled: the earlier one stands", async () => {
    await writeBack(hour(2));
    await settleQuestion({ party: { token: left.token }, now: hour(3) });
    await settleQuestion({ party: { token: left.token }, now: hour(3) });
    expect(await page(hour(3))).toMatchObject({ state: "answered", answerBy: null });
    expect(await queueOf(nadia, hour(3))).toEqual([]);
    expect(await turns()).toHaveLength(1);
    await writeBack(hour(4));
    expect(await page(hour(4))).toMatchObject({ state: "waiting" });
  });

  it("sends no mail after they were stopped, and again once they are wanted", async () => {
    const { token } = left;
    await setMailsStopped({ token, isStopped: true, now: hour(1) });
    await writeBack(hour(2));
    await answer(nadia, hour(3));
    const count = async () =>
      (await mailsInQueue()).filter(({ template }) => template === "left-answer").length;
    expect(await count()).toBe(1);
    expect((await page(hour(3))).mails).toBe("stopped");
    await setMailsStopped({ token, isStopped: false, now: hour(3) });
    await writeBack(hour(4));
    await answer(nadia, hour(5));
    expect(await count()).toBe(2);
  });
});

describe("a question without an answer", () => {
  it("takes no reply, but can be taken back", async () => {
    await expect(writeBack(hour(1))).rejects.toMatchObject({ code: "QUESTION_CLOSED" });
    await settleQuestion({ party: { token: left.token }, now: hour(1) });
    expect(await page(hour(1))).toMatchObject({ state: "closed", mayReply: false });
    expect(await queueOf(julien, hour(1))).toEqual([]);
    expect(await turns()).toEqual([]);
    await expect(answer(julien, hour(1))).rejects.toMatchObject({ code: "QUESTION_CLOSED" });
  });
});
