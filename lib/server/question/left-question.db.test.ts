import { beforeEach, describe, expect, it } from "vitest";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { resetDatabase } from "@/lib/server/testing/database";
import { hearEvents } from "@/lib/server/testing/heard";
import {
  makeBrand,
  makeMember,
  makeQuestion,
  makeVisitor,
  morning,
  type TestBrand,
} from "@/lib/server/testing/world";
import { getVisitorState } from "@/lib/server/visitor/get-visitor-state";
import { answerLeftQuestion } from "./answer-left-question";
import { answerToken } from "./answer-token";
import { getAnswerPage } from "./get-answer-page";
import { leaveQuestion } from "./leave-question";

let brand: TestBrand;
let heard: ReturnType<typeof hearEvents>;
beforeEach(async () => {
  await resetDatabase();
  heard = hearEvents();
  brand = await makeBrand();
});

const email = "marie@example.com";

async function leave() {
  const visitor = await makeVisitor(brand);
  const { id: questionId } = await makeQuestion(brand, visitor, { state: "calling", wave: 3 });
  const left = await leaveQuestion({ visitor, questionId, email, now: morning });
  return { visitor, questionId, left };
}

const mails = () =>
  db().$queryRaw<
    { template: string }[]
  >`SELECT payload->>'template' AS template FROM graphile_worker._private_jobs ORDER BY id`;

describe("a left question", () => {
  it("states by when it is answered, and sends one mail that says so", async () => {
    const { visitor, questionId, left } = await leave();
    expect(left).toMatchObject({ state: "left", answerBy: "2026-03-11T09:00:00.000Z", hasEmail: true });
    await leaveQuestion({ visitor, questionId, email, now: later(morning, 5) });
    expect(await mails()).toEqual([{ template: "left-received" }]);
  });

  it("can be left without an address: then its answer waits in the widget, and no mail goes out", async () => {
    const visitor = await makeVisitor(brand);
    const { id: questionId } = await makeQuestion(brand, visitor, { state: "calling", wave: 3 });
    const left = await leaveQuestion({ visitor, questionId, now: morning });
    expect(left).toMatchObject({ state: "left", answerBy: "2026-03-11T09:00:00.000Z", hasEmail: false });
    await leaveQuestion({ visitor, questionId, now: later(morning, 1) });
    const member = await makeMember(brand, { role: "agent" });
    await answerLeftQuestion({ member, questionId, clientId: "answer-quiet", body: "Yes.", now: morning });
    expect(await mails()).toEqual([]);
    const state = await getVisitorState({ visitor, after: 0, now: later(morning, 60) });
    expect(state.question?.state).toBe("answered");
    expect(state.messages.map(({ body }) => body)).toEqual(["Does the battery survive winter?", "Yes."]);
  });

  it("keeps an address that was left before", async () => {
    const { visitor, questionId } = await leave();
    expect((await leaveQuestion({ visitor, questionId, now: later(morning, 5) })).hasEmail).toBe(true);
  });

  it("frees the places of those who were being asked", async () => {
    const samir = await makeMember(brand, { load: 1 });
    const visitor = await makeVisitor(brand);
    const { id: questionId } = await makeQuestion(brand, visitor, { state: "offering", wave: 1 });
    await db().offer.create({
      data: {
        brandId: brand.id,
        questionId,
        memberId: samir.id,
        round: 1,
        wave: 1,
        reserves: true,
        madeAt: morning,
        expiresAt: later(morning, 20),
      },
    });
    await leaveQuestion({ visitor, questionId, email, now: later(morning, 3) });
    expect((await db().member.findUniqueOrThrow({ where: { id: samir.id } })).load).toBe(0);
    expect(heard.of(samir.id)).toContain("offer.withdrawn");
  });

  it("is answered by one of two who answer at once; its visitor reads that answer by his link", async () => {
    const { questionId } = await leave();
    const helpers = [
      await makeMember(brand, { role: "agent", name: "Julien M." }),
      await makeMember(brand, { role: "manager", name: "Hélène F." }),
    ];
    const tomorrow = new Date("2026-03-11T08:30:00.000Z");
    const results = await Promise.allSettled(
      helpers.map((member, i) =>
        answerLeftQuestion({
          member,
          questionId,
          clientId: `answer-${i}-abc`,
          body: `Yes, ${i}.`,
          now: tomorrow,
        }),
      ),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "ANSWER_EXISTS" },
    });
    const page = await getAnswerPage({ token: answerToken(questionId), now: tomorrow });
    expect(page.messages.map(({ author }) => author)).toEqual(["visitor", "member"]);
    expect(page.answer?.isRated).toBe(false);
    expect(await mails()).toEqual([{ template: "left-received" }, { template: "left-answer" }]);
    expect((await db().question.findUniqueOrThrow({ where: { id: questionId } })).leftKept).toBe(true);
  });

  it("owns up to a delay that was not kept", async () => {
    const { questionId } = await leave();
    const member = await makeMember(brand, { role: "agent" });
    const late = new Date("2026-03-11T09:00:01.000Z");
    await answerLeftQuestion({ member, questionId, clientId: "answer-late", body: "Yes.", now: late });
    expect((await db().question.findUniqueOrThrow({ where: { id: questionId } })).leftKept).toBe(false);
  });

  it("is another brand's to nobody, and its page opens to no other token", async () => {
    const { questionId } = await leave();
    const stranger = await makeMember(await makeBrand(), { role: "manager" });
    const answer = { member: stranger, questionId, clientId: "answer-foreign", body: "Hm.", now: morning };
    await expect(answerLeftQuestion(answer)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const token = answerToken("0".repeat(32));
    await expect(getAnswerPage({ token, now: morning })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("cannot be left once somebody has it", async () => {
    const visitor = await makeVisitor(brand);
    const { id: questionId } = await makeQuestion(brand, visitor, { state: "matched" });
    await expect(leaveQuestion({ visitor, questionId, email, now: morning })).rejects.toMatchObject({
      code: "QUESTION_CLOSED",
    });
  });
});
