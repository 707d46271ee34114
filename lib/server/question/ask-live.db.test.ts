import { beforeEach, describe, expect, it, vi } from "vitest";
import type { MemberActor, VisitorActor } from "@/lib/server/account/actor";
import { endChat } from "@/lib/server/chat/end-chat";
import { sendMessage } from "@/lib/server/chat/send-message";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { acceptOffer } from "@/lib/server/offer/accept-offer";
import { runDue } from "@/lib/server/routing/run-due";
import { resetDatabase } from "@/lib/server/testing/database";
import { makePresent, ringing, untrueLoads } from "@/lib/server/testing/flow";
import { hearEvents } from "@/lib/server/testing/heard";
import { makeLeft } from "@/lib/server/testing/left";
import { makeBrand, makeVisitor, morning, type TestBrand } from "@/lib/server/testing/world";
import { answerLeftQuestion } from "./answer-left-question";
import { askQuestion } from "./ask-question";
import { getAnswerPage } from "./get-answer-page";
import { replyToAnswer } from "./reply-to-answer";

vi.setConfig({ testTimeout: 30_000 });

const at = (seconds: number) => later(morning, 3600 + seconds);
let brand: TestBrand;
let marie: VisitorActor;
let nadia: MemberActor;
let samir: MemberActor;
let left: Awaited<ReturnType<typeof makeLeft>>;
beforeEach(async () => {
  await resetDatabase();
  hearEvents();
  brand = await makeBrand();
  marie = await makeVisitor(brand);
  nadia = await makePresent(brand, { name: "Nadia B." });
  // Better by every measure but that he did not answer her.
  samir = await makePresent(brand, { name: "Samir H.", idleSince: later(morning, -7200) });
  left = await makeLeft(brand, marie);
});

const answer = () =>
  answerLeftQuestion({
    member: nadia,
    questionId: left.id,
    clientId: "answer-one",
    body: "Yes.",
    now: at(0),
  });
const live = (now: Date, body = "Are you there?") =>
  replyToAnswer({
    party: { token: left.token },
    input: { clientId: `live-${now.getTime()}`, body, live: true },
    now,
  });
const accept = async (member: MemberActor, now: Date) => {
  const offer = await db().offer.findFirstOrThrow({
    where: { questionId: left.id, memberId: member.id, state: { in: ["made", "delivered"] } },
  });
  return acceptOffer({ member, offerId: offer.id, now });
};
const page = (now: Date) => getAnswerPage({ token: left.token, now });

describe("going on live", () => {
  it("asks first whoever answered, and the talk goes on in the same transcript", async () => {
    await answer();
    expect((await page(at(10))).here).toEqual({ name: "Nadia B.", kind: "owner" });
    await live(at(10));
    expect(await ringing(left.id)).toEqual([nadia.id]);
    expect((await page(at(11))).state).toBe("searching");
    const { chat, messages } = await accept(nadia, at(12));
    expect(messages.map(({ body }) => body).filter(Boolean)).toEqual([
      "Does the battery survive winter?",
      "Yes.",
      "Are you there?",
    ]);
    await live(at(14), "Said by the link");
    await sendMessage({
      party: { member: nadia },
      chatId: chat.id,
      input: { clientId: "helper-says", body: "I am." },
      now: at(15),
    });
    const seen = await page(at(16));
    expect(seen).toMatchObject({
      state: "live",
      mayReply: true,
      here: null,
      carrier: { name: "Nadia B." },
    });
    expect(seen.messages.slice(-2).map(({ body }) => body)).toEqual(["Said by the link", "I am."]);
    await endChat({ party: { visitor: marie }, chatId: chat.id, end: "solved", now: at(30) });
    expect(await page(at(31))).toMatchObject({ state: "answered", answer: { isRated: false } });
    expect(await untrueLoads()).toEqual([]);
    // Neither its first promise nor the delay is judged by the live talk.
    const question = await db().question.findUniqueOrThrow({ where: { id: left.id } });
    expect(question).toMatchObject({ promiseKept: null, leftKept: true });
  });

  it("can end and begin more than once", async () => {
    await answer();
    for (const start of [10, 100]) {
      await live(at(start));
      const { chat } = await accept(nadia, at(start + 2));
      await endChat({ party: { member: nadia }, chatId: chat.id, end: "solved", now: at(start + 9) });
    }
    expect((await page(at(200))).state).toBe("answered");
  });

  it("is offered with whoever is there when the one who answered is not, and refused when nobody is", async () => {
    await answer();
    await db().member.update({ where: { id: nadia.id }, data: { isOpen: false } });
    expect((await page(at(10))).here).toEqual({ name: null, kind: "owner" });
    await live(at(10));
    expect(await ringing(left.id)).toEqual([samir.id]);
    await db().member.updateMany({ data: { isOpen: false } });
    const other = await makeLeft(brand, await makeVisitor(brand));
    await expect(
      replyToAnswer({
        party: { token: other.token },
        input: { clientId: "live-alone", body: "", live: true },
        now: at(20),
      }),
    ).rejects.toMatchObject({ code: "NOBODY_HERE" });
  });

  it("in vain leaves the question with the delay that was stated, and a live answer keeps it", async () => {
    await live(at(10), "");
    expect(await db().question.findUniqueOrThrow({ where: { id: left.id } })).toMatchObject({
      state: "offering",
    });
    await db().member.updateMany({ data: { isOpen: false } });
    await db().lease.deleteMany();
    await runDue({ now: at(700) });
    expect(await page(at(701))).toMatchObject({
      state: "waiting",
      answerBy: left.answerBy?.toISOString(),
      mayReply: false,
    });
    await db().member.updateMany({ data: { isOpen: true, awaySince: null, load: 0 } });
    const lease = { screenId: "screen-two", expiresAt: at(90_000) };
    await db().lease.create({ data: { memberId: nadia.id, ...lease } });
    await live(at(800), "");
    const { chat } = await accept(nadia, at(802));
    await sendMessage({
      party: { member: nadia },
      chatId: chat.id,
      input: { clientId: "live-answer", body: "It does." },
      now: at(805),
    });
    await endChat({ party: { member: nadia }, chatId: chat.id, end: "solved", now: at(900) });
    await runDue({ now: later(morning, 25 * 3600) });
    expect(await db().leftTurn.findMany()).toMatchObject([{ turn: 1, kept: true, answeredById: nadia.id }]);
    const question = await db().question.findUniqueOrThrow({ where: { id: left.id } });
    expect(question).toMatchObject({
      leftKept: true,
      promiseKept: null,
      // "Usually answers in" is of first answers alone.
      firstAnswerAt: null,
      answeredAt: at(805),
    });
  });

  it("waits while another question of his runs", async () => {
    await answer();
    await askQuestion({
      visitor: marie,
      input: { clientId: "another-one", text: "Another?", language: "en", staffOnly: false },
      now: at(5),
    });
    await expect(live(at(10))).rejects.toMatchObject({ code: "QUESTION_RUNNING" });
    expect((await page(at(10))).state).toBe("answered");
  });
});
