import { readdirSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { beforeEach, describe, expect, it } from "vitest";
import { PastChats, ProfileView } from "@/lib/domain/member/profile-view";
import type { MemberActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { env } from "@/lib/server/env";
import { helperCards } from "@/lib/server/member/helper-cards";
import { resetDatabase } from "@/lib/server/testing/database";
import { hearEvents } from "@/lib/server/testing/heard";
import { signedIn } from "@/lib/server/testing/signed-in";
import {
  makeBrand,
  makeChat,
  makeMember,
  makeVisitor,
  morning,
  type TestBrand,
} from "@/lib/server/testing/world";
import { api } from "./app";

let brand: TestBrand;
let samir: MemberActor;
beforeEach(async () => {
  await resetDatabase();
  hearEvents();
  brand = await makeBrand();
  samir = await makeMember(brand, { name: "Samir H." });
});

async function ask(member: MemberActor, method: string, at: string, body?: unknown, slug = brand.slug) {
  const { "content-type": json, ...headers } = await signedIn(member);
  const answer = await api.request(`/api/brands/${slug}/profile${at}`, {
    method,
    headers: body instanceof FormData || json === undefined ? headers : { ...headers, "content-type": json },
    ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
  });
  return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
}

const codeOf = ({ json }: { json: Record<string, unknown> }) => (json.error as { code?: string })?.code;
const rowOf = ({ id }: { id: string }) => db().member.findUniqueOrThrow({ where: { id } });

function form(bytes: Uint8Array<ArrayBuffer>, name = "me.jpg") {
  const data = new FormData();
  data.set("file", new File([bytes], name));
  return data;
}

const photo = async () =>
  new Uint8Array(
    await sharp({ create: { width: 900, height: 600, channels: 3, background: "#3a6" } })
      .withExif({ IFD0: { Make: "Spy" }, IFD3: { GPSLatitude: "48/1 51/1 0/1" } })
      .jpeg()
      .toBuffer(),
  );

function storedFiles(): string[] {
  const folder = path.join(env().DATA_DIR, "attachments");
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);
  } catch {
    return [];
  }
}

describe("the profile", () => {
  it("is one's own, and nobody's of another brand", async () => {
    const elsewhere = await makeBrand();
    const profile = ProfileView.parse((await ask(samir, "GET", "")).json);
    expect(profile).toMatchObject({ name: "Samir H.", kind: "owner", notifications: { thanksMail: false } });
    expect(profile.notifications).not.toHaveProperty("leftMail");
    expect((await ask(samir, "GET", "", undefined, elsewhere.slug)).status).toBe(404);
    for (const [method, at] of [
      ["PATCH", ""],
      ["POST", "/leave"],
      ["DELETE", "/picture"],
    ] as const)
      expect((await ask(samir, method, at, { version: 1 }, elsewhere.slug)).status).toBe(404);
  });

  it("keeps what a member says of himself, and tells him when somebody was faster", async () => {
    const change = { version: 1, displayName: "Sam", languages: ["fr"], showsOnButton: true };
    expect((await ask(samir, "PATCH", "", change)).json).toEqual({ version: 2 });
    expect(await rowOf(samir)).toMatchObject({
      displayName: "Sam",
      languages: ["fr"],
      showsOnButton: true,
      version: 2,
    });
    expect(await db().audit.findFirst()).toMatchObject({
      action: "described",
      before: { displayName: "Samir H." },
      after: { displayName: "Sam" },
    });
    expect(codeOf(await ask(samir, "PATCH", "", change))).toBe("CHANGED_MEANWHILE");
    await ask(samir, "PATCH", "", { version: 2, notifications: { thanksMail: true } });
    expect((await rowOf(samir)).notifications).toEqual({ thanksMail: true });
    await ask(samir, "PATCH", "", { version: 3, notifications: { thanksMail: false } });
    expect((await rowOf(samir)).notifications).toEqual({});
  });

  it.each([
    { displayName: "" },
    { displayName: "call 0612345678" },
    { displayName: "a@b.example" },
    { languages: [] },
    { role: "admin" },
    { capacity: 4 },
    { notifications: { everything: true } },
    { displayName: { toString: "x" } },
  ])("refuses %j", async (change) => {
    expect(codeOf(await ask(samir, "PATCH", "", { version: 1, ...change }))).toBe("INVALID_INPUT");
  });
});

describe("a picture", () => {
  it("is a square of our own making, without what a camera wrote, by an address of our own", async () => {
    const { json } = await ask(samir, "POST", "/picture", form(await photo()));
    const { pictureUrl } = json as { pictureUrl: string };
    const answer = await api.request(pictureUrl);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "image/webp"]);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    const picture = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
    expect(picture).toMatchObject({ format: "webp", width: 256, height: 256 });
    expect(picture.exif).toBeUndefined();
    const [card] = await helperCards({
      brandId: brand.id,
      requests: [{ memberId: samir.id, topicId: null, product: null }],
      now: morning,
    });
    expect(card?.pictureUrl).toBe(pictureUrl);
  });

  it("is replaced and taken away with its file", async () => {
    const before = storedFiles().length;
    const first = (await ask(samir, "POST", "/picture", form(await photo()))).json.pictureUrl as string;
    const second = (await ask(samir, "POST", "/picture", form(await photo()))).json.pictureUrl as string;
    expect(second).not.toBe(first);
    expect(storedFiles()).toHaveLength(before + 1);
    expect((await api.request(first)).status).toBe(404);
    expect((await ask(samir, "DELETE", "/picture")).json).toEqual({ pictureUrl: null });
    expect((await api.request(second)).status).toBe(404);
    expect(storedFiles()).toHaveLength(before);
  });

  it("is refused when it is none, torn, or too large; what was there stays", async () => {
    const { pictureUrl } = (await ask(samir, "POST", "/picture", form(await photo()))).json;
    const torn = (await photo()).slice(0, 700);
    const wrong: [Uint8Array<ArrayBuffer>, string][] = [
      [
        new TextEncoder().encode("<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>"),
        "PICTURE_KIND_REFUSED",
      ],
      [new TextEncoder().encode("%PDF-1.4\n%%EOF"), "PICTURE_KIND_REFUSED"],
      [torn, "FILE_BROKEN"],
      [new Uint8Array(10_000_001), "FILE_TOO_LARGE"],
    ];
    for (const [bytes, code] of wrong)
      expect(codeOf(await ask(samir, "POST", "/picture", form(bytes))), code).toBe(code);
    expect((await ask(samir, "GET", "")).json.pictureUrl).toBe(pictureUrl);
  });

  it("is the only kind of file that its address gives out", async () => {
    expect((await api.request(`/api/pictures/${"f".repeat(32)}`)).status).toBe(404);
    expect((await api.request("/api/pictures/..%2F..%2Fsecrets.env")).status).toBe(400);
  });
});

describe("past chats", () => {
  async function makePast(endedAt: Date, member = samir) {
    const chat = await makeChat(brand, await makeVisitor(brand), member);
    await db().segment.update({ where: { id: chat.segment.id }, data: { state: "ended", endedAt } });
    await db().chat.update({ where: { id: chat.id }, data: { state: "ended", endedAt } });
    await db().member.update({ where: { id: member.id }, data: { load: 0 } });
    return chat;
  }

  it("are one's own, newest first, by pages, with what the visitor said", async () => {
    const nadia = await makeMember(brand, { name: "Nadia" });
    await makePast(later(morning, 5), nadia);
    const ids: string[] = [];
    for (let count = 0; count < 22; count += 1) ids.unshift((await makePast(later(morning, count))).id);
    const rated = await db().segment.findFirstOrThrow({
      where: { chatId: ids[0] },
      include: { chat: true },
    });
    await db().rating.create({
      data: {
        brandId: brand.id,
        chatId: rated.chatId,
        segmentId: rated.id,
        visitorId: rated.chat.visitorId,
        memberId: samir.id,
        stars: 5,
        solved: "yes",
        words: "Merci",
        ratedAt: morning,
      },
    });
    const read = async (query: string) => PastChats.parse((await ask(samir, "GET", `/chats${query}`)).json);
    const first = await read("");
    expect(first.chats.map(({ chatId }) => chatId)).toEqual(ids.slice(0, 20));
    expect(first.chats[0]?.rating).toEqual({ stars: 5, solved: "yes", words: "Merci" });
    expect(first.chats[1]?.rating).toBeNull();
    const second = await read(`?before=${first.next}`);
    expect(second).toMatchObject({ next: null });
    expect(second.chats.map(({ chatId }) => chatId)).toEqual(ids.slice(20));
  });

  it("do not hold the ones that are still carried", async () => {
    await makeChat(brand, await makeVisitor(brand), samir);
    expect((await ask(samir, "GET", "/chats")).json).toEqual({ chats: [], next: null });
  });
});

describe("going", () => {
  it("signs out on every device at once, and nobody else", async () => {
    const nadia = await makeMember(brand, { name: "Nadia" });
    const [here, there, hers] = [await signedIn(samir), await signedIn(samir), await signedIn(nadia)];
    const expiresAt = later(new Date(), 60);
    await db().lease.create({ data: { memberId: samir.id, screenId: "one", expiresAt } });
    const answer = await api.request("/api/account/sign-out-everywhere", { method: "POST", headers: here });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("set-cookie")).toMatch(/^next-auth\.session-token=;/);
    const look = async (headers: Record<string, string>) =>
      (await api.request(`/api/brands/${brand.slug}/profile`, { headers })).status;
    expect([await look(here), await look(there), await look(hers)]).toEqual([401, 401, 200]);
    const lease = await db().lease.findFirstOrThrow();
    expect(lease.expiresAt.getTime()).toBeLessThan(expiresAt.getTime());
  });

  it("is refused from another page", async () => {
    const { origin, ...headers } = await signedIn(samir);
    expect(origin).toBeTruthy();
    for (const at of ["/api/account/sign-out-everywhere", `/api/brands/${brand.slug}/profile/leave`]) {
      const foreign = { ...headers, origin: "https://evil.example" };
      expect((await api.request(at, { method: "POST", headers: foreign })).status).toBe(403);
    }
    expect((await rowOf(samir)).status).toBe("active");
  });

  it("leaves the brand, but not as its last admin", async () => {
    const alix = await makeMember(brand, { name: "Alix", role: "admin" });
    expect(codeOf(await ask(alix, "POST", "/leave"))).toBe("LAST_ADMIN");
    expect((await ask(samir, "POST", "/leave")).status).toBe(200);
    expect((await ask(samir, "GET", "")).status).toBe(404);
  });
});
