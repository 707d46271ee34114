import { beforeEach, describe, expect, it } from "vitest";
import { clientIpHeader } from "@/lib/api/limit";
import { forgetEnv } from "@/lib/server/env";
import { resetDatabase } from "@/lib/server/testing/database";
import { sharedPicture } from "./shared-picture";

const picture = { brandName: "Volt & Vélo", title: "Nadia B.", line: ["Volt 3 City"], badges: [] };
const ask = (ip: string, more: Record<string, string> = {}, facts = picture) =>
  sharedPicture(facts, new Headers({ [clientIpHeader]: ip, ...more }));

beforeEach(async () => {
  await resetDatabase();
  process.env.RATE_LIMITS = "picture.ip=2/3600";
  forgetEnv();
  return () => {
    delete process.env.RATE_LIMITS;
    forgetEnv();
  };
});

describe("a shared picture", () => {
  it("is drawn for an address so often, then refused with a time to come back", async () => {
    for (const more of [1, 2]) {
      const answer = await ask("203.0.113.7");
      expect([answer.status, answer.headers.get("content-type")], `${more}`).toEqual([200, "image/png"]);
      expect(new Uint8Array(await answer.arrayBuffer()).slice(1, 4)).toEqual(new Uint8Array([80, 78, 71]));
    }
    const refused = await ask("203.0.113.7");
    expect(refused.status).toBe(429);
    const seconds = Number(refused.headers.get("retry-after"));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(3_600);
    expect(refused.headers.get("cache-control")).toBe("no-store");
    expect((await ask("203.0.113.8")).status).toBe(200);
  });

  it("is kept for an hour, and neither drawn nor counted again for who has it", async () => {
    const first = await ask("203.0.113.7");
    expect(first.headers.get("cache-control")).toBe("public, max-age=3600");
    const tag = first.headers.get("etag") ?? "";
    expect(tag).toMatch(/^"[0-9a-f]{32}"$/);
    for (const known of [tag, `W/${tag}`, `"another", ${tag}`]) {
      const again = await ask("203.0.113.7", { "if-none-match": known });
      expect([again.status, again.headers.get("etag"), await again.text()]).toEqual([304, tag, ""]);
    }
    const changed = await ask("203.0.113.7", { "if-none-match": tag }, { ...picture, title: "Nadia C." });
    expect(changed.status).toBe(200);
    expect(changed.headers.get("etag")).not.toBe(tag);
  });
});
