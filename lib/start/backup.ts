import { existsSync } from "node:fs";
import { type FileHandle, open, readdir } from "node:fs/promises";
import path from "node:path";
import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { STORAGE_FOLDER } from "@/lib/server/attachment/storage";
import { now } from "@/lib/server/clock";
import { type AddEntry, writeArchive } from "@/lib/start/archive";
import type { Manifest } from "@/lib/start/backup-format";
import { ENTRIES } from "@/lib/start/backup-format";
import { runCommand } from "@/lib/start/command";
import {
  findJobs,
  findMigrations,
  findSequences,
  findTables,
  settleSession,
  type Table,
  whenIdle,
} from "@/lib/start/database-tables";
import { createProgress, type Progress } from "@/lib/start/progress";
import { checkSettings } from "@/lib/start/settings";
import { StartError } from "@/lib/start/start-error";
import { withClient, withDatabase } from "@/lib/start/with-database";
import packageJson from "@/package.json" with { type: "json" };

/** A table travels in parts of this size, so that no table needs to fit into memory. */
const PART_BYTES = 4 * 1024 * 1024;

/**
 * Writes the database and the stored files of an installation into one archive, while it runs or not. The rows are
 * those of one moment; a file that is erased meanwhile is left out, one that is added may be in it.
 *
 * @returns the archive's size in bytes
 * @throws StartError when the file exists, the database cannot be reached or has never been prepared
 */
export async function makeBackup({
  databaseUrl,
  dataDir,
  file,
  at,
  progress,
}: {
  databaseUrl: string;
  dataDir: string;
  file: string;
  at: Date;
  progress: Progress;
}): Promise<number> {
  return writeArchive(file, async (add) => {
    await progress.step(
      "Database",
      (tell) => withClient(databaseUrl, (client) => addDatabase(client, add, at, tell)),
      (rows) => `${rows} rows`,
    );
    await progress.step(
      "Files",
      (tell) => addFiles(path.join(dataDir, STORAGE_FOLDER), `files/${STORAGE_FOLDER}`, add, tell),
      (files) => `${files} files`,
    );
  });
}

async function addJson(add: AddEntry, name: string, value: unknown): Promise<void> {
  const bytes = Buffer.from(JSON.stringify(value));
  await add(name, bytes.byteLength, [bytes]);
}

/** All rows in one snapshot. The tables are locked against changes of their shape, not of their rows. */
async function addDatabase(
  client: pg.Client,
  add: AddEntry,
  at: Date,
  tell: (text: string) => void,
): Promise<number> {
  await settleSession(client);
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  const migrations = await findMigrations(client);
  if (!migrations?.length) {
    throw new StartError("There is nothing to back up: this database has never been used by Entraide.");
  }
  const tables = await findTables(client);
  await client.query(
    `LOCK TABLE ${tables.map(({ name }) => client.escapeIdentifier(name)).join(", ")} IN ACCESS SHARE MODE`,
  );
  const manifest: Manifest = {
    product: "entraide",
    format: 1,
    version: packageJson.version,
    at: at.toISOString(),
    migrations,
    tables,
  };
  await addJson(add, ENTRIES.manifest, manifest);
  const rows: Record<string, number> = {};
  for (const [index, table] of tables.entries()) {
    tell(`${table.name}, table ${index + 1} of ${tables.length}`);
    rows[table.name] = await addTable(client, table, add);
  }
  await addJson(add, ENTRIES.jobs, await findJobs(client));
  // Numbers of sequences know no snapshot: read last, they are at least as high as any row's.
  await addJson(add, ENTRIES.database, { rows, sequences: await findSequences(client) });
  await client.query("COMMIT");
  return Object.values(rows).reduce((sum, count) => sum + count, 0);
}

async function addTable(client: pg.Client, { name, columns }: Table, add: AddEntry): Promise<number> {
  const list = columns.map((column) => client.escapeIdentifier(column)).join(", ");
  const idle = whenIdle(client);
  const copying = client.query(copyTo(`COPY ${client.escapeIdentifier(name)} (${list}) TO STDOUT`));
  let part: Uint8Array[] = [];
  let size = 0;
  let count = 0;
  const flush = async () => {
    if (size === 0) return;
    count += 1;
    await add(`tables/${name}/${String(count).padStart(6, "0")}.copy`, size, part);
    part = [];
    size = 0;
  };
  for await (const chunk of copying as AsyncIterable<Uint8Array>) {
    // The stream's buffers are views of the connection's own; kept for a while, they must be copies.
    part.push(Uint8Array.from(chunk));
    size += chunk.byteLength;
    if (size >= PART_BYTES) await flush();
  }
  await flush();
  await idle;
  return copying.rowCount;
}

/** Stored files never change; the ones that are still being written end with `.half`. */
async function addFiles(
  folder: string,
  name: string,
  add: AddEntry,
  tell: (text: string) => void,
): Promise<number> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return [];
      throw error;
    },
  );
  const files = found
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".half"))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  let count = 0;
  for (const [index, file] of files.entries()) {
    if (index % 50 === 0) tell(`${index} of ${files.length}`);
    const handle = await openFile(file);
    if (!handle) continue;
    try {
      const { size } = await handle.stat();
      const place = path.relative(folder, file).split(path.sep).join("/");
      await add(`${name}/${place}`, size, size > 0 ? handle.createReadStream({ autoClose: false }) : []);
    } finally {
      await handle.close();
    }
    count += 1;
  }
  return count;
}

/** `undefined` when the file was erased since it was listed. */
async function openFile(file: string): Promise<FileHandle | undefined> {
  return open(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
}

/** `entraide-2026-11-21T235959Z.tar.gz` */
function nameAt(at: Date): string {
  return `entraide-${at
    .toISOString()
    .replace(/\.\d+Z$/, "Z")
    .replaceAll(":", "")}.tar.gz`;
}

/** `npm run backup [-- file]` */
async function backupNow(): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const { DATA_DIR: dataDir } = checkSettings(process.env);
  const at = now();
  const file = path.resolve(process.argv[2] ?? path.join(dataDir, "backups", nameAt(at)));
  const progress = createProgress();
  progress.say("Entraide, a backup");
  progress.say("");
  const size = await withDatabase({ url: process.env.DATABASE_URL, dataDir }, (databaseUrl) =>
    makeBackup({ databaseUrl, dataDir, file, at, progress }),
  );
  progress.say("");
  progress.say(`${file} (${(size / 1_000_000).toFixed(1)} MB) holds the database and all files.`);
  progress.say("It holds what people wrote: keep it as carefully as the database, and in another place.");
  progress.say("The secrets are not in it: keep a copy of secrets.env (or of your variables) apart from it.");
}

runCommand(import.meta.url, backupNow);
