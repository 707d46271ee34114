import { beforeEach, describe, expect, it } from "vitest";
import { Availability } from "@/lib/domain/site/view";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { askQuestion } from "@/lib/server/question/ask-question";
import { runDue } from "@/lib/server/routing/run-due";
import { resetDatabase } from "@/lib/server/testing/database";
import { askAbout, makePresent, ringing } from "@/lib/server/testing/flow";
import { hearEvents } from "@/lib/server/testing/heard";
import { makeBrand, makeQuestion, makeVisitor, morning, type TestBrand } from "@/lib/server/testing/world";
import type { Prisma } from "@/prisma/generated/client";
import { refreshAvailability } from "./refresh-availability";

let brand: TestBrand;
let heard: ReturnType<typeof hearEvents>;
beforeEach(async () => {
  await resetDatabase();
  heard = hearEvents();
  brand = await makeBrand();
});

const at = (seconds: number) => later(morning, seconds);
const told = () =>
  heard.events.filter(({ name }) => name === "availability").map(({ data }) => Availability.parse(data));
const refresh = (now = morning) => refreshAvailability({ brandId: brand.id, now });

/** Questions of the last hour, one a minute back from `morning` unless told otherwise. */
async function wereAsked(
  count: number,
  data: (i: number) => Partial<Prisma.QuestionUncheckedCreateInput>,
  apart = 60,
) {
  const visitor = await makeVisitor(brand);
  for (let i = 0; i < count; i++)
    await makeQuestion(brand, visitor, { state: "ended", askedAt: at(-60 - i * apart), ...data(i) });
}
const answeredIn =
  (seconds: number, apart = 60) =>
  (i: number) => ({
    firstAnswerAt: at(-60 - i * apart + seconds),
    promiseKept: true,
  });

describe("the promise that pages are told", () => {
  it("is the brand's default until enough of the last hour's questions were answered, then what they took", async () => {
    await makePresent(brand);
    await wereAsked(9, answeredIn(22));
    await refresh();
    expect(told().at(-1)?.promiseSeconds).toBe(30);
    await wereAsked(1, answeredIn(18));
    await refresh(at(3));
    expect(told().at(-1)?.promiseSeconds).toBe(25);
    // An hour later nobody knows any more.
    await refresh(at(3_600));
    expect(told().at(-1)?.promiseSeconds).toBe(30);
  });

  it("grows with those who never got an answer", async () => {
    await makePresent(brand);
    await wereAsked(12, answeredIn(12));
    await wereAsked(3, () => ({ state: "left", leftAt: at(-20) }));
    await refresh();
    expect(told().at(-1)?.promiseSeconds).toBe(60);
  });

  it("is stored with the question whose visitor was shown it, with the places that were free and the part invited", async () => {
    await makePresent(brand, { capacity: 2 });
    await makePresent(brand, { role: "agent", name: "Julien M." });
    await wereAsked(12, answeredIn(12));
    await refresh();
    const { question } = await askAbout(brand, at(1));
    expect(question.promiseSeconds).toBe(15);
    expect(await db().question.findUniqueOrThrow({ where: { id: question.id } })).toMatchObject({
      promiseSeconds: 15,
      seats: 3,
      invitedShare: 1,
    });
  });

  it("is the brand's own where pages were told nothing yet", async () => {
    const { question } = await askAbout(brand, at(1));
    expect(question.promiseSeconds).toBe(30);
  });
});

describe("who answers in which language, about what", () => {
  it("shows no button to a page in French while only English is spoken, and asks nobody in vain", async () => {
    await makePresent(brand, { languages: ["en"] });
    await refresh();
    expect(told().at(-1)).toMatchObject({ kind: "community", in: { fr: { kind: "none", share: 0 } } });
    const { question } = await askAbout(brand, at(1), { language: "fr" });
    expect(question).toMatchObject({ state: "left", answerBy: expect.any(String) });
    const english = await askAbout(brand, at(1));
    expect(english.question.state).toBe("offering");
  });

  it("names the topic that nobody free knows; a question about it goes to the staff, or is left at once", async () => {
    const samir = await makePresent(brand, { capacity: 2 });
    await refresh();
    const { brakes } = brand.topics;
    expect(told().at(-1)).toMatchObject({ kind: "community", uncovered: [brakes.id] });
    const nobody = await askAbout(brand, at(1), { topicId: brakes.id });
    expect(nobody.question.state).toBe("left");
    const julien = await makePresent(brand, { role: "agent", name: "Julien M." });
    const { question } = await askAbout(brand, at(2), { topicId: brakes.id });
    expect(await ringing(question.id)).toEqual([julien.id]);
    const general = await askAbout(brand, at(2), { topicId: null });
    expect(await ringing(general.question.id)).toEqual([samir.id]);
  });

  it("gives the last place that knows a topic to one of two who race for it, in their language, too", async () => {
    await makePresent(brand, { name: "Samir H.", languages: ["fr"] });
    const other = await makePresent(brand, { name: "Ingrid L.", languages: ["en"] });
    const asked = await Promise.all(
      [1, 2].map(async () => {
        const visitor = await makeVisitor(brand, { language: "fr" });
        const input = {
          clientId: "client-one",
          text: "La batterie passe l’hiver ?",
          topicId: brand.topics.battery.id,
          language: "fr" as const,
          staffOnly: false,
        };
        return askQuestion({ visitor, input, now: morning });
      }),
    );
    // The one who comes second knows at once that he is second; who speaks another language is asked by neither.
    expect(asked.map(({ state }) => state).sort()).toEqual(["calling", "offering"]);
    expect(await ringing()).not.toContain(other.id);
    expect(await ringing()).toHaveLength(1);
    expect(told().at(-1)).toMatchObject({ kind: "community", in: { fr: { kind: "none" } } });
  });
});

describe("a question that is left by wish", () => {
  it("rings at nobody, has its delay at once, and says nothing of how fast answers come", async () => {
    await makePresent(brand);
    await refresh();
    const { question } = await askAbout(brand, at(1), { leave: true });
    expect(question).toMatchObject({ state: "left", answerBy: expect.any(String) });
    expect(await ringing()).toEqual([]);
    expect(await db().question.findUniqueOrThrow({ where: { id: question.id } })).toMatchObject({
      seats: null,
      invitedShare: null,
      promiseKept: null,
      leftAt: at(1),
      wakeAt: null,
    });
  });

  it("is the same question when it is sent twice", async () => {
    const visitor = await makeVisitor(brand);
    const input = {
      clientId: "client-one",
      text: "?",
      language: "en" as const,
      staffOnly: false,
      leave: true,
    };
    const one = await askQuestion({ visitor, input, now: morning });
    const two = await askQuestion({ visitor, input, now: at(1) });
    expect(two.id).toBe(one.id);
    expect(await db().question.count()).toBe(1);
  });
});

describe("the share of visitors who are invited", () => {
  it("falls when more would ask than can be answered in time, and rises by itself when they are over", async () => {
    await makePresent(brand);
    await wereAsked(60, answeredIn(12, 10), 10);
    await refresh();
    const limited = told().at(-1);
    expect(limited?.kind).toBe("community");
    expect(limited?.share).toBeLessThan(1);
    const { question } = await askAbout(brand, at(1));
    expect(await db().question.findUniqueOrThrow({ where: { id: question.id } })).toMatchObject({
      invitedShare: limited?.share,
    });
    await db().question.update({ where: { id: question.id }, data: { state: "withdrawn", endedAt: at(2) } });
    await db().offer.updateMany({ data: { state: "withdrawn" } });
    await db().member.updateMany({ data: { load: 0 } });
    await refresh(at(2));
    // Nobody does anything any more: the clock alone looks again.
    await runDue({ now: at(3_700) });
    expect(told().at(-1)).toMatchObject({ kind: "community", share: 1 });
  });

  it("is everybody while too little was asked to tell", async () => {
    await makePresent(brand);
    await wereAsked(9, answeredIn(12, 10), 10);
    await refresh();
    expect(told().at(-1)).toMatchObject({ kind: "community", share: 1 });
  });
});

describe("closed hours", () => {
  const closed = Array.from({ length: 7 }, () => [{ from: "18:00", to: "19:00" }]);

  it("hide the button, say when somebody is back, and let a question be left where the brand wants so", async () => {
    await makePresent(brand);
    await db().brand.update({
      where: { id: brand.id },
      data: { hours: { owner: closed, staff: closed }, offersLeaving: true },
    });
    await refresh();
    expect(told().at(-1)).toMatchObject({
      kind: "none",
      leaving: true,
      opens: "community",
      opensAt: "2026-03-10T17:00:00.000Z",
    });
  });

  it("of one kind leave the other", async () => {
    await makePresent(brand);
    await makePresent(brand, { role: "agent", name: "Julien M." });
    await db().brand.update({ where: { id: brand.id }, data: { hours: { owner: closed } } });
    await refresh();
    expect(told().at(-1)).toMatchObject({ kind: "staff", community: 0, staff: 1 });
    expect(told().at(-1)?.opensAt).toBeUndefined();
  });
});

describe("finding out that nothing changed", () => {
  it("takes no lock and tells nobody", async () => {
    await makePresent(brand);
    await refresh();
    expect(told()).toHaveLength(1);
    await db().$transaction(async (tx) => {
      await tx.$queryRaw`SELECT id FROM sites FOR UPDATE`;
      // It would wait for ever, were it to ask for the row.
      await refresh(at(1));
    });
    expect(told()).toHaveLength(1);
  });

  it("does so, too, when one of many places is taken", async () => {
    for (let i = 0; i < 4; i++) await makePresent(brand, { name: `Expert ${i}`, capacity: 3 });
    await refresh();
    await askAbout(brand, at(1));
    await askAbout(brand, at(2));
    expect(told()).toHaveLength(1);
    expect(told()[0]).toMatchObject({ community: 10, online: 4 });
  });

  it("reads what an older release told as nothing, under a version that goes on", async () => {
    await makePresent(brand);
    await db().site.updateMany({ data: { availability: { kind: "community", strange: true, version: 41 } } });
    await refresh();
    expect(told().at(-1)).toMatchObject({ kind: "community", version: 42 });
  });
});
