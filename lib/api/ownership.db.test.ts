import { SignJWT } from "jose";
import { beforeEach, describe, expect, it } from "vitest";
import { ask } from "@/lib/api/testing/ask";
import { ClaimsToCheck, OwnedList } from "@/lib/domain/ownership/view";
import type { MemberActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { helperCards } from "@/lib/server/member/helper-cards";
import { forgetOrderNumbers } from "@/lib/server/ownership/forget-order-numbers";
import { resetDatabase } from "@/lib/server/testing/database";
import { hearEvents } from "@/lib/server/testing/heard";
import { makeBrand, makeMember, type TestBrand } from "@/lib/server/testing/world";

const city = "Volt 3 City";
const orderNumber = "ORDER-2025-0815";

let brand: TestBrand;
let helene: MemberActor;
let samir: MemberActor;
beforeEach(async () => {
  await resetDatabase();
  hearEvents();
  brand = await makeBrand();
  helene = await makeMember(brand, { name: "Hélène R.", role: "manager" });
  samir = await makeMember(brand);
});

const state = (by = samir, more: object = {}) =>
  ask(by, "POST", "/profile/ownerships", { product: city, since: "2025-01-10", orderNumber, ...more });
const owned = async (by = samir) => OwnedList.parse((await ask(by, "GET", "/profile/ownerships")).json);
const waiting = async () => ClaimsToCheck.parse((await ask(helene, "GET", "/ownership-claims")).json).claims;
type Seen = { id: string; statedAt: Date };
const seen = (): Promise<Seen> => db().ownershipClaim.findFirstOrThrow();
const decide = async (what: "confirm" | "decline", by = helene, claim?: Seen) => {
  const { id, statedAt } = claim ?? (await seen());
  const reason = what === "decline" ? { reason: "No such order" } : {};
  return ask(by, "POST", `/ownership-claims/${id}/${what}`, { statedAt: statedAt.toISOString(), ...reason });
};

/** Whether a text stands anywhere in what is stored. */
async function isStored(text: string): Promise<boolean> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`;
  for (const { name } of tables) {
    const [row] = await db().$queryRawUnsafe<{ found: boolean }[]>(
      `SELECT EXISTS (SELECT 1 FROM "${name}" t WHERE t::text LIKE '%' || $1 || '%') AS found`,
      text,
    );
    if (row?.found) return true;
  }
  return false;
}

describe("what a member says that he owns", () => {
  it("counts for nothing until a manager has found the order, whose number is then nowhere", async () => {
    expect((await state()).status).toBe(200);
    expect(await owned()).toMatchObject({ owned: [], claims: [{ product: city, hasOrder: true }] });
    const request = { memberId: samir.id, topicId: null, product: city };
    const now = new Date("2026-03-10T09:00:00Z");
    const card = async () => (await helperCards({ brandId: brand.id, requests: [request], now }))[0]?.owns;
    expect(await card()).toBeNull();
    expect(await waiting()).toMatchObject([{ member: { name: "Samir H." }, orderNumber }]);

    expect((await decide("confirm")).status).toBe(200);
    expect(await owned()).toMatchObject({
      owned: [{ product: city, since: "2025-01-10", proof: "order", provenBy: "Hélène R." }],
      claims: [],
    });
    expect(await card()).toEqual({ product: city, months: 14 });
    expect(await waiting()).toEqual([]);
    expect(await isStored(orderNumber)).toBe(false);
    expect(await isStored(city)).toBe(true);
    expect((await state()).code).toBe("OWNERSHIP_KNOWN");
  });

  it("is declined with a reason that he reads, and may be said again", async () => {
    await state();
    await decide("decline");
    expect(await owned()).toMatchObject({ claims: [{ declinedFor: "No such order", hasOrder: false }] });
    expect(await isStored(orderNumber)).toBe(false);
    expect(await waiting()).toEqual([]);
    await state();
    expect(await owned()).toMatchObject({ claims: [{ declinedFor: null }] });
    expect(await waiting()).toHaveLength(1);
  });

  it("is decided as it was looked at: what he has said again since is another", async () => {
    await state();
    const before = await seen();
    await db().ownershipClaim.updateMany({ data: { statedAt: later(before.statedAt, -60) } });
    const looked = await seen();
    await state(samir, { since: "2020-01-01", orderNumber: "ANOTHER" });
    for (const what of ["confirm", "decline"] as const)
      expect((await decide(what, helene, looked)).code).toBe("CHANGED_MEANWHILE");
    expect(await waiting()).toMatchObject([{ since: "2020-01-01", orderNumber: "ANOTHER" }]);
    expect((await decide("confirm")).status).toBe(200);
  });

  it("is decided once, however many decide at once", async () => {
    await state();
    const claim = await seen();
    const paul = await makeMember(brand, { name: "Paul", role: "manager" });
    const answers = await Promise.all([
      decide("confirm", helene, claim),
      decide("decline", paul, claim),
      decide("confirm", paul, claim),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404]);
    const { owned: now, claims } = await owned();
    expect(now.length + claims.length).toBe(1);
  });

  it("is never confirmed by himself, nor seen by another brand", async () => {
    await state(helene);
    const claim = await seen();
    expect(await waiting()).toEqual([]);
    expect((await decide("confirm", helene, claim)).code).toBe("OWN_MATTER");
    const stranger = await makeMember(await makeBrand(), { role: "admin" });
    expect((await decide("confirm", stranger, claim)).status).toBe(404);
    expect(await db().ownership.count()).toBe(0);
  });

  it("cannot have been bought the day after tomorrow", async () => {
    const since = later(new Date(), 3 * 86_400)
      .toISOString()
      .slice(0, 10);
    expect((await state(samir, { since })).code).toBe("INVALID_INPUT");
  });

  it("keeps an order's number for 30 days at most", async () => {
    await state();
    await forgetOrderNumbers({ now: later(new Date(), 29 * 86_400) });
    expect(await isStored(orderNumber)).toBe(true);
    await forgetOrderNumbers({ now: later(new Date(), 31 * 86_400) });
    expect(await isStored(orderNumber)).toBe(false);
    expect(await waiting()).toHaveLength(1);
  });

  it("is taken away by himself or a manager, and by nobody else", async () => {
    await ask(helene, "POST", `/members/${samir.id}/ownerships`, { product: city, since: "2025-01-10" });
    const [first] = (await owned()).owned;
    expect(first).toMatchObject({ proof: "checked", provenBy: "Hélène R." });
    const ingrid = await makeMember(brand, { name: "Ingrid S." });
    const path = `/profile/ownerships/${first?.id}`;
    expect((await ask(ingrid, "DELETE", path)).status).toBe(404);
    expect((await ask(samir, "DELETE", path)).json).toMatchObject({ owned: [] });
    const journal = await db().audit.findMany({ orderBy: { id: "asc" }, select: { action: true } });
    expect(journal.map(({ action }) => action)).toEqual(["vouched", "parted"]);
  });
});

describe("the brand's word", () => {
  const sign = (claims: object, secret = brand.site.secret, age = 0) =>
    new SignJWT({ owns: [{ product: city, since: "2024-05-01" }], ...claims })
      .setProtectedHeader({ alg: "HS256" })
      .setSubject("customer-4711")
      .setIssuedAt(Math.floor(Date.now() / 1000) - age)
      .sign(new TextEncoder().encode(secret));
  const bring = (token: string, by = samir) => ask(by, "POST", "/profile/ownerships/token", { token });

  it("proves at once, without the customer's name anywhere; twice is done already", async () => {
    await state();
    const token = await sign({});
    expect((await bring(token)).json).toMatchObject({ owned: [{ proof: "token", provenBy: null }] });
    expect((await bring(token)).json).toMatchObject({ owned: [{ product: city }], claims: [] });
    expect(await isStored("customer-4711")).toBe(false);
    expect(await isStored(orderNumber)).toBe(false);
  });

  it("speaks for one member alone, even of several who bring it at once", async () => {
    const ingrid = await makeMember(brand, { name: "Ingrid S." });
    const token = await sign({});
    const answers = await Promise.all([bring(token), bring(token, ingrid)]);
    expect(answers.map(({ code }) => code ?? "fine").sort()).toEqual(["OWNERSHIP_SPENT", "fine"]);
    expect(await db().ownership.count()).toBe(1);
  });

  it.each([
    ["signed by another brand's site", async () => sign({}, (await makeBrand()).site.secret)],
    ["older than an hour", () => sign({}, brand.site.secret, 3_700)],
    ["for another address", () => sign({ email: "somebody.else@example.com" })],
    ["of nothing", () => sign({ owns: [] })],
    ["that is no token", async () => "not-a-token"],
    ["without a signature", async () => `${(await sign({})).split(".").slice(0, 2).join(".")}.`],
  ])("is refused when it is %s", async (_, make) => {
    expect((await bring(await make())).code).toBe("OWNERSHIP_TOKEN_INVALID");
    expect(await db().ownership.count()).toBe(0);
  });
});
