import { beforeEach, describe, expect, it } from "vitest";
import { api } from "@/lib/api/app";
import { VisitorState } from "@/lib/domain/question/view";
import type { MemberActor, VisitorActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { resetDatabase } from "@/lib/server/testing/database";
import { makePresent } from "@/lib/server/testing/flow";
import { hearEvents } from "@/lib/server/testing/heard";
import { makeBrowser, vouchFor } from "@/lib/server/testing/marked-visitor";
import {
  makeBrand,
  makeChat,
  makeQuestion,
  makeVisitor,
  morning,
  type TestBrand,
} from "@/lib/server/testing/world";
import { identifyVisitor } from "./identify-visitor";

let brand: TestBrand;
let samir: MemberActor;
let heard: ReturnType<typeof hearEvents>;
beforeEach(async () => {
  await resetDatabase();
  heard = hearEvents();
  brand = await makeBrand();
  samir = await makePresent(brand, { capacity: 4 });
});

/** What the panel of the browser with this token shows. */
async function panel(token: string): Promise<VisitorState> {
  const answer = await api.request("/api/visitor/state", { headers: { authorization: `Bearer ${token}` } });
  return VisitorState.parse(await answer.json());
}

/** The browser has asked already, before the brand vouches for it. */
async function identified(visitor: VisitorActor & { token: string }, mark = "marie") {
  await identifyVisitor({ visitor, token: await vouchFor(brand, mark) });
}

describe("browsers of one person", () => {
  it("find the running chat again, and write in it", async () => {
    const first = await makeBrowser(brand, "marie");
    const { id: chatId } = await makeChat(brand, first.visitor, samir);
    const second = await makeBrowser(brand, "marie");
    const shown = await panel(second.token);
    expect(shown.chat?.id).toBe(chatId);
    expect(shown.visitor.id).toBe(first.visitor.id);
    expect(heard.of(second.visitor.id)).toContain("sync");
    const headers = { authorization: `Bearer ${second.token}`, "content-type": "application/json" };
    const sent = await api.request(`/api/visitor/chats/${chatId}/messages`, {
      method: "POST",
      headers,
      body: JSON.stringify({ clientId: "from-the-phone", body: "It is me again" }),
    });
    expect(sent.status).toBe(200);
    expect((await panel(first.token)).messages.at(-1)?.body).toBe("It is me again");
    // And listens where the first one does, no longer where nothing is said.
    const hear = (visitorId: string) =>
      api.request("/api/realtime/visitor", {
        method: "POST",
        headers,
        body: JSON.stringify({ socketId: "1.1", channels: [`private-visitor-${visitorId}`] }),
      });
    expect((await hear(first.visitor.id)).status).toBe(200);
    expect((await hear(second.visitor.id)).status).toBe(404);
  });

  it("bring what each had asked before the brand vouched for it", async () => {
    const { visitor } = await makeBrowser(brand, "marie");
    await makeQuestion(brand, visitor, {
      state: "ended",
      clientId: "same-client-id",
      // Later than the one that runs, which is shown all the same.
      askedAt: later(morning, 60),
    });
    const phone = await makeVisitor(brand);
    const { id: chatId } = await makeChat(brand, phone, samir, { clientId: "same-client-id" });
    await identified(phone);
    expect((await panel(phone.token)).chat?.id).toBe(chatId);
    // The one whose question runs is the person.
    expect(await db().question.count({ where: { visitorId: phone.id } })).toBe(2);
    expect(await db().visitor.findUnique({ where: { id: visitor.id } })).toMatchObject({
      personId: phone.id,
      externalId: null,
      email: null,
      context: {},
    });
  });

  it("stay apart while both have a running question, and join afterwards", async () => {
    const first = await makeBrowser(brand, "marie");
    const chat = await makeChat(brand, first.visitor, samir);
    const phone = await makeVisitor(brand);
    const other = await makeChat(brand, phone, samir);
    await identified(phone);
    expect((await panel(phone.token)).chat?.id).toBe(other.id);
    expect((await panel(first.token)).chat?.id).toBe(chat.id);
    await db().question.update({ where: { id: chat.questionId }, data: { state: "ended" } });
    await identified(phone);
    expect((await panel(first.token)).chat?.id).toBe(other.id);
  });

  it("become one when they arrive in the same instant", async () => {
    const browsers = await Promise.all([1, 2, 3, 4].map(() => makeBrowser(brand, "marie")));
    const rows = await db().visitor.findMany({ where: { id: { in: browsers.map((b) => b.visitor.id) } } });
    expect(rows.filter(({ personId }) => personId === null)).toHaveLength(1);
    expect(new Set(rows.map(({ personId, id }) => personId ?? id)).size).toBe(1);
  });
});

describe("two people", () => {
  const alone = async () => (await db().visitor.count({ where: { personId: { not: null } } })) === 0;

  it("are never merged by an address or a name that somebody typed", async () => {
    const { visitor } = await makeBrowser(brand, "marie");
    await makeChat(brand, visitor, samir);
    const stranger = await makeVisitor(brand, { firstName: "Marie marie", email: "marie@example.com" });
    expect((await panel(stranger.token)).chat).toBeNull();
    const same = await makeVisitor(brand, { firstName: "Marie marie", email: "marie@example.com" });
    await makeQuestion(brand, same, { state: "left", leftEmail: "marie@example.com" });
    await identified(stranger, "somebody-else");
    expect((await panel(stranger.token)).chat).toBeNull();
    expect(await alone()).toBe(true);
  });

  it("are never merged by a forged token", async () => {
    await makeBrowser(brand, "marie");
    const stranger = await makeVisitor(brand);
    const other = await makeBrand();
    const { jwt } = await makeBrowser(other, "marie");
    await expect(identifyVisitor({ visitor: stranger, token: jwt })).rejects.toMatchObject({
      code: "IDENTITY_INVALID",
    });
    expect(await alone()).toBe(true);
    expect((await panel(stranger.token)).visitor.id).toBe(stranger.id);
  });

  it("are never merged across brands that give them the same name", async () => {
    await makeBrowser(brand, "marie");
    await makeBrowser(await makeBrand(), "marie");
    expect(await alone()).toBe(true);
  });
});
