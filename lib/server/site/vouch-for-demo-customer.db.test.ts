import { beforeEach, describe, expect, it } from "vitest";
import { later, now } from "@/lib/server/clock";
import { forgetEnv } from "@/lib/server/env";
import { resetDatabase } from "@/lib/server/testing/database";
import { makeBrand, makeVisitor } from "@/lib/server/testing/world";
import { identifyVisitor } from "@/lib/server/visitor/identify-visitor";
import { visitorProfiles } from "@/lib/server/visitor/visitor-profiles";
import { demoBrandSlug } from "./find-demo-site";
import { vouchForDemoCustomer } from "./vouch-for-demo-customer";

const claims = { sub: "C-7", name: "Marie Lefèvre", email: "marie@example.com", facts: { Order: "VV-1" } };

function inMode(demo: boolean) {
  process.env.ENTRAIDE_DEMO = String(demo);
  forgetEnv();
}

beforeEach(async () => {
  await resetDatabase();
  inMode(true);
  return () => {
    delete process.env.ENTRAIDE_DEMO;
    forgetEnv();
  };
});

describe("vouchForDemoCustomer", () => {
  it("gives a token that the demo's site takes, and no other site", async () => {
    const other = await makeBrand();
    const brand = await makeBrand({ slug: demoBrandSlug });
    const token = (await vouchForDemoCustomer({ claims, lifeSeconds: 60, now: now() })) ?? "";
    const visitor = await makeVisitor(brand);
    await identifyVisitor({ visitor, token });
    const profiles = await visitorProfiles({ brandId: brand.id, visitorIds: [visitor.id], now: now() });
    expect(profiles.get(visitor.id)).toMatchObject({
      isVerified: true,
      name: "Marie Lefèvre",
      email: "marie@example.com",
      facts: [{ label: "Order", value: "VV-1" }],
    });
    await expect(identifyVisitor({ visitor: await makeVisitor(other), token })).rejects.toMatchObject({
      code: "IDENTITY_INVALID",
    });
  });

  it("gives a token that is soon too old", async () => {
    const brand = await makeBrand({ slug: demoBrandSlug });
    const token = await vouchForDemoCustomer({ claims, lifeSeconds: 60, now: later(now(), -120) });
    await expect(
      identifyVisitor({ visitor: await makeVisitor(brand), token: token ?? "" }),
    ).rejects.toMatchObject({ code: "IDENTITY_INVALID" });
  });

  it("gives nothing outside of the demonstration, nor without its brand", async () => {
    expect(await vouchForDemoCustomer({ claims, lifeSeconds: 60, now: now() })).toBeNull();
    await makeBrand({ slug: demoBrandSlug });
    inMode(false);
    expect(await vouchForDemoCustomer({ claims, lifeSeconds: 60, now: now() })).toBeNull();
  });
});
