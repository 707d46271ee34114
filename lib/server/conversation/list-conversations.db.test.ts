import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { readFilter } from "@/lib/domain/conversation/schema";
import { ConversationList } from "@/lib/domain/conversation/view";
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
import { listConversations } from "./list-conversations";

let brand: TestBrand;
let julien: MemberActor;
beforeEach(async () => {
  await resetDatabase();
  brand = await makeBrand();
  julien = await makeMember(brand, { name: "Julien", role: "agent", capacity: 4 });
});

type Data = NonNullable<Parameters<typeof makeQuestion>[2]>;
const ask = async (text: string, data: Data = {}) =>
  makeQuestion(brand, await makeVisitor(brand), { state: "withdrawn", ...data, text });
const list = async (params: Record<string, string> = {}, size?: number) =>
  ConversationList.parse(
    await listConversations({ member: julien, filter: readFilter(params), ...(size ? { size } : {}) }),
  );
const texts = async (params: Record<string, string>) =>
  (await list(params)).rows.map(({ question }) => question.map(({ text }) => text).join("")).sort();
const marked = (pieces: { text: string; isFound: boolean }[] = []) =>
  pieces.map(({ text, isFound }) => (isFound ? `[${text}]` : text)).join("");

describe("listConversations", () => {
  it("pages through all of them, newest first, without missing or repeating one", async () => {
    // Three of the same instant, so that the id decides between them.
    for (let i = 0; i < 7; i++) await ask(`Question ${i}`, { askedAt: later(morning, Math.min(i, 4) * 60) });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: ConversationList = await list(after ? { after } : {}, 2);
      expect(page.count).toBe(7);
      seen.push(...page.rows.map(({ questionId }) => questionId));
      after = page.next;
      // What is asked meanwhile moves no page.
      await db().question.updateMany({ where: { text: "Question 0" }, data: { promiseKept: true } });
    } while (after);
    const all = await db().question.findMany({ orderBy: [{ askedAt: "desc" }, { id: "desc" }] });
    expect(seen).toEqual(all.map(({ id }) => id));
  });

  it("finds words with or without accents, in both languages, in questions, messages and notes", async () => {
    await ask("La selle réparée est-elle solide ?");
    await ask("Do the batteries survive winter?");
    const { id: chatId, questionId } = await makeChat(brand, await makeVisitor(brand), julien, {
      text: "Something else",
    });
    const message = { brandId: brand.id, chatId, sentAt: morning };
    await db().message.createMany({
      data: [
        { ...message, seq: 2, clientId: "c2", author: "member", body: "Les freins grincent souvent l’hiver" },
        { ...message, seq: 3, clientId: "c3", author: "system", body: "unheard" },
      ],
    });
    const note = { brandId: brand.id, questionId, memberId: julien.id, writtenAt: morning };
    await db().note.create({ data: { ...note, body: "Knows the workshop" } });
    await db().note.create({ data: { ...note, body: "Deleted marmalade", deletedAt: morning } });
    expect(await texts({ q: "reparee" })).toEqual(["La selle réparée est-elle solide ?"]);
    expect(await texts({ q: "SELLES réparées" })).toEqual(["La selle réparée est-elle solide ?"]);
    expect(await texts({ q: "battery" })).toEqual(["Do the batteries survive winter?"]);
    expect(await texts({ q: "frein" })).toEqual(["Something else"]);
    expect(await texts({ q: "workshop" })).toEqual(["Something else"]);
    expect(await texts({ q: "battery or frein" })).toHaveLength(2);
    expect(await texts({ q: '"winter survive"' })).toEqual([]);
    expect(await texts({ q: "batteries -winter" })).toEqual([]);
    for (const q of ["marmalade", "unheard"]) expect(await texts({ q })).toEqual([]);
    const row = async (q: string) => (await list({ q })).rows[0];
    expect(marked((await row("reparee"))?.question)).toBe("La selle [réparée] est-elle solide ?");
    expect(marked((await row("battery"))?.question)).toBe("Do the [batteries] survive winter?");
    expect((await row("frein"))?.found).toMatchObject({ where: "message", seq: 2 });
    expect(marked((await row("frein"))?.found?.words)).toBe("Les [freins] grincent souvent l’hiver");
    expect((await row("workshop"))?.found).toMatchObject({ where: "note", seq: null });
  });

  it("can search for any text", { timeout: 120_000 }, async () => {
    await ask('A "quoted" <b>bold</b> & (odd) question: !');
    const operators = fc.array(
      fc.constantFrom(
        '"',
        "-",
        " or ",
        "OR",
        "&",
        "|",
        "!",
        "(",
        ")",
        ":*",
        "<->",
        "'",
        "\\",
        "%",
        "a",
        "é",
        "\0",
      ),
    );
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.string({ maxLength: 300 }),
      operators.map((parts) => parts.join("")),
      fc.constantFrom(
        "한".repeat(200),
        "ﷺ".repeat(200),
        "ᾂ".repeat(200),
        "\u{1D160}".repeat(100),
        "a".repeat(200),
      ),
    );
    await fc.assert(
      fc.asyncProperty(text, async (q) => {
        await list({ q });
      }),
      { numRuns: 60 },
    );
    expect(marked((await list({ q: "BOLD" })).rows[0]?.question)).toContain("<b>[bold]</b>");
  });

  it("narrows by topic, helper, state, promise, stars and days of the brand's calendar", async () => {
    const samir = await makeMember(brand, { name: "Samir" });
    const {
      id: chatId,
      segment,
      questionId,
    } = await makeChat(brand, await makeVisitor(brand), samir, {
      text: "Rated",
      promiseKept: true,
      topicId: brand.topics.brakes.id,
    });
    const visitorId = (await db().question.findUniqueOrThrow({ where: { id: questionId } })).visitorId;
    const rating = { brandId: brand.id, chatId, segmentId: segment.id, visitorId, memberId: samir.id };
    await db().rating.create({ data: { ...rating, stars: 4, solved: "yes", ratedAt: morning } });
    await ask("Broken", { promiseKept: false, state: "ended" });
    await ask("Left", { state: "left" });
    await ask("Waiting", { state: "calling" });
    // 23:30 of March 9 in Paris is 22:30 UTC.
    await ask("Late", { askedAt: new Date("2026-03-09T22:30:00Z"), topicId: null });
    await ask("Midnight", { askedAt: new Date("2026-03-09T23:00:00Z"), topicId: null });
    expect(await texts({ topic: brand.topics.brakes.id })).toEqual(["Rated"]);
    expect(await texts({ helper: samir.id })).toEqual(["Rated"]);
    expect(await texts({ helper: julien.id })).toEqual([]);
    expect(await texts({ state: "running" })).toEqual(["Rated"]);
    expect(await texts({ state: "waiting" })).toEqual(["Waiting"]);
    expect(await texts({ state: "left" })).toEqual(["Left"]);
    expect(await texts({ promise: "kept" })).toEqual(["Rated"]);
    expect(await texts({ promise: "broken" })).toEqual(["Broken"]);
    expect(await texts({ stars: "4" })).toEqual(["Rated"]);
    expect(await texts({ stars: "5" })).toEqual([]);
    expect(await texts({ to: "2026-03-09" })).toEqual(["Late"]);
    expect(await texts({ from: "2026-03-10", to: "2026-03-10" })).not.toContain("Late");
    expect(await texts({ from: "2026-03-10", to: "2026-03-10" })).toContain("Midnight");
    expect(await texts({ from: "2026-03-11" })).toEqual([]);
    expect(await texts({ q: "rated", stars: "4", helper: samir.id })).toEqual(["Rated"]);
    expect((await list({ stars: "4" })).rows[0]).toMatchObject({
      stars: 4,
      solved: "yes",
      promiseKept: true,
      helpers: [{ name: "Samir", kind: "owner" }],
    });
  });

  it("knows nothing of other brands", async () => {
    const other = await makeBrand();
    const theirs = await makeMember(other, { role: "admin" });
    await makeChat(other, await makeVisitor(other), theirs, { text: "Their winter" });
    await ask("Our winter");
    expect(await texts({})).toEqual(["Our winter"]);
    expect(await texts({ q: "winter" })).toEqual(["Our winter"]);
    expect(await texts({ helper: theirs.id })).toEqual([]);
    expect(await texts({ topic: other.topics.battery.id })).toEqual([]);
  });
});
