import { beforeEach, describe, expect, it } from "vitest";
import type { MemberActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { resetDatabase } from "@/lib/server/testing/database";
import { hearEvents } from "@/lib/server/testing/heard";
import {
  makeBrand,
  makeChat,
  makeMember,
  makeQuestion,
  makeVisitor,
  morning,
  type TestBrand,
} from "@/lib/server/testing/world";
import type { Prisma } from "@/prisma/generated/client";
import { getPromises } from "./get-promises";
import { getPublicPromises } from "./get-public-promises";
import { reportPromises } from "./report-promises";

let brand: TestBrand;
let samir: MemberActor;
beforeEach(async () => {
  await resetDatabase();
  hearEvents();
  brand = await makeBrand();
  samir = await makeMember(brand, { capacity: 4 });
});

const hours = (count: number) => later(morning, -count * 3_600);
const ask = async (data: Partial<Prisma.QuestionUncheckedCreateInput>) =>
  makeQuestion(brand, await makeVisitor(brand), { state: "ended", seats: 1, askedAt: hours(2), ...data });
const report = (days = 30, now = morning) =>
  reportPromises({ brandId: brand.id, timeZone: brand.timeZone, days, now });

/** A question whose first answer was written by that member, so many seconds after it was asked. */
async function answered(
  member: MemberActor,
  seconds: number,
  data: Partial<Prisma.QuestionUncheckedCreateInput> = {},
) {
  const askedAt = hours(2);
  const chat = await makeChat(brand, await makeVisitor(brand), member, {
    seats: 1,
    askedAt,
    firstAnswerAt: later(askedAt, seconds),
    promiseKept: seconds <= 30,
    ...data,
  });
  await db().message.create({
    data: {
      brandId: brand.id,
      chatId: chat.id,
      seq: 2,
      clientId: `answer-${chat.id}`,
      author: "member",
      memberId: member.id,
      body: "Yes.",
      sentAt: later(askedAt, seconds),
    },
  });
}

describe("how promises were kept", () => {
  it("counts what was answered in time, late, and never", async () => {
    const julien = await makeMember(brand, { role: "agent", name: "Julien M.", capacity: 4 });
    await answered(samir, 12);
    await answered(samir, 20);
    await answered(julien, 45);
    await ask({ state: "left", leftAt: hours(1) });
    const { all, undecided, medianSeconds, byAnswerer } = await report();
    expect(all).toMatchObject({ kept: 2, judged: 4 });
    expect(undecided).toBe(0);
    expect(medianSeconds).toBe(20);
    expect(byAnswerer).toMatchObject([
      { answerer: "owner", kept: 2, judged: 2 },
      { answerer: "staff", kept: 0, judged: 1 },
      { answerer: "nobody", kept: 0, judged: 1 },
    ]);
  });

  it("counts neither way what was taken back in time, still runs, or was left by wish", async () => {
    await ask({ state: "withdrawn", endedAt: later(hours(2), 5) });
    await ask({ state: "offering", askedAt: later(morning, -5) });
    await ask({ state: "left", leftAt: hours(2), seats: null });
    const { all, undecided } = await report();
    expect(all.judged).toBe(0);
    expect(undecided).toBe(2);
  });

  it("counts against us a race for the last place that was lost at once", async () => {
    await ask({ state: "left", leftAt: hours(2), seats: 0 });
    expect((await report()).all).toMatchObject({ kept: 0, judged: 1 });
  });

  it("takes the brand's own days, from its midnight on", async () => {
    // 23:30 and 00:30 in Paris.
    await ask({ askedAt: new Date("2026-02-08T22:30:00.000Z"), promiseKept: true });
    await ask({ askedAt: new Date("2026-02-08T23:30:00.000Z"), promiseKept: true });
    const { all, byDay, byWeek } = await report();
    expect(all.judged).toBe(1);
    expect(byDay[0]).toMatchObject({ from: "2026-02-09", judged: 1 });
    expect(byDay).toHaveLength(30);
    expect(byWeek[0]).toMatchObject({ from: "2026-02-09", judged: 1 });
  });

  it("reports left questions apart, by the delay that was stated first", async () => {
    const turn = async (number: number, kept: boolean | null) => {
      const { id } = await ask({ state: "left", leftAt: hours(2), promiseKept: false });
      await db().leftTurn.create({
        data: { brandId: brand.id, questionId: id, turn: number, since: hours(2), answerBy: hours(1), kept },
      });
    };
    await turn(1, true);
    await turn(1, false);
    await turn(1, null);
    await turn(2, false);
    expect((await report()).left).toMatchObject({ kept: 1, judged: 2, waiting: 1 });
  });

  it("is one brand's and nobody else's", async () => {
    const other = await makeBrand();
    await makeQuestion(other, await makeVisitor(other), {
      state: "ended",
      promiseKept: true,
      askedAt: hours(2),
    });
    expect((await report()).all.judged).toBe(0);
  });
});

describe("the managers' page", () => {
  it("says what is promised now and from what", async () => {
    for (let i = 0; i < 12; i++)
      await ask({ askedAt: later(morning, -60 * (i + 1)), seats: 0, ...answeredAfter(22, i) });
    const page = await getPromises({ member: samir, days: 30, now: morning });
    expect(page.now).toMatchObject({
      shownSeconds: 25,
      seconds: 22,
      samples: 12,
      isSimilar: true,
      quantile: 0.85,
    });
    expect(page.isPublished).toBe(true);
    expect(page.report.days).toBe(30);
  });

  it("says the default while too little is measured", async () => {
    const { now } = await getPromises({ member: samir, days: 30, now: morning });
    expect(now).toMatchObject({ shownSeconds: 30, seconds: null, samples: 0, from: 10 });
  });
});

const answeredAfter = (seconds: number, i: number) => ({
  firstAnswerAt: later(morning, -60 * (i + 1) + seconds),
  promiseKept: true,
});

describe("the public page", () => {
  const read = (now = morning) => getPublicPromises({ brandSlug: brand.slug, now });

  it("holds counts and times, and nothing of anybody", async () => {
    await answered(samir, 12);
    const page = await read();
    expect(page).toMatchObject({
      brandName: "Volt & Vélo",
      month: { all: { kept: 1, judged: 1 } },
      quarter: { days: 90 },
    });
    const words = JSON.stringify(page);
    for (const secret of ["Samir", "Marie", "winter", samir.id, brand.id])
      expect(words).not.toContain(secret);
  });

  it("is counted at most once a minute", async () => {
    await answered(samir, 12);
    await read();
    await answered(samir, 14);
    expect((await read(later(morning, 59)))?.month.all.judged).toBe(1);
    expect((await read(later(morning, 60)))?.month.all.judged).toBe(2);
  });

  it("is not there for a brand that is unknown, closed, or does not publish it, at once", async () => {
    expect(await getPublicPromises({ brandSlug: "nobody", now: morning })).toBeNull();
    expect(await read()).not.toBeNull();
    await db().brand.update({ where: { id: brand.id }, data: { publishesPromises: false } });
    expect(await read()).toBeNull();
    await db().brand.update({
      where: { id: brand.id },
      data: { publishesPromises: true, deletedAt: morning },
    });
    expect(await read()).toBeNull();
  });
});
