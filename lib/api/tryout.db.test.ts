import { beforeAll, describe, expect, it, vi } from "vitest";
import { tryoutNeeds, tryoutRounds } from "@/lib/domain/simulation/tryout";
import { TryoutView } from "@/lib/domain/simulation/tryout-view";
import type { MemberActor } from "@/lib/server/account/actor";
import { later, now } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { findMember } from "@/lib/server/member/find-member";
import { oneTryout } from "@/lib/server/simulation/one-tryout";
import { trySettings } from "@/lib/server/simulation/try-settings";
import { demoBrandSlug } from "@/lib/server/site/find-demo-site";
import { makeBrand, makeMember } from "@/lib/server/testing/world";
import { seedDemo } from "@/prisma/seed/demo";
import { ask, makeSettingsWorld, refusal } from "./testing/settings-world";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

/** The demonstration's brand has days that can be lived again; the other has none. */
let helene: MemberActor;
let other: Awaited<ReturnType<typeof makeSettingsWorld>>;
beforeAll(async () => {
  other = await makeSettingsWorld();
  await seedDemo({ shopOrigin: "http://127.0.0.1:3000", productOrigin: "http://localhost:3000" });
  const { userId } = await db().member.findFirstOrThrow({
    where: { displayName: "Hélène F.", brand: { slug: demoBrandSlug } },
  });
  const member = await findMember({ userId, brandSlug: demoBrandSlug });
  if (!member) throw new Error("the demonstration has no manager");
  helene = member;
});

const tryOut = (member: MemberActor, slug: string, body: object) =>
  ask(member, "POST", `/brands/${slug}/settings/try`, body);
const roomier = { newExpertCapacity: 3, confirmedExpertCapacity: 4 };

describe("a tryout of settings", () => {
  it("says what the demonstration's last days would have been, the same each time", async () => {
    const { status, json } = await tryOut(helene, demoBrandSlug, { settings: roomier, round: 0 });
    expect(status).toBe(200);
    const view = TryoutView.parse(json);
    if (view.kind !== "lived") throw new Error(view.kind);
    expect(view.questions).toBeGreaterThanOrEqual(tryoutNeeds);
    expect(view.was.missed).toBeGreaterThan(3);
    expect(view.tried.missed).toBeLessThan(view.now.missed);
    expect(view.tried.overloads).toBeGreaterThan(0);
    expect(view.now.overloads).toBe(0);
    expect(view.cutAt).toBeNull();
    expect(view.days).toHaveLength(7);
    expect(view.days.reduce((sum, day) => sum + day.now, 0)).toBe(view.now.missed);
    expect(view.days.reduce((sum, day) => sum + day.tried, 0)).toBe(view.tried.missed);
    const again = await tryOut(helene, demoBrandSlug, { settings: roomier, round: 0, until: view.until });
    expect(again.json).toEqual(json);
  });

  it("that changes nothing comes out as it is, whatever chance does", async () => {
    for (const round of [0, tryoutRounds - 1]) {
      const { json } = await tryOut(helene, demoBrandSlug, { settings: {}, round });
      expect(json).toMatchObject({ kind: "lived" });
      expect(json.tried).toEqual(json.now);
    }
  });

  it("saves nothing", async () => {
    const stored = () => db().brand.findUniqueOrThrow({ where: { slug: demoBrandSlug } });
    const before = await stored();
    await tryOut(helene, demoBrandSlug, { settings: { targetSeconds: 40, promiseSeconds: 60 }, round: 1 });
    expect(await stored()).toEqual(before);
  });

  it("needs enough of a past", async () => {
    const { json } = await tryOut(other.helene, other.brand.slug, { settings: roomier, round: 0 });
    expect(json).toEqual({ kind: "too-few", questions: 0, needed: tryoutNeeds });
  });

  it("runs once at a time for a brand", async () => {
    await oneTryout(helene.brandId, async () => {
      expect(await tryOut(helene, demoBrandSlug, { settings: {}, round: 0 })).toMatchObject({
        status: 409,
        json: refusal("TRYOUT_RUNS"),
      });
      expect(await tryOut(other.helene, other.brand.slug, { settings: {}, round: 0 })).toMatchObject({
        status: 200,
      });
    });
    expect(await tryOut(helene, demoBrandSlug, { settings: {}, round: 0 })).toMatchObject({ status: 200 });
  });

  it("ends when nobody waits for it any more, and lets the next one in", async () => {
    const input = { settings: {}, round: 0 };
    const gone = AbortSignal.abort(new Error("gone"));
    await expect(trySettings({ member: helene, input, now: now(), signal: gone })).rejects.toThrow("gone");
    expect(await tryOut(helene, demoBrandSlug, input)).toMatchObject({ status: 200 });
  });

  it.each([
    [{ settings: { newExpertCapacity: 5 }, round: 0 }, "settings.newExpertCapacity"],
    [{ settings: { callAt: 0.3 }, round: 0 }, "settings.callAt"],
    [{ settings: {}, round: tryoutRounds }, "round"],
    [{ settings: {}, round: 0, until: later(now(), 3_600).toISOString() }, "until"],
    [{ settings: {}, round: 0, until: "2026-01-01T00:00:00.000Z" }, "until"],
  ])("refuses %j", async (body, field) => {
    const { status, json } = await tryOut(helene, demoBrandSlug, body);
    expect(status).toBe(400);
    expect(json).toMatchObject({ error: { code: "INVALID_INPUT", params: { field } } });
  });

  it("is the managers' of that brand alone", async () => {
    const body = { settings: {}, round: 0 };
    const eve = await makeMember(await makeBrand(), { role: "admin" });
    expect(await tryOut(eve, other.brand.slug, body)).toMatchObject({
      status: 404,
      json: refusal("NOT_FOUND"),
    });
    const julien = await makeMember(other.brand, { role: "agent" });
    expect(await tryOut(julien, other.brand.slug, body)).toMatchObject({ status: 403 });
  });
});
