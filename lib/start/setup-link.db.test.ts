import { beforeEach, describe, expect, it } from "vitest";
import { now } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { forgetEnv } from "@/lib/server/env";
import { finishSetup } from "@/lib/server/setup/finish-setup";
import { resetDatabase } from "@/lib/server/testing/database";
import { setupLines } from "./setup-link";

beforeEach(async () => {
  await resetDatabase();
  return () => {
    delete process.env.ENTRAIDE_DEMO;
    forgetEnv();
  };
});

const tokenOf = (lines: string[]) => new URL(lines.at(-1) ?? "").searchParams.get("token") ?? "";

describe("setupLines", () => {
  it("print a link that works, another one at each start, and none once it was used", async () => {
    const first = tokenOf(await setupLines());
    const second = tokenOf(await setupLines());
    expect(second).not.toBe(first);
    const input = { name: "Claire", email: "claire@example.com" };
    await expect(
      finishSetup({ input: { ...input, token: first }, locale: "en", now: now() }),
    ).rejects.toThrow();
    await finishSetup({ input: { ...input, token: second }, locale: "en", now: now() });
    expect(await setupLines()).toEqual([]);
  });

  it("print nothing in a demonstration", async () => {
    process.env.ENTRAIDE_DEMO = "true";
    forgetEnv();
    expect(await setupLines()).toEqual([]);
    expect(await db().setupLink.count()).toBe(0);
  });
});
