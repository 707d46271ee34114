import { existsSync } from "node:fs";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { z } from "zod";
import { STORAGE_FOLDER } from "@/lib/server/attachment/storage";
import { readArchive, textOf } from "@/lib/start/archive";
import { DatabaseEnd, ENTRIES, Manifest } from "@/lib/start/backup-format";
import { runCommand } from "@/lib/start/command";
import { addJob, Job, settleSession } from "@/lib/start/database-tables";
import { prepareDatabase } from "@/lib/start/prepare-database";
import { createProgress, type Progress } from "@/lib/start/progress";
import { fileLoader } from "@/lib/start/restore-files";
import { openTables, tableLoader } from "@/lib/start/restore-tables";
import { checkFolder, checkTarget, checkVersion, refuseWhileUsed } from "@/lib/start/restore-target";
import { MIGRATIONS } from "@/lib/start/root";
import { checkSettings } from "@/lib/start/settings";
import { StartError } from "@/lib/start/start-error";
import { withClient, withDatabase } from "@/lib/start/with-database";
import { readMigrations } from "@/prisma/files";
import { MIGRATION_LOCK } from "@/prisma/migrate";

/**
 * Puts a backup into an empty database and an empty folder: all of it, or nothing. The whole file is read and checked
 * before anything is touched. A backup of an older version is brought up to date afterwards.
 *
 * @throws StartError that says what is wrong and how to mend it: a damaged or foreign file, a newer version's backup,
 *   a database or folder that is not empty, a server that runs
 */
export async function restoreBackup(place: {
  databaseUrl: string;
  dataDir: string;
  file: string;
  progress: Progress;
  /** Another folder than the product's, for tests. */
  migrationsDir?: string;
}): Promise<void> {
  const { databaseUrl, dataDir, file, progress, migrationsDir = MIGRATIONS } = place;
  const folder = path.join(dataDir, STORAGE_FOLDER);
  const { manifest, end } = await progress.step(
    "Checking the whole file",
    (tell) => examine(file, tell),
    ({ manifest: { version, at } }) => `Entraide ${version}, ${at}`,
  );
  const { migrationDirectories } = await readMigrations(migrationsDir);
  checkVersion(
    manifest,
    migrationDirectories.map(({ path: name }) => name),
  );
  await checkFolder(folder);
  await withClient(databaseUrl, async (client) => {
    await refuseWhileUsed(client);
    await checkTarget(client, manifest);
  });
  await progress.step("Tables", () => prepareAs(manifest, databaseUrl, migrationsDir));
  const files = fileLoader(folder);
  await progress.step(
    "Rows and files",
    (tell) =>
      withClient(databaseUrl, (client) =>
        inOneTransaction(client, files, () => load({ client, files, file, manifest, end, tell })),
      ),
    (rows) => `${rows} rows, ${files.count()} files`,
  );
  await progress.step(
    "Migrations",
    () => prepareDatabase(databaseUrl, progress.say, migrationsDir),
    ({ applied }) => (applied.length === 0 ? "up to date" : `${applied.length} applied`),
  );
}

/** Reads the file once to its end without using anything of it. */
async function examine(
  file: string,
  tell: (text: string) => void,
): Promise<{ manifest: Manifest; end: DatabaseEnd }> {
  const found: { manifest?: Manifest; end?: DatabaseEnd; jobs?: true } = {};
  let entries = 0;
  await readArchive(file, async (name, body) => {
    entries += 1;
    if (entries % 50 === 0) tell(`${entries} entries`);
    if (!found.manifest && name !== ENTRIES.manifest) throw foreign(file);
    if (name === ENTRIES.manifest) found.manifest = parse(file, Manifest, await textOf(body));
    else if (name === ENTRIES.database) found.end = parse(file, DatabaseEnd, await textOf(body));
    else if (name === ENTRIES.jobs) found.jobs = true;
    else if (!ENTRIES.table.test(name) && !storedPlace(name)) throw foreign(file);
  });
  const { manifest, end, jobs } = found;
  if (!manifest || !end || !jobs) throw foreign(file);
  return { manifest, end };
}

function foreign(file: string): StartError {
  return new StartError(
    `${file} is an archive, but no backup that this version of Entraide can read. Nothing was changed.`,
  );
}

function parse<T>(file: string, schema: z.ZodType<T>, text: string): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw foreign(file);
  }
}

/** Where a file of the backup lies below the storage folder. */
function storedPlace(name: string): string | undefined {
  const prefix = `files/${STORAGE_FOLDER}/`;
  return name.startsWith(prefix) ? name.slice(prefix.length) : undefined;
}

/** Prepares the database as it was when the backup was made. */
async function prepareAs(manifest: Manifest, databaseUrl: string, migrationsDir: string): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "entraide-migrations-"));
  try {
    for (const name of manifest.migrations) {
      await cp(path.join(migrationsDir, name), path.join(folder, name), { recursive: true });
    }
    await prepareDatabase(databaseUrl, undefined, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Files = ReturnType<typeof fileLoader>;

/** The files are in their place just before the rows count; should the rows not count then, they go again. */
async function inOneTransaction<T>(client: pg.Client, files: Files, work: () => Promise<T>): Promise<T> {
  await settleSession(client);
  await takeTurn(client);
  await refuseWhileUsed(client);
  let result: T;
  try {
    await client.query("BEGIN");
    await files.begin();
    result = await work();
    await files.publish();
  } catch (error) {
    await files.forget();
    throw error;
  }
  await client.query("COMMIT").catch(async (error: unknown) => {
    // Where the database did not answer any more, the rows may count: files too many are the smaller harm.
    if (!(error instanceof pg.DatabaseError)) throw error;
    await files.forget();
    throw error;
  });
  await client.query("ANALYZE");
  return result;
}

/** Starting servers and other restores wait, or are told to. */
async function takeTurn(client: pg.Client): Promise<void> {
  const { rows } = await client.query("SELECT pg_try_advisory_lock($1) AS mine", [MIGRATION_LOCK]);
  if (!z.tuple([z.object({ mine: z.boolean() })]).parse(rows)[0].mine) {
    throw new StartError("Another process prepares or restores this database at this moment. Try again.");
  }
}

async function load({
  client,
  files,
  file,
  manifest,
  end,
  tell,
}: {
  client: pg.Client;
  files: Files;
  file: string;
  manifest: Manifest;
  end: DatabaseEnd;
  tell: (text: string) => void;
}): Promise<number> {
  const tables = await openTables(client, manifest);
  await checkTarget(client, manifest);
  const rows = tableLoader(client, manifest.tables);
  await readArchive(file, async (name, body) => {
    const table = ENTRIES.table.exec(name)?.[1];
    if (table) {
      tell(table);
      await rows.take(table, body);
      return;
    }
    await rows.endTable();
    const place = storedPlace(name);
    if (place) {
      if (files.count() % 50 === 0) tell(`file ${files.count() + 1}`);
      await files.take(place, body);
    } else if (name === ENTRIES.jobs) {
      for (const job of parse(file, z.array(Job), await textOf(body))) await addJob(client, job);
    }
  });
  rows.check(end);
  for (const { name, value } of end.sequences) {
    await client.query("SELECT setval(quote_ident($1)::regclass, $2::bigint)", [name, value]);
  }
  tell("references");
  await tables.done();
  return Object.values(end.rows).reduce((sum, count) => sum + count, 0);
}

/** `npm run restore -- file` */
async function restoreNow(): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const [given] = process.argv.slice(2);
  if (!given) throw new StartError("Which backup? Say `npm run restore -- <file>`.");
  const { DATA_DIR: dataDir } = checkSettings(process.env);
  const file = path.resolve(given);
  const progress = createProgress();
  progress.say("Entraide, a restore");
  progress.say("");
  await withDatabase({ url: process.env.DATABASE_URL, dataDir, alone: true }, (databaseUrl) =>
    restoreBackup({ databaseUrl, dataDir, file, progress }),
  );
  progress.say("");
  progress.say(
    "Everything is back. Start Entraide with the secrets of the installation the backup came from;",
  );
  progress.say("with new ones people sign in again, and links in mails sent before do not work.");
}

runCommand(import.meta.url, restoreNow);
