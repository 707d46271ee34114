import { beforeEach, describe, expect, it } from "vitest";
import { readFilter } from "@/lib/domain/conversation/schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { exportConversations } from "@/lib/server/conversation/export-conversations";
import { getConversation } from "@/lib/server/conversation/get-conversation";
import { db } from "@/lib/server/database";
import { resetDatabase } from "@/lib/server/testing/database";
import { signedIn } from "@/lib/server/testing/signed-in";
import {
  makeBrand,
  makeChat,
  makeMember,
  makeQuestion,
  makeVisitor,
  morning,
  type TestBrand,
} from "@/lib/server/testing/world";
import { api } from "./app";

let brand: TestBrand;
let julien: MemberActor;
beforeEach(async () => {
  await resetDatabase();
  brand = await makeBrand();
  julien = await makeMember(brand, { name: "Julien", role: "agent", capacity: 4 });
});

async function ask(member: MemberActor, method: string, path: string, body?: unknown, slug = brand.slug) {
  return api.request(`/api/brands/${slug}${path}`, {
    method,
    headers: await signedIn(member),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

const notes = async (questionId: string, member = julien) =>
  (await getConversation({ member, questionId, now: morning })).notes;

describe("notes", () => {
  it("are read by all staff, and deleted and brought back by who wrote them", async () => {
    const { questionId } = await makeChat(brand, await makeVisitor(brand), julien);
    const camille = await makeMember(brand, { name: "Camille", role: "manager" });
    const path = `/conversations/${questionId}/notes`;
    const written = (await (await ask(julien, "POST", path, { body: "  Call back  " })).json()) as {
      id: string;
    };
    expect(await notes(questionId, camille)).toMatchObject([
      { author: "Julien", isOwn: false, body: "Call back" },
    ]);
    expect((await ask(camille, "DELETE", `/notes/${written.id}`)).status).toBe(404);
    expect((await ask(julien, "DELETE", `/notes/${written.id}`)).status).toBe(200);
    expect(await notes(questionId)).toEqual([]);
    expect((await ask(camille, "POST", `/notes/${written.id}/restore`)).status).toBe(404);
    expect((await ask(julien, "POST", `/notes/${written.id}/restore`)).status).toBe(200);
    expect(await notes(questionId)).toMatchObject([{ isOwn: true }]);
    for (const body of ["", "   ", "a".repeat(4_001), "a\0b", { body: "x" }])
      expect((await ask(julien, "POST", path, { body })).status).toBe(400);
  });

  it("never reach visitor and expert", async () => {
    const visitor = await makeVisitor(brand);
    const samir = await makeMember(brand, { name: "Samir" });
    const { questionId, id: chatId } = await makeChat(brand, visitor, samir);
    await ask(julien, "POST", `/conversations/${questionId}/notes`, { body: "Secretword" });
    const headers = { authorization: `Bearer ${visitor.token}` };
    const answers = [
      await api.request("/api/visitor/state", { headers }),
      await api.request("/api/visitor/export", { headers }),
      await api.request(`/api/visitor/chats/${chatId}/messages?after=0`, { headers }),
      await ask(samir, "GET", `/chats/${chatId}/messages?after=0`),
      await ask(samir, "GET", "/desk"),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(200);
      expect(await answer.text()).not.toContain("Secretword");
    }
  });
});

describe("conversations.csv", () => {
  async function csv(params = "") {
    const answer = await ask(julien, "GET", `/conversations.csv${params}`);
    // Not text(), which would take the mark at the beginning away.
    return { answer, text: Buffer.from(await answer.arrayBuffer()).toString("utf8") };
  }

  it("holds the rows of the filters, in the brand's time, with nothing that a spreadsheet runs", async () => {
    const visitor = await makeVisitor(brand, { firstName: "=HYPERLINK(1)" });
    await makeChat(brand, visitor, julien, { text: '@SUM("a", b)\nand more', promiseKept: true });
    await makeQuestion(brand, await makeVisitor(brand), { state: "left", text: "Another" });
    const { answer, text } = await csv("?state=running&lang=fr");
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="conversations.csv"');
    const [head, ...rest] = text.split("\r\n");
    expect(head).toMatch(/^\uFEFFPosée \(Europe\/Paris\),État,Sujet,/);
    expect(rest.join("\r\n")).toContain(
      `2026-03-10 10:00:00,En cours,Batterie,"'@SUM(""a"", b)\nand more",'=HYPERLINK(1),en,Julien,0,,Promesse tenue,,,1,`,
    );
    expect(text).not.toContain("Another");
    expect((await csv("?stars=9&lang=xx")).text.split("\r\n")).toHaveLength(4);
  });

  it("says in its last line when there are more than it may hold", async () => {
    for (const text of ["One", "Two", "Three"])
      await makeQuestion(brand, await makeVisitor(brand), { text, state: "withdrawn" });
    const read = async (mostRows: number) => {
      const pieces = exportConversations({ member: julien, filter: readFilter({}), locale: "en", mostRows });
      let text = "";
      for await (const piece of pieces) text += piece;
      return text.trimEnd().split("\r\n");
    };
    expect(await read(3)).toHaveLength(4);
    const cut = await read(2);
    expect(cut).toHaveLength(4);
    expect(cut.at(-1)).toMatch(/only the newest 2 are in this file/);
  });
});

it("conversations are nothing for experts, other brands and strangers", async () => {
  const { questionId, id: chatId } = await makeChat(brand, await makeVisitor(brand), julien);
  const note = { brandId: brand.id, questionId, memberId: julien.id, body: "A note", writtenAt: morning };
  const { id: noteId } = await db().note.create({ data: note });
  const { visitorId } = await db().chat.findUniqueOrThrow({ where: { id: chatId } });
  const requests = [
    ["GET", "/conversations.csv", undefined],
    ["POST", `/conversations/${questionId}/notes`, { body: "Mine" }],
    ["DELETE", `/notes/${noteId}`, undefined],
    ["POST", `/notes/${noteId}/restore`, undefined],
    ["GET", `/visitors/${visitorId}/export`, undefined],
  ] as const;
  const expert = await makeMember(brand);
  const other = await makeBrand();
  const foreigner = await makeMember(other, { role: "admin" });
  for (const [method, path, body] of requests) {
    expect((await ask(expert, method, path, body)).status, path).toBe(403);
    expect((await ask(foreigner, method, path, body)).status, path).toBe(404);
    expect((await api.request(`/api/brands/${brand.slug}${path}`, { method })).status, path).toBe(401);
    if (path !== "/conversations.csv")
      expect((await ask(foreigner, method, path, body, other.slug)).status, path).toBe(404);
  }
  await expect(getConversation({ member: foreigner, questionId, now: morning })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  expect(await notes(questionId)).toMatchObject([{ body: "A note" }]);
});
