import { beforeEach, describe, expect, it, vi } from "vitest";
import { startOfDay } from "@/lib/domain/calendar/zone";
import { demoPersonas } from "@/lib/domain/demo/demo";
import { monthsSince } from "@/lib/domain/member/months";
import { AwardView } from "@/lib/domain/member/view";
import { findSessionUser } from "@/lib/server/account/find-session-user";
import { startDemoSession } from "@/lib/server/account/start-demo-session";
import { now } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { forgetEnv } from "@/lib/server/env";
import { demoBrandSlug } from "@/lib/server/site/find-demo-site";
import { resetDatabase } from "@/lib/server/testing/database";
import { seedDemo } from "@/prisma/seed/demo";

const origins = { shopOrigin: "http://127.0.0.1:3000", productOrigin: "http://localhost:3000" };

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
beforeEach(resetDatabase);

describe("seedDemo", () => {
  it("makes the brand once, however often and however many at once ask for it", async () => {
    await Promise.all([seedDemo(origins), seedDemo(origins)]);
    const site = await db().site.findFirstOrThrow();
    expect(site.allowedOrigins).toEqual(["http://127.0.0.1:3000", "http://localhost:3000"]);
    await seedDemo({ shopOrigin: "http://127.0.0.1:4000", productOrigin: "http://localhost:4000" });
    const again = await db().site.findMany();
    expect(again).toHaveLength(1);
    expect(again[0]).toMatchObject({
      id: site.id,
      publicKey: site.publicKey,
      allowedOrigins: ["http://127.0.0.1:4000", "http://localhost:4000"],
    });
    expect(await db().member.count()).toBe(7);
    expect(await db().roomMessage.count()).toBe((await db().room.findFirstOrThrow()).lastSeq);
  });

  it("brings its people, all paused, with the past that their thanks tell", async () => {
    await seedDemo(origins);
    const members = await db().member.findMany({
      include: {
        user: true,
        ownerships: true,
        topics: { include: { topic: true } },
        thanks: { include: { rating: { include: { chat: { include: { question: true } } } }, topic: true } },
        awards: { include: { badge: true } },
      },
    });
    const today = startOfDay(now(), "Europe/Paris");
    for (const { thanks, topics, ...member } of members) {
      expect(member.isOpen).toBe(false);
      expect(member.user.email).toMatch(/@example\.com$/);
      const counted = (slug: string) =>
        thanks.filter((word) => word.counts && word.topic?.slug === slug).length;
      for (const { topic, thanks: count } of topics) expect(count).toBe(counted(topic.slug));
      for (const { rating } of thanks) {
        const { askedAt } = rating.chat.question;
        expect(askedAt.getTime()).toBeLessThan(rating.ratedAt.getTime());
        expect(rating.ratedAt.getTime()).toBeLessThan(today.getTime());
      }
    }
    const byName = (name: string) => members.find(({ displayName }) => displayName === name)!;
    const nadia = byName("Nadia B.");
    expect(nadia.topics.find(({ topic }) => topic.slug === "battery")?.thanks).toBe(23);
    expect(monthsSince(nadia.ownerships[0]!.since, now())).toBe(14);
    expect(nadia.awards.map(({ badge }) => badge.key).sort()).toEqual([
      "language-1",
      "lasting-1",
      "thanks-1",
      "topic-battery-1",
      "topic-battery-2",
      "welcome-1",
    ]);
    expect(byName("Samir H.").thanks).toEqual([]);
    expect(byName("Samir H.").awards).toEqual([]);
    // One word of thanks more, and she has her battery badge.
    const ingrid = byName("Ingrid S.");
    expect(ingrid.topics.find(({ topic }) => topic.slug === "battery")?.thanks).toBe(4);
    expect(ingrid.awards.map(({ badge }) => badge.key).sort()).toEqual(["language-1", "welcome-1"]);
    for (const { awards } of members) {
      for (const { badge, evidence, awardedAt } of awards) {
        const { key, family, level, icon, names } = badge;
        const { count } = evidence as { count: number };
        const mark = { key, family, level, icon, names };
        expect(
          AwardView.safeParse({ badge: mark, awardedAt: awardedAt.toISOString(), count, topic: null }).error,
        ).toBe(undefined);
      }
    }
  });
});

describe("startDemoSession", () => {
  const ip = "127.0.0.1";

  beforeEach(async () => {
    await seedDemo(origins);
    process.env.ENTRAIDE_DEMO = "true";
    forgetEnv();
    return () => {
      delete process.env.ENTRAIDE_DEMO;
      forgetEnv();
    };
  });

  it("gives every person a real session and his screen", async () => {
    for (const persona of demoPersonas) {
      const { sessionToken, expires, location } = await startDemoSession({ persona, ip, now: now() });
      const userId = await findSessionUser({ sessionToken, now: now() });
      const user = await db().user.findUniqueOrThrow({ where: { id: userId ?? "" } });
      expect(user.email).toBe(`${persona}@example.com`);
      expect(expires.getTime()).toBeGreaterThan(now().getTime());
      expect(location).toBe(`/${demoBrandSlug}/${persona === "helene" ? "live" : "desk"}`);
    }
  });

  it.each(["203.0.113.9", "::ffff:203.0.113.9", "unknown"])("does not exist for %s", async (far) => {
    await expect(startDemoSession({ persona: "nadia", ip: far, now: now() })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await db().session.count()).toBe(0);
  });

  it("does not exist outside of the demonstration", async () => {
    process.env.ENTRAIDE_DEMO = "false";
    forgetEnv();
    await expect(startDemoSession({ persona: "nadia", ip, now: now() })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
