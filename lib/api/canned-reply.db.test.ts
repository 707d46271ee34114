import { beforeEach, describe, expect, it } from "vitest";
import type { CannedReply } from "@/lib/domain/canned-reply/view";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { resetDatabase } from "@/lib/server/testing/database";
import { signedIn } from "@/lib/server/testing/signed-in";
import { makeBrand, makeMember, type TestBrand } from "@/lib/server/testing/world";
import { api } from "./app";

let brand: TestBrand;
let julien: MemberActor;
beforeEach(async () => {
  await resetDatabase();
  brand = await makeBrand();
  julien = await makeMember(brand, { name: "Julien", role: "agent" });
});

const range = { shortcut: "range", title: "Range", body: "About 80 km.", language: "en" };

async function ask(
  member: MemberActor,
  method: string,
  path: string,
  body?: unknown,
  slug = brand.slug,
): Promise<{ status: number; json: Record<string, unknown> }> {
  const answer = await api.request(`/api/brands/${slug}/replies${path}`, {
    method,
    headers: await signedIn(member),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
}

async function make(words: Record<string, unknown> = {}): Promise<CannedReply> {
  const { status, json } = await ask(julien, "POST", "", { ...range, ...words });
  expect(status, JSON.stringify(json)).toBe(200);
  return json as CannedReply;
}

const list = async () => (await ask(julien, "GET", "")).json.replies as CannedReply[];
const journal = () =>
  db().audit.findMany({
    where: { brandId: brand.id, subject: { startsWith: "reply:" } },
    orderBy: { id: "asc" },
  });

describe("canned replies", () => {
  it("are added, changed and removed by staff, each with its line in the journal", async () => {
    const { id } = await make({ shortcut: "  Autonomie-Été " });
    expect((await list()).map(({ shortcut, version }) => [shortcut, version])).toEqual([
      ["autonomie-été", 1],
    ]);
    const changed = await ask(julien, "PATCH", `/${id}`, { ...range, body: "About 90 km.", version: 1 });
    expect(changed.json).toEqual({ id, ...range, body: "About 90 km.", version: 2 });
    expect((await ask(julien, "DELETE", `/${id}?version=2`)).status).toBe(200);
    expect(await list()).toEqual([]);
    expect(
      (await journal()).map(({ action, actorId, before, after }) => [action, actorId, before, after]),
    ).toEqual([
      ["created", julien.id, null, { ...range, shortcut: "autonomie-été" }],
      [
        "changed",
        julien.id,
        { shortcut: "autonomie-été", body: "About 80 km." },
        { shortcut: "range", body: "About 90 km." },
      ],
      ["removed", julien.id, { ...range, body: "About 90 km." }, null],
    ]);
  });

  it("have one of a shortcut in each language", async () => {
    const english = await make();
    const french = await make({ language: "fr", body: "Environ 80 km." });
    expect((await ask(julien, "POST", "", range)).json).toMatchObject({ error: { code: "SHORTCUT_TAKEN" } });
    const moved = await ask(julien, "PATCH", `/${french.id}`, { ...range, body: "Environ", version: 1 });
    expect(moved).toMatchObject({ status: 409, json: { error: { code: "SHORTCUT_TAKEN" } } });
    expect(await list()).toEqual([english, french]);
    expect(await journal()).toHaveLength(2);
  });

  it("tell the second of two who edit at once, name the first, and lose nothing", async () => {
    const { id } = await make();
    const camille = await makeMember(brand, { name: "Camille", role: "manager" });
    await ask(camille, "PATCH", `/${id}`, { ...range, body: "Mine", version: 1 });
    const second = await ask(julien, "PATCH", `/${id}`, { ...range, body: "His", version: 1 });
    expect(second).toEqual({
      status: 409,
      json: { error: { code: "CHANGED_MEANWHILE", params: { name: "Camille" } } },
    });
    expect((await ask(julien, "DELETE", `/${id}?version=1`)).status).toBe(409);
    expect(await list()).toMatchObject([{ body: "Mine", version: 2 }]);
  });

  it("keep one of two changes that arrive together", async () => {
    const { id } = await make();
    const both = await Promise.all(
      ["One", "Two"].map((body) => ask(julien, "PATCH", `/${id}`, { ...range, body, version: 1 })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await list())[0]?.version).toBe(2);
  });

  it("saved as they are leave no trace", async () => {
    const { id } = await make();
    expect((await ask(julien, "PATCH", `/${id}`, { ...range, version: 1 })).json.version).toBe(1);
    expect(await journal()).toHaveLength(1);
  });

  it.each([
    ["an empty shortcut", { shortcut: "" }],
    ["a slash in the shortcut", { shortcut: "/range" }],
    ["spaces in the shortcut", { shortcut: "the range" }],
    ["an object for the shortcut", { shortcut: { contains: "a" } }],
    ["no words", { body: "   " }],
    ["words with NUL", { body: "a\0b" }],
    ["too many words", { body: "a".repeat(4_001) }],
    ["another language", { language: "de" }],
    ["a field that is not known", { brandId: "x" }],
  ])("refuse %s", async (_what, words) => {
    expect((await ask(julien, "POST", "", { ...range, ...words })).status).toBe(400);
    expect(await list()).toEqual([]);
  });

  it("are nothing for experts, other brands and strangers", async () => {
    const { id } = await make();
    const requests = [
      ["GET", "", undefined],
      ["POST", "", { ...range, shortcut: "other" }],
      ["PATCH", `/${id}`, { ...range, body: "Changed", version: 1 }],
      ["DELETE", `/${id}?version=1`, undefined],
    ] as const;
    const expert = await makeMember(brand);
    const other = await makeBrand();
    const foreigner = await makeMember(other, { role: "admin" });
    for (const [method, path, body] of requests) {
      expect((await ask(expert, method, path, body)).status, method).toBe(403);
      expect((await ask(foreigner, method, path, body)).status, method).toBe(404);
      const nobody = await api.request(`/api/brands/${brand.slug}/replies${path}`, { method });
      expect(nobody.status, method).toBe(401);
      // Another brand's reply does not exist behind one's own door.
      if (path) expect((await ask(foreigner, method, path, body, other.slug)).status, method).toBe(404);
    }
    expect(await list()).toMatchObject([{ id, body: range.body, version: 1 }]);
  });
});
