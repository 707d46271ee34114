import { readdir } from "node:fs/promises";
import path from "node:path";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { env } from "@/lib/server/env";
import { findJobs, findSequences } from "@/lib/start/database-tables";
import { prepareDatabase } from "@/lib/start/prepare-database";
import {
  connected,
  contentOf,
  filesOf,
  makeDatabase,
  makeInstallation,
} from "@/lib/start/testing/installation";

let home: Awaited<ReturnType<typeof makeInstallation>>;

beforeAll(async () => {
  home = await makeInstallation();
  await home.backup();
});
afterAll(() => home.end());

describe("a backup and its restore", () => {
  it("give every row, file, number and waiting job back, into a database that has no tables", async () => {
    const [url, dataDir] = [await makeDatabase(), await home.newTarget()];
    await home.restore({ databaseUrl: url, dataDir });

    const before = await contentOf(home.url);
    expect(before.messages?.length).toBe(3);
    expect(before.routing_events?.length).toBeGreaterThanOrEqual(500);
    expect(before.attachments?.length).toBe(2);
    expect(before.thanks?.length).toBeGreaterThan(0);
    expect(await contentOf(url)).toEqual(before);

    const files = await filesOf(env().DATA_DIR);
    expect(Object.keys(files).length).toBe(2);
    expect(await filesOf(dataDir)).toEqual(files);

    const read = <T>(address: string, what: (client: pg.Client) => Promise<T>) => connected(address, what);
    expect(await read(url, findSequences)).toEqual(await read(home.url, findSequences));
    const jobs = await read(url, findJobs);
    expect(jobs).toEqual(await read(home.url, findJobs));
    expect(jobs.map(({ task }) => task)).toContain("send-mail");
  });

  it("leave a database that guards itself as before", async () => {
    const url = await makeDatabase();
    await home.restore({ databaseUrl: url, dataDir: await home.newTarget() });
    const guards = `
      SELECT conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid) AS guard
      FROM pg_constraint WHERE connamespace = 'public'::regnamespace
      UNION ALL
      SELECT tgrelid::regclass::text || ' ' || tgname || ' ' || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
      ORDER BY 1`;
    const guardsOf = (address: string) =>
      connected(address, async (client) => (await client.query<{ guard: string }>(guards)).rows);
    expect(await guardsOf(url)).toEqual(await guardsOf(home.url));
    await connected(url, async (client) => {
      await expect(client.query("DELETE FROM audits")).rejects.toThrow(/append only/);
      // The numbers go on behind the highest.
      await client.query(
        `INSERT INTO routing_events (brand_id, question_id, kind, at)
         SELECT brand_id, question_id, 'next', at FROM routing_events LIMIT 1`,
      );
    });
    expect((await prepareDatabase(url)).applied).toEqual([]);
  });

  it("fit into a database that a first start has prepared, whose setup link is worth nothing then", async () => {
    const url = await makeDatabase();
    await prepareDatabase(url);
    await connected(url, (client) =>
      client.query(
        "INSERT INTO setup_links (token_hash, created_at, expires_at) VALUES ('new', now(), now())",
      ),
    );
    await home.restore({ databaseUrl: url, dataDir: await home.newTarget() });
    expect(await contentOf(url)).toEqual(await contentOf(home.url));
  });

  it("take the rows of one moment, whatever is written meanwhile", async () => {
    const databaseUrl = await makeDatabase();
    await home.restore({ databaseUrl, dataDir: await home.newTarget() });
    const before = await contentOf(databaseUrl);
    const file = path.join(home.folder, "meanwhile.tar.gz");
    await connected(databaseUrl, async (client) => {
      const backup = home.backup({ databaseUrl, file });
      // The write commits before the snapshot or after it: both tables have it in the backup, or none has.
      await client.query(
        `BEGIN; UPDATE topics SET slug = slug || '-new'; UPDATE brands SET slug = slug || '-new'; COMMIT`,
      );
      await backup;
    });
    const after = await contentOf(databaseUrl);
    const again = await makeDatabase();
    await home.restore({ databaseUrl: again, dataDir: await home.newTarget(), file });
    expect([before, after]).toContainEqual(await contentOf(again));
  });
});

describe("a backup is refused", () => {
  it("of a database that was never used by the product", async () => {
    const databaseUrl = await makeDatabase();
    await expect(
      home.backup({ databaseUrl, file: path.join(home.folder, "refused.tar.gz") }),
    ).rejects.toThrow(/nothing to back up/);
    expect(await readdir(home.folder)).not.toContain("refused.tar.gz");
  });

  it("of one that cannot be reached", async () => {
    const databaseUrl = "postgresql://nobody:nothing@127.0.0.1:1/none";
    await expect(
      home.backup({ databaseUrl, file: path.join(home.folder, "refused.tar.gz") }),
    ).rejects.toThrow(/cannot be reached/);
  });
});
