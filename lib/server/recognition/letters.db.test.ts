import { beforeEach, describe, expect, it } from "vitest";
import { api } from "@/lib/api/app";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { renderMail } from "@/lib/server/mail/render-mail";
import { resetDatabase } from "@/lib/server/testing/database";
import { hearEvents } from "@/lib/server/testing/heard";
import { mailsInQueue } from "@/lib/server/testing/mails";
import { makeEndedChat, makeThankedBrand, rate } from "@/lib/server/testing/thanks-world";
import { makeBrand, makeMember, makeVisitor, morning, type TestBrand } from "@/lib/server/testing/world";
import { listBrandWords } from "./list-brand-words";
import { sendLetters } from "./send-letters";

/** The first morning of the month after `morning`, in Paris. */
const april = new Date("2026-04-01T07:05:00Z");

let brand: TestBrand;
let samir: MemberActor;
let helene: MemberActor;
beforeEach(async () => {
  await resetDatabase();
  hearEvents();
  ({ brand, samir } = await makeThankedBrand());
  helene = await makeMember(brand, { name: "Hélène R.", role: "manager" });
});

const letters = async () =>
  (await mailsInQueue()).filter(({ template }) => template === "letter" || template === "numbers");

async function thankSamir(words: { words?: string; showsWords?: boolean } = {}, at = morning) {
  const visitor = await makeVisitor(brand);
  const chat = await makeEndedChat(brand, visitor, samir);
  await db().question.update({
    where: { id: chat.questionId },
    data: { firstAnswerAt: at, promiseKept: true },
  });
  await rate(visitor, chat, words, at);
}

describe("monthly letters", () => {
  it("tell an expert what his help did, and a manager the numbers", async () => {
    await thankSamir({ words: "Call me on 06 12 34 56 78, it works", showsWords: true });
    await thankSamir({ words: "Between the two of us" });
    await sendLetters({ now: april });
    const [letter, numbers] = (await letters()).sort((a, b) => a.template.localeCompare(b.template));
    expect(letter).toMatchObject({
      template: "letter",
      data: { month: "2026-03", thanks: 2, topics: [{ names: { en: "Battery" }, thanks: 2 }], lasting: 0 },
    });
    const { subject, text, stopUrl } = await renderMail(letter!);
    expect(subject).toBe("Volt & Vélo: what your help did in March 2026");
    expect(text).toContain("2 people thanked you in March 2026.");
    expect(text).toContain("it works");
    expect(text).not.toContain("06 12 34");
    expect(text).not.toContain("Between the two of us");
    expect(text).toContain("First answer");
    expect(stopUrl).toContain("/api/letters/expert-");
    expect(numbers).toMatchObject({
      template: "numbers",
      data: { asked: 2, answered: 2, kept: 2, judged: 2, thanks: 2, helpers: 1, badges: 1 },
    });
    expect((await renderMail({ ...numbers!, locale: "fr" } as typeof numbers & object)).text).toContain(
      "2 sur 2",
    );
  });

  it("count what still helped two weeks later, of thanks that count", async () => {
    for (const answer of ["yes", "yes", "no", "yes"] as const) {
      await thankSamir();
      const {
        id: ratingId,
        brandId,
        memberId,
        visitorId,
      } = await db().rating.findFirstOrThrow({
        where: { comesBack: null },
      });
      await db().thanksReturn.create({
        data: { brandId, memberId, visitorId, ratingId, answer, askAt: morning, answeredAt: morning },
      });
    }
    const held = await db().thanks.findFirstOrThrow({ where: { rating: { comesBack: { answer: "yes" } } } });
    await db().thanks.update({ where: { id: held.id }, data: { counts: false } });
    await sendLetters({ now: april });
    const [letter, numbers] = (await letters()).sort((a, b) => a.template.localeCompare(b.template));
    expect(letter).toMatchObject({ data: { thanks: 3, lasting: 2 } });
    expect((await renderMail(letter!)).text).toContain("2 visitors came back to say that it still helps.");
    expect(numbers).toMatchObject({ data: { thanks: 3, returned: 3, lasting: 2 } });
    expect((await renderMail(numbers!)).text).toContain("2 of 3");
    expect((await listBrandWords({ brandId: brand.id })).lasting).toEqual({ yes: 2, partly: 0, no: 1 });
  });

  it("go out once a month, however often and by however many workers", async () => {
    await thankSamir();
    await Promise.all([1, 2, 3].map(() => sendLetters({ now: april })));
    await sendLetters({ now: new Date("2026-04-02T10:00:00Z") });
    expect((await letters()).map(({ template }) => template).sort()).toEqual(["letter", "numbers"]);
    expect(await db().letter.count()).toBe(2);
  });

  it("wait for the brand's own morning, and are of the brand's own month", async () => {
    await thankSamir({}, new Date("2026-03-31T22:30:00Z"));
    await sendLetters({ now: new Date("2026-04-01T06:59:00Z") });
    await sendLetters({ now: april });
    // By the brand's clock the thanks came in April.
    expect((await letters()).map(({ template }) => template)).toEqual(["numbers"]);
    expect((await letters())[0]).toMatchObject({ data: { thanks: 0, asked: 2 - 1 } });
  });

  it("stay away when there is nothing to tell, and from who wants none or is gone", async () => {
    await sendLetters({ now: april });
    expect(await letters()).toEqual([]);
    await thankSamir();
    await db().member.update({ where: { id: samir.id }, data: { notifications: { letterMail: false } } });
    await db().member.update({ where: { id: helene.id }, data: { status: "left", isOpen: false } });
    await sendLetters({ now: april });
    expect(await letters()).toEqual([]);
  });

  it("tell nothing of another brand", async () => {
    await thankSamir();
    const other = await makeBrand({ name: "Other" });
    await makeMember(other, { role: "manager" });
    await sendLetters({ now: april });
    expect((await letters()).every(({ data }) => "brand" in data && data.brand === "Volt & Vélo")).toBe(true);
  });

  it("are stopped by their own link, each kind apart, and by no other", async () => {
    await thankSamir();
    await sendLetters({ now: april });
    const [letter] = (await letters()).filter(({ template }) => template === "letter");
    const stop = (url: string) => api.request(new URL(url).pathname, { method: "POST" });
    expect((await stop(`${letter?.stopUrl}`.replace("expert-", "manager-"))).status).toBe(404);
    const stopped = () => db().member.findUniqueOrThrow({ where: { id: samir.id } });
    expect((await stopped()).notifications).toEqual({});
    expect((await stop(`${letter?.stopUrl}`)).status).toBe(200);
    expect((await stopped()).notifications).toEqual({ letterMail: false });
  });
});
