import { describe, expect, it } from "vitest";
import { pool } from "@/lib/server/database";
import { env } from "@/lib/server/env";
import { freePort } from "@/lib/start/port";
import { prepareDatabase } from "@/lib/start/prepare-database";

function elsewhere(change: (url: URL) => void): string {
  const url = new URL(env().DATABASE_URL);
  change(url);
  return url.href;
}

describe("prepareDatabase", () => {
  it("finds nothing to do the second time, and leaves a job queue that statements can add to", async () => {
    expect(await prepareDatabase(env().DATABASE_URL)).toEqual({ applied: [] });
    const client = await pool().connect();
    try {
      await client.query("begin");
      const { rows } = await client.query("select (graphile_worker.add_job('test')).attempts");
      expect(rows).toEqual([{ attempts: 0 }]);
    } finally {
      await client.query("rollback");
      client.release();
    }
  });

  it("says plainly that a database cannot be reached, and never its password", async () => {
    const port = await freePort();
    const refused = [
      elsewhere((url) => {
        url.port = String(port);
      }),
      elsewhere((url) => {
        url.password = "wrong-secret";
      }),
      elsewhere((url) => {
        url.pathname = "/nowhere";
      }),
    ];
    for (const url of refused) {
      const attempt = prepareDatabase(url);
      await expect(attempt).rejects.toMatchObject({ code: "START_REFUSED" });
      await expect(attempt).rejects.toThrow(/cannot be reached: .+Check DATABASE_URL/);
      await expect(attempt).rejects.not.toThrow(/wrong-secret/);
    }
  });
});
