import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { spend } from "@/lib/server/account/rate-limit";
import { db, pool } from "@/lib/server/database";
import { forgetEnv } from "@/lib/server/env";
import { resetDatabase } from "@/lib/server/testing/database";

function setting(values: { RATE_LIMITS?: string; ENTRAIDE_DEMO?: string }) {
  delete process.env.RATE_LIMITS;
  delete process.env.ENTRAIDE_DEMO;
  Object.assign(process.env, values);
  forgetEnv();
}

/** How many of so many requests at once pass. */
async function passing(requests: number, spending: Parameters<typeof spend>[0]): Promise<number> {
  const results = await Promise.allSettled(Array.from({ length: requests }, () => spend(spending)));
  return results.filter(({ status }) => status === "fulfilled").length;
}

const marie = { kind: "question", person: "marie", ip: "203.0.113.9" } as const;

beforeEach(resetDatabase);
beforeEach(() => {
  process.env.LOG_LEVEL = "error";
  return () => delete process.env.LOG_LEVEL;
});
afterEach(() => setting({}));

describe("spend", () => {
  it("lets six questions of a visitor through, of ten at once", async () => {
    expect(await passing(10, marie)).toBe(6);
    expect(await passing(1, { ...marie, person: "tomasz" })).toBe(1);
  });

  it("says when it is worth trying again", async () => {
    await passing(6, marie);
    const refusal: unknown = await spend(marie).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: "RATE_LIMITED" });
    const { retryAfterSeconds } = (refusal as { params: { retryAfterSeconds: number } }).params;
    expect(retryAfterSeconds).toBeGreaterThan(43_000);
    expect(retryAfterSeconds).toBeLessThanOrEqual(43_200);
  });

  it("counts a network as one, whoever its people say they are", async () => {
    const results: number[] = [];
    for (let person = 0; person < 40; person++) {
      results.push(await passing(1, { kind: "question", person: `${person}`, ip: `2001:db8::${person}` }));
    }
    expect(results.reduce((sum, passed) => sum + passed)).toBe(30);
    expect(await passing(1, { ...marie, ip: "2001:db8:0:1::1" })).toBe(1);
  });

  it("counts each kind apart", async () => {
    await passing(6, marie);
    expect(await passing(1, marie)).toBe(0);
    expect(await passing(1, { ...marie, kind: "message" })).toBe(1);
  });

  it("obeys the setting, and is generous in a demonstration", async () => {
    setting({ RATE_LIMITS: "question.person=2/60" });
    expect(await passing(4, marie)).toBe(2);
    setting({ ENTRAIDE_DEMO: "true" });
    expect(await passing(40, { ...marie, person: "tomasz", ip: "203.0.113.10" })).toBe(40);
    setting({ ENTRAIDE_DEMO: "true", RATE_LIMITS: "1" });
    expect(await passing(10, { ...marie, person: "elif", ip: "203.0.113.11" })).toBe(6);
  });

  it("stores no address", async () => {
    await spend({ kind: "sign-in", person: "nadia@example.com", ip: "203.0.113.9" });
    const keys = (await db().rateLimit.findMany()).map(({ key }) => key);
    expect(keys).toHaveLength(2);
    expect(keys.join()).not.toContain("nadia");
  });

  it("lets people through when its table is gone", async () => {
    await pool().query("alter table rate_limits rename to hidden_limits");
    try {
      expect(await passing(10, marie)).toBe(10);
    } finally {
      await pool().query("alter table hidden_limits rename to rate_limits");
    }
  });
});
