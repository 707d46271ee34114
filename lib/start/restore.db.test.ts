import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readArchive, textOf, writeArchive } from "@/lib/start/archive";
import { Manifest } from "@/lib/start/backup-format";
import { prepareDatabase } from "@/lib/start/prepare-database";
import {
  connected,
  contentOf,
  filesOf,
  makeDatabase,
  makeInstallation,
  pdf,
  rowsOf,
} from "@/lib/start/testing/installation";

let home: Awaited<ReturnType<typeof makeInstallation>>;

beforeAll(async () => {
  home = await makeInstallation();
  await home.backup();
});
afterAll(() => home.end());

/** An empty database and an empty folder. */
async function newPlace() {
  return { databaseUrl: await makeDatabase(), dataDir: await home.newTarget() };
}

/** Nothing was touched: no table, no file. */
async function expectUntouched({ databaseUrl, dataDir }: { databaseUrl: string; dataDir: string }) {
  expect(await contentOf(databaseUrl)).toEqual({});
  expect(await filesOf(dataDir)).toEqual({});
}

async function migrationsOf(file: string): Promise<string[]> {
  let found: string[] = [];
  await readArchive(file, async (name, body) => {
    if (name === "manifest.json") found = Manifest.parse(JSON.parse(await textOf(body))).migrations;
  });
  return found;
}

/** Writes the backup's entries anew, as `change` gives them back; `null` leaves one out. Returns the new file. */
async function rewritten(change: (name: string, text: string) => string | null): Promise<string> {
  const file = path.join(await home.newTarget(), "rewritten.tar.gz");
  await writeArchive(file, (add) =>
    readArchive(home.file, async (name, body) => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of body) chunks.push(chunk);
      const bytes = Buffer.concat(chunks);
      const text = change(name, bytes.toString("latin1"));
      if (text !== null) await add(name, Buffer.byteLength(text, "latin1"), [Buffer.from(text, "latin1")]);
    }),
  );
  return file;
}

describe("a restore is refused, and nothing is touched", () => {
  it("when the file was cut or changed anywhere", async () => {
    const whole = await readFile(home.file);
    const place = await newPlace();
    const cut = path.join(home.folder, "cut.tar.gz");
    for (let part = 0; part < 12; part += 1) {
      await writeFile(cut, whole.subarray(0, Math.floor((whole.length * part) / 12)));
      await expect(home.restore({ ...place, file: cut })).rejects.toMatchObject({ code: "START_REFUSED" });
    }
    await writeFile(cut, whole.subarray(0, -1));
    await expect(home.restore({ ...place, file: cut })).rejects.toMatchObject({ code: "START_REFUSED" });
    const changed = Buffer.from(whole);
    const middle = Math.floor(whole.length / 2);
    changed[middle] = (changed[middle] ?? 0) ^ 8;
    await writeFile(cut, changed);
    await expect(home.restore({ ...place, file: cut })).rejects.toThrow(/damaged/);
    await expectUntouched(place);
  });

  it("when it is another archive of ours or of anybody", async () => {
    const place = await newPlace();
    const other = path.join(home.folder, "other.tar.gz");
    await writeArchive(other, (add) => add("manifest.json", 2, [Buffer.from("{}")]));
    await expect(home.restore({ ...place, file: other })).rejects.toThrow(/no backup that this version/);
    await rm(other);
    await writeArchive(other, (add) => add("holiday.jpg", pdf.length, [pdf]));
    await expect(home.restore({ ...place, file: other })).rejects.toThrow(/no backup that this version/);
    await expect(home.restore({ ...place, file: path.join(home.folder, "none") })).rejects.toThrow(
      /There is no file/,
    );
    await expectUntouched(place);
  });

  it("when a newer version made it", async () => {
    const place = await newPlace();
    const migrationsDir = path.join(home.folder, "older");
    await mkdir(migrationsDir);
    await expect(home.restore({ ...place, migrationsDir })).rejects.toThrow(
      /Install that version or a later one/,
    );
    await expectUntouched(place);
  });

  it("when the database holds somebody's rows, or something else's tables", async () => {
    const place = await newPlace();
    await prepareDatabase(place.databaseUrl);
    await connected(place.databaseUrl, (client) =>
      client.query("INSERT INTO users (email) VALUES ('a@example.com')"),
    );
    const before = await contentOf(place.databaseUrl);
    await expect(home.restore(place)).rejects.toThrow(/not empty: there are rows in "users"/);
    expect(await contentOf(place.databaseUrl)).toEqual(before);
    expect(await filesOf(place.dataDir)).toEqual({});

    const foreign = await newPlace();
    await connected(foreign.databaseUrl, (client) => client.query("CREATE TABLE invoices (id int)"));
    await expect(home.restore(foreign)).rejects.toThrow(/not Entraide's, such as "invoices"/);
    expect(await contentOf(foreign.databaseUrl)).toEqual({ invoices: [] });
  });

  it("when files lie where its files belong", async () => {
    const place = await newPlace();
    const taken = path.join(place.dataDir, "attachments", "ab");
    await mkdir(taken, { recursive: true });
    await writeFile(path.join(taken, "mine"), "mine");
    await expect(home.restore(place)).rejects.toThrow(/There are files in/);
    expect(await contentOf(place.databaseUrl)).toEqual({});
    expect(await readFile(path.join(taken, "mine"), "utf8")).toBe("mine");
  });

  it("while a server runs on the database", async () => {
    const place = await newPlace();
    const server = new pg.Client({ connectionString: place.databaseUrl, application_name: "entraide jobs" });
    await server.connect();
    await expect(home.restore(place)).rejects.toThrow(/Stop every process/);
    await server.end();
    await expectUntouched(place);
  });

  it("when a row is refused in the middle: no row and no file stays", async () => {
    const bad = await rewritten((name, text) =>
      name.startsWith("tables/brands/") ? text.replace("Europe/Paris", "Europe/Paris\textra") : text,
    );
    const place = await newPlace();
    await expect(home.restore({ ...place, file: bad })).rejects.toThrow(
      /extra data after last expected column/,
    );
    expect(await rowsOf(place.databaseUrl)).toEqual([]);
    expect(await filesOf(place.dataDir)).toEqual({});
    // What is left is an empty database of ours: a whole backup still fits.
    await home.restore(place);
    expect(await contentOf(place.databaseUrl)).toEqual(await contentOf(home.url));
  });

  it("when a row refers to one that is missing", async () => {
    const bad = await rewritten((name, text) => {
      if (name.startsWith("tables/questions/")) return null;
      return name === "database.json" ? text.replace(/"questions":\d+/, '"questions":0') : text;
    });
    const place = await newPlace();
    await expect(home.restore({ ...place, file: bad })).rejects.toThrow(/violates foreign key/);
    expect(await rowsOf(place.databaseUrl)).toEqual([]);
  });
});

describe("a backup of an older version", () => {
  it("is restored as it was and brought up to date", async () => {
    const migrations = await migrationsOf(home.file);
    const migrationsDir = path.join(home.folder, "newer");
    const source = path.join(process.cwd(), "prisma", "migrations");
    for (const name of migrations) {
      await mkdir(path.join(migrationsDir, name), { recursive: true });
      await writeFile(
        path.join(migrationsDir, name, "migration.sql"),
        await readFile(path.join(source, name, "migration.sql")),
      );
    }
    await mkdir(path.join(migrationsDir, "99990101000000_upper"));
    await writeFile(
      path.join(migrationsDir, "99990101000000_upper", "migration.sql"),
      `ALTER TABLE "brands" ADD COLUMN "loud" TEXT; UPDATE "brands" SET "loud" = upper("name");`,
    );
    const place = await newPlace();
    await home.restore({ ...place, migrationsDir });
    await connected(place.databaseUrl, async (client) => {
      const { rows } = await client.query("SELECT DISTINCT loud FROM brands");
      expect(rows).toEqual([{ loud: "VOLT & VÉLO" }]);
    });

    // An empty database that is already newer must be a fresh one.
    const ahead = await newPlace();
    await prepareDatabase(ahead.databaseUrl, undefined, migrationsDir);
    await expect(home.restore({ ...ahead, migrationsDir })).rejects.toThrow(/prepared for a newer version/);
  });
});
