import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { beforeEach, describe, expect, it } from "vitest";
import { api } from "@/lib/api/app";
import { SystemLine } from "@/lib/domain/chat/view";
import { sendMessage } from "@/lib/server/chat/send-message";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { env } from "@/lib/server/env";
import { tasks } from "@/lib/server/job/tasks";
import { askQuestion } from "@/lib/server/question/ask-question";
import { resetDatabase } from "@/lib/server/testing/database";
import { untrueLoads } from "@/lib/server/testing/flow";
import { hearEvents } from "@/lib/server/testing/heard";
import { makeBrowser, makeMarkedVisitor } from "@/lib/server/testing/marked-visitor";
import { signedIn } from "@/lib/server/testing/signed-in";
import { tracesInFiles, tracesInTables } from "@/lib/server/testing/traces";
import { makeBrand, makeMember, makeVisitor, morning, type TestBrand } from "@/lib/server/testing/world";
import { eraseIdleVisitors } from "./erase-idle-visitors";
import { eraseVisitor } from "./erase-visitor";
import { updateContext } from "./update-context";

const mark = "zebrafish";
const at = (seconds: number) => later(morning, seconds);

let brand: TestBrand;
let heard: ReturnType<typeof hearEvents>;
beforeEach(async () => {
  await resetDatabase();
  await rm(env().DATA_DIR, { recursive: true, force: true });
  heard = hearEvents();
  brand = await makeBrand();
});

const job = (name: string, payload: unknown) => tasks[name]?.(payload, {} as never);

async function waiting(task: string): Promise<unknown[]> {
  const rows = await db().$queryRaw<{ payload: unknown }[]>`
    SELECT j.payload FROM graphile_worker._private_jobs j
    JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE t.identifier = ${task}`;
  return rows.map(({ payload }) => payload);
}

async function noTraces() {
  expect(await tracesInTables(mark)).toEqual([]);
  expect(await tracesInFiles(env().DATA_DIR, mark)).toEqual([]);
}

describe("eraseVisitor", { timeout: 60_000 }, () => {
  it("leaves nothing in any table and any file, and keeps what is counted", async () => {
    const { visitor, token, runningChatId, questionIds, expert } = await makeMarkedVisitor(brand, mark);
    const secondBrowser = await makeBrowser(brand, mark);
    // The test looks where his words are: nearly everywhere.
    expect(await tracesInTables(mark)).toEqual([
      "_private_jobs.payload",
      "attachments.name",
      "bans.reason",
      "chats.handover_reason",
      "chats.handover_text",
      "flags.words",
      "messages.body",
      "messages.client_id",
      "messages.system",
      "moderation_actions.reason",
      "notes.body",
      "questions.capsule",
      "questions.client_id",
      "questions.handover_reason",
      "questions.left_email",
      "questions.page_title",
      "questions.page_url",
      "questions.product",
      "questions.text",
      "ratings.words",
      "visitors.context",
      "visitors.email",
      "visitors.external_id",
      "visitors.first_name",
      "visitors.profile",
      "visits.entry_title",
      "visits.entry_url",
      "visits.last_url",
    ]);
    expect(await tracesInFiles(env().DATA_DIR, mark)).toHaveLength(5);
    const counted = () =>
      Promise.all([
        db().question.findMany({
          where: { id: { in: questionIds } },
          orderBy: { id: "asc" },
          select: { id: true, topicId: true, askedAt: true, promiseKept: true, firstAnswerAt: true },
        }),
        db().rating.findMany({
          orderBy: { id: "asc" },
          select: { stars: true, solved: true, memberId: true },
        }),
        db().thanks.findMany({ orderBy: { id: "asc" } }),
        db().message.count({ where: { author: { not: "system" } } }),
      ]);
    const before = await counted();
    const keys = (await db().attachment.findMany()).map(({ storageKey }) => storageKey).sort();
    heard.forget();

    await eraseVisitor({ visitorId: visitor.id, by: { visitor }, now: at(200) });

    await noTraces();
    expect(await counted()).toEqual(before);
    expect(await db().attachment.count()).toBe(0);
    // Had it ended half-way, jobs would do the rest.
    expect(keys).toHaveLength(4);
    expect(await waiting("remove-files")).toMatchObject([{ keys: expect.arrayContaining(keys) }]);
    expect(await waiting("erase-traces")).toEqual([{ visitorId: visitor.id }]);
    expect(await waiting("send-mail")).toEqual([]);
    expect(await db().rateLimit.count({ where: { key: { contains: ":person:" } } })).toBe(0);
    expect(await untrueLoads()).toEqual([]);
    // His helper is told why; his panel and every token of his are signed out.
    const lines = await db().message.findMany({ where: { chatId: runningChatId, author: "system" } });
    expect(lines.map(({ system }) => SystemLine.parse(system))).toContainEqual({
      kind: "ended",
      by: "erased",
    });
    expect(await db().chat.findUnique({ where: { id: runningChatId } })).toMatchObject({
      state: "ended",
      end: "abandoned",
    });
    expect(heard.of(expert.id)).toContain("sync");
    expect(heard.of(visitor.id)).toContain("sync");
    for (const dead of [token, secondBrowser.token]) {
      const headers = { authorization: `Bearer ${dead}`, "content-type": "application/json" };
      const sent = await api.request(`/api/visitor/chats/${runningChatId}/messages`, {
        method: "POST",
        headers,
        body: JSON.stringify({ clientId: "late-late-late", body: "late" }),
      });
      expect(sent.status).toBe(401);
      const heardNothing = await api.request("/api/realtime/visitor", {
        method: "POST",
        headers,
        body: JSON.stringify({ socketId: "1.1", channels: [`private-visitor-${visitor.id}`] }),
      });
      expect(heardNothing.status).toBe(401);
    }
  });

  it("touches nobody else", async () => {
    const { visitor } = await makeMarkedVisitor(brand, mark);
    await db().member.updateMany({ data: { isOpen: false } });
    const neighbour = await makeMarkedVisitor(brand, "flamingo");
    const before = await tracesInTables("flamingo");
    const files = await tracesInFiles(env().DATA_DIR, "flamingo");
    await eraseVisitor({ visitorId: visitor.id, by: { visitor }, now: at(200) });
    await noTraces();
    expect(await tracesInTables("flamingo")).toEqual(before);
    expect(await tracesInFiles(env().DATA_DIR, "flamingo")).toEqual(files);
    expect(await db().chat.findUnique({ where: { id: neighbour.runningChatId } })).toMatchObject({
      state: "open",
    });
  });

  it("may be repeated, and takes at the second time what a crash left", async () => {
    const { visitor } = await makeMarkedVisitor(brand, mark);
    const files = await tracesInFiles(env().DATA_DIR, mark);
    // As a process leaves it that ends after the first transaction.
    const gone = {
      erasedAt: at(200),
      firstName: null,
      email: null,
      externalId: null,
      profile: {},
      context: {},
    };
    await db().visitor.update({ where: { id: visitor.id }, data: gone });
    await job("erase-traces", { visitorId: visitor.id });
    await job("erase-traces", { visitorId: visitor.id });
    await noTraces();
    expect(files.length).toBeGreaterThan(0);
    expect(await db().routingEvent.count({ where: { kind: "erased" } })).toBe(3);
  });

  it("wins against whatever is sent in that moment", async () => {
    const { visitor, expert, runningChatId } = await makeMarkedVisitor(brand, mark);
    const send = (party: Parameters<typeof sendMessage>[0]["party"], i: number) =>
      sendMessage({
        party,
        chatId: runningChatId,
        input: { clientId: `${mark}-race-${i}`, body: `Race ${mark} ${i}` },
        now: at(190),
      });
    const erase = () => eraseVisitor({ visitorId: visitor.id, by: { visitor }, now: at(200) });
    const context = (i: number) =>
      updateContext({
        visitor,
        context: { page: { url: `https://shop.example.com/${mark}/${i}`, title: mark } },
        now: at(191),
      });
    const question = (i: number) =>
      askQuestion({
        visitor,
        input: { clientId: `${mark}-again-${i}`, text: mark, language: "en", staffOnly: true },
        now: at(192),
      });
    const all = await Promise.allSettled([
      ...[1, 2, 3, 4].map((i) => send({ visitor }, i)),
      ...[5, 6, 7].map((i) => send({ member: expert }, i)),
      context(1),
      erase(),
      ...[8, 9, 10, 11].map((i) => send({ visitor }, i)),
      context(2),
      question(1),
      ...[12, 13, 14].map((i) => send({ member: expert }, i)),
      question(2),
      context(3),
    ]);
    expect(all[8]).toMatchObject({ status: "fulfilled" });
    await noTraces();
    expect(await untrueLoads()).toEqual([]);
  });

  it("refuses in the database what is written of him afterwards", async () => {
    const { visitor, chatId } = await makeMarkedVisitor(brand, mark);
    await db().ban.deleteMany();
    await eraseVisitor({ visitorId: visitor.id, by: { visitor }, now: at(200) });
    const input = { clientId: `${mark}-late`, text: mark, language: "en" as const, staffOnly: true };
    await expect(askQuestion({ visitor, input, now: at(201) })).rejects.toThrow("visitor_erased");
    const page = { url: `https://shop.example.com/${mark}`, title: mark };
    await expect(updateContext({ visitor, context: { page }, now: at(201) })).rejects.toThrow(
      "visitor_erased",
    );
    const note = { brandId: brand.id, body: mark, writtenAt: at(201) };
    const { questionId } = await db().chat.findUniqueOrThrow({ where: { id: chatId } });
    await expect(db().note.create({ data: { ...note, questionId } })).rejects.toThrow("visitor_erased");
    await noTraces();
  });
});

describe("erasing over the API", () => {
  const erase = async (member: Parameters<typeof signedIn>[0], visitorId: string, slug = brand.slug) =>
    (
      await api.request(`/api/brands/${slug}/visitors/${visitorId}/erase`, {
        method: "POST",
        headers: await signedIn(member),
      })
    ).status;

  it("is for managers of his brand, and written down without a word of him", async () => {
    const { visitor, agent, expert } = await makeMarkedVisitor(brand, mark);
    const other = await makeBrand();
    const foreigner = await makeMember(other, { role: "admin" });
    expect(await erase(expert, visitor.id)).toBe(403);
    expect(await erase(await makeMember(brand, { role: "agent" }), visitor.id)).toBe(403);
    expect(await erase(foreigner, visitor.id)).toBe(404);
    expect(await erase(foreigner, visitor.id, other.slug)).toBe(404);
    expect(await tracesInTables(mark)).not.toEqual([]);
    expect(await erase(agent, visitor.id)).toBe(200);
    await noTraces();
    expect(await db().audit.findMany({ where: { action: "erased" } })).toMatchObject([
      { actorId: agent.id, subject: `visitor:${visitor.id}`, after: { reason: "asked" } },
    ]);
  });

  it("is done for the visitor himself by his token", async () => {
    const { token } = await makeMarkedVisitor(brand, mark);
    const headers = { authorization: `Bearer ${token}` };
    expect((await api.request("/api/visitor/erase", { method: "POST", headers })).status).toBe(200);
    await noTraces();
    expect((await api.request("/api/visitor/erase", { method: "POST", headers })).status).toBe(401);
  });
});

describe("eraseIdleVisitors", () => {
  it("erases who was not seen for as many days as the brand keeps visitors", async () => {
    const days = (count: number) => later(morning, -count * 24 * 3600);
    const keeping = (until: number) =>
      makeVisitor(brand, { lastSeenAt: days(until), email: "a@example.com" });
    const old = await keeping(181);
    const young = await keeping(179);
    const short = await makeBrand({ settings: { retentionDays: 30 } });
    const briefly = await makeVisitor(short, { lastSeenAt: days(31) });
    await eraseIdleVisitors({ now: morning });
    const erased = await db().visitor.findMany({ where: { erasedAt: { not: null } }, select: { id: true } });
    expect(erased.map(({ id }) => id).sort()).toEqual([old.id, briefly.id].sort());
    expect(await db().visitor.findUnique({ where: { id: young.id } })).toMatchObject({
      email: "a@example.com",
    });
    expect(createHash("sha256").update(old.token).digest("hex")).not.toBe(
      (await db().visitor.findUniqueOrThrow({ where: { id: old.id } })).tokenHash,
    );
  });
});
