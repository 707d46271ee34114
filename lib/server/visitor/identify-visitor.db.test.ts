import { SignJWT } from "jose";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/server/database";
import { resetDatabase } from "@/lib/server/testing/database";
import { makeBrand, makeVisitor, type TestBrand } from "@/lib/server/testing/world";
import { identifyVisitor } from "./identify-visitor";
import { visitorProfiles } from "./visitor-profiles";

let brand: TestBrand;
beforeEach(async () => {
  await resetDatabase();
  brand = await makeBrand();
});

const marie = {
  sub: "customer-7",
  email: "marie@example.com",
  name: "Marie Lefèvre",
  facts: { order: "VV-20418" },
};

function sign(claims: Record<string, unknown>, { secret = brand.site.secret, issued = new Date() } = {}) {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: "HS256" })
    .setIssuedAt(issued)
    .sign(new TextEncoder().encode(secret));
}

async function profileOf(visitorId: string) {
  return (await visitorProfiles({ brandId: brand.id, visitorIds: [visitorId], now: new Date() })).get(
    visitorId,
  );
}

describe("identifyVisitor", () => {
  it("shows staff what the brand vouched for", async () => {
    const visitor = await makeVisitor(brand);
    await identifyVisitor({ visitor, token: await sign(marie) });
    expect(await profileOf(visitor.id)).toMatchObject({
      name: "Marie Lefèvre",
      email: "marie@example.com",
      isVerified: true,
      facts: [{ label: "order", value: "VV-20418" }],
    });
  });

  it("may be repeated by the same person, and never makes one visitor two people", async () => {
    const visitor = await makeVisitor(brand);
    await identifyVisitor({ visitor, token: await sign(marie) });
    await identifyVisitor({ visitor, token: await sign({ ...marie, name: "Marie L." }) });
    const other = sign({ ...marie, sub: "customer-8", name: "Tomasz" });
    await expect(identifyVisitor({ visitor, token: await other })).rejects.toMatchObject({
      code: "IDENTITY_INVALID",
    });
    expect((await profileOf(visitor.id))?.name).toBe("Marie L.");
  });

  it.each([
    ["another site's secret", async () => sign(marie, { secret: (await makeBrand()).site.secret })],
    ["an old token", () => sign(marie, { issued: new Date(Date.now() - 2 * 3_600_000) })],
    ["no name of the person", () => sign({ email: marie.email })],
    ["an address that is none", () => sign({ ...marie, email: "marie" })],
    ["no signature", async () => `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify(marie))}.`],
    ["no token at all", async () => "hello"],
  ])("refuses %s, and changes nothing", async (_what, token) => {
    const visitor = await makeVisitor(brand);
    await expect(identifyVisitor({ visitor, token: await token() })).rejects.toMatchObject({
      code: "IDENTITY_INVALID",
    });
    expect(await db().visitor.findUniqueOrThrow({ where: { id: visitor.id } })).toMatchObject({
      externalId: null,
      email: null,
      profile: {},
    });
  });
});
