import { createECDH, randomBytes } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { resetDatabase } from "@/lib/server/testing/database";
import { hearEvents } from "@/lib/server/testing/heard";
import { signedIn } from "@/lib/server/testing/signed-in";
import { makeBrand, makeMember, type TestBrand } from "@/lib/server/testing/world";
import { api } from "./app";

let brand: TestBrand;
let samir: MemberActor;
beforeEach(async () => {
  await resetDatabase();
  hearEvents();
  brand = await makeBrand();
  samir = await makeMember(brand);
});

async function ask(
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
  slug = brand.slug,
) {
  const answer = await api.request(`/api/brands/${slug}${path}`, {
    method,
    headers: headers ?? (await signedIn(samir)),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const json = (await answer.json()) as Record<string, unknown>;
  return { status: answer.status, json, code: (json.error as { code?: string } | undefined)?.code };
}

function browser(endpoint = "https://push.example.com/send/1") {
  const pair = createECDH("prime256v1");
  pair.generateKeys();
  return {
    endpoint,
    keys: { p256dh: pair.getPublicKey("base64url"), auth: randomBytes(16).toString("base64url") },
  };
}

describe("messages to a browser", () => {
  it("are allowed with the installation's key, renewed, and ended", async () => {
    const { json } = await ask("GET", "/push");
    expect(Buffer.from(String(json.publicKey), "base64url")).toHaveLength(65);
    const headers = await signedIn(samir);
    const first = browser();
    expect((await ask("POST", "/push", first, headers)).status).toBe(200);
    const second = browser();
    expect((await ask("POST", "/push", second, headers)).status).toBe(200);
    const session = await db().session.findFirstOrThrow({
      where: { userId: samir.userId },
      orderBy: { expires: "desc" },
    });
    expect(await db().pushSubscription.findMany()).toMatchObject([
      { userId: samir.userId, sessionId: session.id, ...second.keys },
    ]);
    const nadia = await makeMember(brand, { name: "Nadia B." });
    await ask("DELETE", "/push", { endpoint: second.endpoint }, await signedIn(nadia));
    expect(await db().pushSubscription.count()).toBe(1);
    expect((await ask("DELETE", "/push", { endpoint: second.endpoint })).status).toBe(200);
    expect(await db().pushSubscription.count()).toBe(0);
  });

  it.each([
    "http://push.example.com/1",
    "https://localhost/1",
    "https://192.168.0.1/1",
    "https://2130706433/1",
    "https://push.example.com:444/1",
    "file:///etc/passwd",
    "",
  ])("are refused to go to %j", async (endpoint) => {
    expect(await ask("POST", "/push", browser(endpoint))).toMatchObject({
      status: 400,
      code: "INVALID_INPUT",
    });
    expect(await db().pushSubscription.count()).toBe(0);
  });

  it("are refused with keys that are none", async () => {
    const { endpoint, keys } = browser();
    for (const wrong of [
      { ...keys, p256dh: "short" },
      { ...keys, auth: "short" },
      { ...keys, p256dh: { toString: "x" } },
      {},
    ])
      expect((await ask("POST", "/push", { endpoint, keys: wrong })).status).toBe(400);
  });

  it("are for members alone, in their own brand, from our own pages", async () => {
    const other = await makeBrand();
    expect((await ask("POST", "/push", browser(), undefined, other.slug)).code).toBe("NOT_FOUND");
    expect((await ask("POST", "/push", browser(), { "content-type": "application/json" })).code).toBe(
      "SIGNED_OUT",
    );
    const foreign = { ...(await signedIn(samir)), origin: "https://evil.example.com" };
    expect((await ask("POST", "/push", browser(), foreign)).code).toBe("ORIGIN_REFUSED");
    await db().member.update({ where: { id: samir.id }, data: { status: "suspended" } });
    expect((await ask("POST", "/push", browser())).code).toBe("NOT_FOUND");
  });

  it("reach ten browsers of a person; the oldest make room", async () => {
    for (let i = 0; i < 12; i++) await ask("POST", "/push", browser(`https://push.example.com/${i}`));
    expect(await db().pushSubscription.count()).toBe(10);
    expect(await db().pushSubscription.count({ where: { endpoint: "https://push.example.com/11" } })).toBe(1);
  });
});

describe("one's own time", () => {
  it("is read and saved in parts, and is nobody else's", async () => {
    const quietHours = { from: "22:00", to: "07:00" };
    expect(await ask("PATCH", "/habits", { quietHours, timeZone: "America/New_York" })).toMatchObject({
      status: 200,
      json: { quietHours, timeZone: "America/New_York", isOwnZone: true, energyBudget: 0, energy: null },
    });
    expect((await ask("PATCH", "/habits", { energyBudget: null })).json).toMatchObject({
      quietHours,
      energy: 6,
    });
    expect((await ask("PATCH", "/habits", { quietHours: null })).json).toMatchObject({ quietHours: null });
    expect(await db().audit.count()).toBe(0);
    const other = await makeBrand();
    for (const [method, path] of [
      ["GET", "/habits"],
      ["PATCH", "/habits"],
      ["PUT", "/habits/vacation"],
      ["DELETE", "/habits/vacation"],
      ["POST", "/desk/breath"],
    ] as const) {
      const body = method === "GET" ? undefined : { from: "2999-01-01", to: null };
      expect((await ask(method, path, body, undefined, other.slug)).code, path).toBe("NOT_FOUND");
    }
  });

  it.each([
    { energyBudget: "6" },
    { energyBudget: 1.5 },
    { quietHours: { from: "22:00", to: "22:00" } },
    { quietHours: { from: "7", to: "8" } },
    { timeZone: "Nowhere/Land" },
    { habits: [] },
    { habits: { 0: [] } },
    { unknown: true },
  ])("is refused as %j", async (body) => {
    expect(await ask("PATCH", "/habits", body)).toMatchObject({ status: 400, code: "INVALID_INPUT" });
  });

  it("has vacations of days that are to come", async () => {
    const vacation = { from: "2999-08-03", to: "2999-08-09" };
    expect((await ask("PUT", "/habits/vacation", vacation)).json).toMatchObject({
      vacation: { ...vacation, isOn: false },
    });
    for (const wrong of [
      { from: "2999-08-03", to: "2999-08-02" },
      { from: "2000-08-03", to: "2000-08-04" },
      { from: "tomorrow", to: null },
      { from: "2999-08-03" },
    ])
      expect((await ask("PUT", "/habits/vacation", wrong)).status).toBe(400);
    expect((await ask("DELETE", "/habits/vacation")).json).toMatchObject({ vacation: null });
  });
});
