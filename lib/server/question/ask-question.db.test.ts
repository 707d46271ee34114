import { beforeEach, describe, expect, it } from "vitest";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { resetDatabase } from "@/lib/server/testing/database";
import { makePresent } from "@/lib/server/testing/flow";
import { hearEvents } from "@/lib/server/testing/heard";
import { makeBrand, makeVisitor, morning, type TestBrand } from "@/lib/server/testing/world";
import { askQuestion } from "./ask-question";
import { askStaffInstead } from "./ask-staff-instead";
import { changeQuestion } from "./change-question";
import { withdrawQuestion } from "./withdraw-question";

let brand: TestBrand;
let heard: ReturnType<typeof hearEvents>;
beforeEach(async () => {
  await resetDatabase();
  heard = hearEvents();
  brand = await makeBrand();
});

const words = { text: "Does the battery survive winter?", language: "en" as const, staffOnly: false };
const input = (clientId: string) => ({ ...words, clientId, topicId: brand.topics.battery.id });
const places = async () => (await db().member.findMany()).map(({ load }) => load);

describe("askQuestion", () => {
  it("asks once, however often and fast the same question is sent", async () => {
    await makePresent(brand);
    const visitor = await makeVisitor(brand);
    const sent = await Promise.all(
      Array.from({ length: 5 }, () => askQuestion({ visitor, input: input("client-one"), now: morning })),
    );
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    expect(await db().question.count()).toBe(1);
    expect(await places()).toEqual([1]);
  });

  it("refuses a second question while one runs", async () => {
    await makePresent(brand);
    const visitor = await makeVisitor(brand);
    const results = await Promise.allSettled(
      ["client-one", "client-two"].map((id) => askQuestion({ visitor, input: input(id), now: morning })),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "QUESTION_RUNNING" },
    });
  });

  it("gives the last seat to one of ten who ask at once; the others hear at once by when they are answered", async () => {
    const samir = await makePresent(brand);
    const asked = await Promise.all(
      Array.from({ length: 10 }, async () =>
        askQuestion({ visitor: await makeVisitor(brand), input: input("client-one"), now: morning }),
      ),
    );
    expect(await places()).toEqual([1]);
    const reserving = await db().offer.count({ where: { memberId: samir.id, reserves: true } });
    expect(reserving).toBe(1);
    // The seat is taken, its owner is still there: they wait for him instead of being sent away.
    expect(asked.filter(({ state }) => state === "offering")).toHaveLength(1);
    expect(asked.filter(({ state }) => state === "calling")).toHaveLength(9);
  });

  it("refuses a visitor who is banned, until the ban ends", async () => {
    const visitor = await makeVisitor(brand);
    const until = later(morning, 60);
    await db().ban.create({
      data: { brandId: brand.id, visitorId: visitor.id, until, reason: "rude", createdAt: morning },
    });
    const ask = (now: Date) => askQuestion({ visitor, input: input("client-one"), now });
    await expect(ask(morning)).rejects.toMatchObject({ code: "VISITOR_BANNED" });
    expect((await ask(later(morning, 61))).state).toBe("left");
  });

  it("shows changed words to who is being asked", async () => {
    const samir = await makePresent(brand);
    const visitor = await makeVisitor(brand);
    const { id: questionId } = await askQuestion({ visitor, input: input("client-one"), now: morning });
    heard.forget();
    await changeQuestion({ visitor, questionId, text: "And in summer?", now: morning });
    const told = heard.events.find(({ channel }) => channel.endsWith(samir.id));
    expect(told).toMatchObject({ name: "offer.made", data: { text: "And in summer?" } });
  });

  it("frees everybody when the question is taken back", async () => {
    await makePresent(brand);
    const visitor = await makeVisitor(brand);
    const { id: questionId } = await askQuestion({ visitor, input: input("client-one"), now: morning });
    const taken = await withdrawQuestion({ visitor, questionId, now: morning });
    expect(taken.state).toBe("withdrawn");
    expect(await places()).toEqual([0]);
    await expect(withdrawQuestion({ visitor, questionId, now: morning })).rejects.toMatchObject({
      code: "QUESTION_CLOSED",
    });
  });

  it("asks staff and nobody else when the visitor prefers them; another visitor cannot", async () => {
    const samir = await makePresent(brand);
    const julien = await makePresent(brand, { role: "agent", name: "Julien M." });
    const visitor = await makeVisitor(brand);
    const { id: questionId } = await askQuestion({ visitor, input: input("client-one"), now: morning });
    const stranger = await makeVisitor(brand);
    await expect(askStaffInstead({ visitor: stranger, questionId, now: morning })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await askStaffInstead({ visitor, questionId, now: later(morning, 2) });
    const live = await db().offer.findMany({ where: { questionId, state: { in: ["made", "delivered"] } } });
    expect(live.map(({ memberId }) => memberId)).toEqual([julien.id]);
    expect(heard.of(samir.id)).toContain("offer.withdrawn");
  });
});
