import { beforeEach, describe, expect, it } from "vitest";
import { api } from "@/lib/api/app";
import { ReturnPage } from "@/lib/domain/recognition/return-view";
import type { MemberActor, VisitorActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { resetDatabase } from "@/lib/server/testing/database";
import { hearEvents } from "@/lib/server/testing/heard";
import { mailsInQueue } from "@/lib/server/testing/mails";
import {
  batterySkill,
  type EndedChat,
  lastingFacts,
  makeEndedChat,
  makeThankedBrand,
  rate,
} from "@/lib/server/testing/thanks-world";
import { makeMember, makeVisitor, morning, type TestBrand } from "@/lib/server/testing/world";
import { eraseVisitor } from "@/lib/server/visitor/erase-visitor";
import { answerReturn } from "./answer-return";
import { askReturns } from "./ask-returns";
import { getReturnPage } from "./get-return-page";
import { returnToken } from "./return-token";
import { stopReturns } from "./stop-returns";
import { unshowWords } from "./unshow-words";

const day = 24 * 3600;
const email = "marie@example.com";

let brand: TestBrand;
let samir: MemberActor;
let marie: VisitorActor;
let chat: EndedChat;
beforeEach(async () => {
  await resetDatabase();
  hearEvents();
  ({ brand, samir } = await makeThankedBrand());
  marie = await makeVisitor(brand, { email });
  chat = await makeEndedChat(brand, marie, samir);
});

const two = (days = 14) => later(morning, days * day);
const asks = async () => (await mailsInQueue()).filter(({ template }) => template === "thanks-return");
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "fine",
    (error: { code?: string }) => error.code ?? "unknown",
  );
const topic = () => batterySkill(brand, samir);

/** Marie thanks, agrees, and is asked two weeks later. */
async function asked() {
  await rate(marie, chat, { mayAskLater: true, words: "It works", showsWords: true });
  await askReturns({ now: two() });
  const { ratingId } = await db().thanksReturn.findFirstOrThrow();
  return returnToken(ratingId);
}

describe("the one mail", () => {
  it("comes two weeks after the thanks, once, however often and by however many workers it is looked for", async () => {
    await rate(marie, chat, { mayAskLater: true });
    await askReturns({ now: later(two(), -1) });
    expect(await asks()).toEqual([]);
    await Promise.all([1, 2, 3].map(() => askReturns({ now: two() })));
    await askReturns({ now: two(15) });
    expect(await asks()).toMatchObject([{ to: email, visitorId: marie.id, data: { helper: "Samir H." } }]);
    expect(await db().thanksReturn.findFirstOrThrow()).toMatchObject({ email: null, askedAt: two() });
  });

  it.each([
    ["who did not agree", {}],
    ["whose rating was no thanks", { mayAskLater: true, stars: 3 }],
    ["whose question was not solved", { mayAskLater: true, solved: "no" as const }],
  ])("is not for %s", async (_, words) => {
    await rate(marie, chat, words);
    await askReturns({ now: two() });
    expect(await asks()).toEqual([]);
    expect(await db().thanksReturn.count()).toBe(0);
  });

  it("goes where he says, before any address that is known, and nobody else is told of it", async () => {
    await rate(marie, chat, { mayAskLater: true, askLaterEmail: "elsewhere@example.org" });
    const tomasz = await makeVisitor(brand);
    const other = await makeEndedChat(brand, tomasz, samir);
    await rate(tomasz, other, { mayAskLater: true, askLaterEmail: "tomasz@example.org" });
    await askReturns({ now: two() });
    expect((await asks()).map(({ to }) => to).sort()).toEqual([
      "elsewhere@example.org",
      "tomasz@example.org",
    ]);
    expect(await db().visitor.findUniqueOrThrow({ where: { id: tomasz.id } })).toMatchObject({ email: null });
  });

  it("is not for somebody without an address", async () => {
    const tomasz = await makeVisitor(brand);
    await rate(tomasz, await makeEndedChat(brand, tomasz, samir), { mayAskLater: true });
    expect(await db().thanksReturn.count()).toBe(0);
  });

  it("never comes after the visitor was erased, and neither address nor link is left", async () => {
    await rate(marie, chat, { mayAskLater: true });
    await eraseVisitor({ visitorId: marie.id, by: { visitor: marie }, now: two(3) });
    expect(await db().thanksReturn.findFirst()).toMatchObject({ email: null, tokenHash: null });
    await askReturns({ now: two() });
    expect(await asks()).toEqual([]);
  });

  it("never comes after a ban", async () => {
    await rate(marie, chat, { mayAskLater: true });
    await db().ban.create({
      data: {
        brandId: brand.id,
        visitorId: marie.id,
        reason: "",
        createdById: samir.id,
        createdAt: two(3),
        until: two(30),
      },
    });
    await askReturns({ now: two() });
    await askReturns({ now: two(31) });
    expect(await asks()).toEqual([]);
  });

  it.each(["left", "suspended"] as const)("does not come for a helper who is %s", async (status) => {
    await rate(marie, chat, { mayAskLater: true });
    await db().member.update({ where: { id: samir.id }, data: { status, isOpen: false } });
    await askReturns({ now: two() });
    expect(await asks()).toEqual([]);
    expect(await db().thanksReturn.findFirst()).toMatchObject({ email: null, tokenHash: null });
  });

  it("does not come a month late", async () => {
    await rate(marie, chat, { mayAskLater: true });
    await askReturns({ now: two(30) });
    expect(await asks()).toEqual([]);
  });
});

describe("the answer", () => {
  it("goes to the helper, counts once, and is a fact", async () => {
    const token = await asked();
    await answerReturn({ token, input: { answer: "yes", words: "All winter" }, now: two(15) });
    await answerReturn({ token, input: { answer: "yes", words: "All winter" }, now: two(15) });
    expect(await topic()).toMatchObject({ thanks: 1, misses: 0, lasting: 1, faded: 0 });
    expect(await lastingFacts()).toBe(1);
    expect(await db().thanksReturn.findFirst()).toMatchObject({ answer: "yes", words: "All winter" });
  });

  it("changes when it is given again, and so do count and fact, there and back", async () => {
    const token = await asked();
    const say = (answer: "yes" | "partly" | "no") => answerReturn({ token, input: { answer }, now: two(15) });
    await say("yes");
    await say("no");
    expect([await topic(), await lastingFacts()]).toMatchObject([
      { thanks: 1, misses: 1, lasting: 0, faded: 1 },
      0,
    ]);
    await say("yes");
    expect([await topic(), await lastingFacts()]).toMatchObject([{ misses: 0, lasting: 1, faded: 0 }, 1]);
    await say("partly");
    expect([await topic(), await lastingFacts()]).toMatchObject([{ lasting: 0, faded: 0 }, 0]);
    expect(await db().fact.count({ where: { kind: "thanks.lasting" } })).toBe(1);
  });

  it("counts once when it is given several times at once", async () => {
    const token = await asked();
    await Promise.all(
      [1, 2, 3, 4].map(() => answerReturn({ token, input: { answer: "yes" }, now: two(15) })),
    );
    expect(await topic()).toMatchObject({ lasting: 1, faded: 0 });
    expect(await lastingFacts()).toBe(1);
  });

  it("of thanks that do not count is read, and counts for nothing", async () => {
    await rate(marie, chat);
    const again = await makeEndedChat(brand, marie, samir);
    await rate(marie, again, { mayAskLater: true }, later(morning, day));
    await askReturns({ now: two(15) });
    const { ratingId } = await db().thanksReturn.findFirstOrThrow();
    await answerReturn({ token: returnToken(ratingId), input: { answer: "yes" }, now: two(16) });
    expect(await topic()).toMatchObject({ lasting: 0 });
    expect(await lastingFacts()).toBe(0);
  });
});

describe("the link", () => {
  it("shows who helped, and what may be taken back", async () => {
    const token = await asked();
    const read = async () => ReturnPage.parse(await getReturnPage({ token, now: two(15) }));
    expect(await read()).toMatchObject({
      brandName: "Volt & Vélo",
      helper: { name: "Samir H.", kind: "owner" },
      answer: null,
      shownWords: "It works",
    });
    await unshowWords({ token, now: two(15) });
    expect(await read()).toMatchObject({ shownWords: null });
  });

  it("opens nothing before the mail, when it is another's or made up, nor once the visitor is erased", async () => {
    await rate(marie, chat, { mayAskLater: true });
    const { ratingId } = await db().thanksReturn.findFirstOrThrow();
    const open = (token: string) => codeOf(getReturnPage({ token, now: two(15) }));
    expect(await open(returnToken(ratingId))).toBe("NOT_FOUND");
    await askReturns({ now: two() });
    expect(await open(returnToken(ratingId))).toBe("fine");
    expect(await open(returnToken("0".repeat(32)))).toBe("NOT_FOUND");
    expect(await open(`${returnToken(ratingId).slice(0, -1)}x`)).toBe("NOT_FOUND");
    await eraseVisitor({ visitorId: marie.id, by: { visitor: marie }, now: two(15) });
    expect(await open(returnToken(ratingId))).toBe("NOT_FOUND");
    const input = { answer: "yes" as const };
    expect(await codeOf(answerReturn({ token: returnToken(ratingId), input, now: two(15) }))).toBe(
      "NOT_FOUND",
    );
    expect(await lastingFacts()).toBe(0);
  });

  it("runs out after 60 days", async () => {
    const token = await asked();
    const input = { answer: "yes" as const };
    expect(await codeOf(answerReturn({ token, input, now: later(two(74), -1) }))).toBe("fine");
    expect(await codeOf(answerReturn({ token, input: { answer: "no" }, now: two(74) }))).toBe("RETURN_OVER");
    expect(await topic()).toMatchObject({ lasting: 1, faded: 0 });
  });

  it("stops other mails of the kind, not what was answered", async () => {
    const token = await asked();
    const ingrid = await makeMember(brand, { name: "Ingrid S." });
    const other = await makeEndedChat(brand, marie, ingrid);
    await rate(marie, other, { mayAskLater: true }, two(13));
    await stopReturns({ token, now: two(15) });
    expect(await codeOf(answerReturn({ token, input: { answer: "yes" }, now: two(16) }))).toBe("fine");
    await askReturns({ now: two(28) });
    expect(await asks()).toHaveLength(1);
    expect(await db().thanksReturn.count({ where: { email: { not: null } } })).toBe(0);
  });

  it("takes answers through the door that mails name, and no other words", async () => {
    const token = await asked();
    const post = (path: string, body?: object) =>
      api.request(`/api/returns/${path}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
    // The door's clock is today's, long after the mail.
    expect((await post(`${token}/answer`, { answer: "yes" })).status).toBe(410);
    await db().thanksReturn.updateMany({ data: { askedAt: new Date() } });
    expect((await post(`${token}/answer`, { answer: "yes" })).status).toBe(200);
    expect((await post(`${token}/answer`, { answer: "maybe" })).status).toBe(400);
    expect((await post(`${token}/answer`, { answer: "no", memberId: samir.id })).status).toBe(400);
    expect((await post(`${"x".repeat(43)}/answer`, { answer: "no" })).status).toBe(404);
    expect((await post(`${token}/stop`)).status).toBe(200);
    expect((await db().thanksReturn.findFirstOrThrow()).answer).toBe("yes");
  });
});
