import { EventEmitter, once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { env } from "@/lib/server/env";
import { MIGRATIONS } from "@/lib/start/root";
import { schemaDifference } from "@/prisma/drift";
import { MIGRATION_LOCK, MigrationError, migrate } from "@/prisma/migrate";
import { newMigration } from "@/prisma/new-migration";

let databaseUrl: string;
let migrationsDir: string;
let client: pg.Client;
let number = 0;

async function admin(statement: string): Promise<void> {
  const connection = new pg.Client({ connectionString: env().DATABASE_URL });
  await connection.connect();
  await connection.query(statement);
  await connection.end();
}

async function write(name: string, sql: string): Promise<void> {
  await mkdir(path.join(migrationsDir, name), { recursive: true });
  await writeFile(path.join(migrationsDir, name, "migration.sql"), sql);
}

async function tables(): Promise<string[]> {
  const { rows } = await client.query<{ tablename: string }>(
    "select tablename from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations' order by 1",
  );
  return rows.map(({ tablename }) => tablename);
}

beforeEach(async () => {
  number += 1;
  const name = `migrate_${process.pid}_${number}`;
  await admin(`create database ${name}`);
  const url = new URL(env().DATABASE_URL);
  url.pathname = `/${name}`;
  databaseUrl = url.href;
  migrationsDir = await mkdtemp(path.join(tmpdir(), "entraide-migrations-"));
  client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
});

afterEach(async () => {
  await client.end();
  await admin(`drop database migrate_${process.pid}_${number} with (force)`);
  await rm(migrationsDir, { recursive: true });
});

const FUNCTION = `
CREATE TABLE toys (id int primary key, name text);
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no; never'; RETURN NULL; END; $$;
CREATE TRIGGER keep BEFORE DELETE ON toys FOR EACH ROW EXECUTE FUNCTION refuse();
`;

describe("migrate", () => {
  it("applies what is new, in order, and nothing twice", async () => {
    await write("20260101000000_toys", FUNCTION);
    await write("20260102000000_balls", "CREATE TABLE balls (toy int references toys(id));");
    expect(await migrate({ databaseUrl, migrationsDir })).toEqual({
      applied: ["20260101000000_toys", "20260102000000_balls"],
    });
    expect(await migrate({ databaseUrl, migrationsDir })).toEqual({ applied: [] });
    await write("20260103000000_dolls", "CREATE TABLE dolls ();");
    expect(await migrate({ databaseUrl, migrationsDir })).toEqual({ applied: ["20260103000000_dolls"] });
    expect(await tables()).toEqual(["balls", "dolls", "toys"]);
  });

  it("does not load the engine when nothing is missing", async () => {
    await write("20260101000000_toys", FUNCTION);
    await migrate({ databaseUrl, migrationsDir });
    vi.doMock("@/prisma/schema-engine", () => ({
      FILTERS: {},
      withSchemaEngine: () => Promise.reject(new Error("loaded")),
    }));
    onTestFinished(() => vi.doUnmock("@/prisma/schema-engine"));
    expect(await migrate({ databaseUrl, migrationsDir })).toEqual({ applied: [] });
    await write("20260102000000_balls", "CREATE TABLE balls ();");
    await expect(migrate({ databaseUrl, migrationsDir })).rejects.toThrow("loaded");
  });

  it("keeps the bodies of functions whole", async () => {
    await write("20260101000000_toys", FUNCTION);
    await migrate({ databaseUrl, migrationsDir });
    await client.query("insert into toys values (1, 'ball')");
    await expect(client.query("delete from toys")).rejects.toThrow("no; never");
  });

  it("takes a failed migration back, says which and why, and can be tried again", async () => {
    await write("20260101000000_toys", "CREATE TABLE toys (id int primary key);");
    await write(
      "20260102000000_wrong",
      "CREATE TABLE half ();\nCREATE TABLE toys ();\nCREATE TABLE rest ();",
    );
    const failed = migrate({ databaseUrl, migrationsDir });
    await expect(failed).rejects.toBeInstanceOf(MigrationError);
    await expect(failed).rejects.toMatchObject({
      code: "MIGRATION_FAILED",
      migration: "20260102000000_wrong",
    });
    await expect(failed).rejects.toThrow(/20260102000000_wrong .*relation "toys" already exists/);
    expect(await tables()).toEqual(["toys"]);

    await expect(migrate({ databaseUrl, migrationsDir })).rejects.toThrow("already exists");
    await write("20260102000000_wrong", "CREATE TABLE half ();");
    expect(await migrate({ databaseUrl, migrationsDir })).toEqual({ applied: ["20260102000000_wrong"] });
    expect(await tables()).toEqual(["half", "toys"]);
  });

  it("goes on after a process that died in the middle", async () => {
    await write("20260101000000_toys", "CREATE TABLE toys ();");
    await migrate({ databaseUrl, migrationsDir });
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, started_at)
       values ('dead', 'none', '20260102000000_balls', now())`,
    );
    await write("20260102000000_balls", "CREATE TABLE balls ();");
    expect(await migrate({ databaseUrl, migrationsDir })).toEqual({ applied: ["20260102000000_balls"] });
  });

  it("lets several processes start at once", async () => {
    await write("20260101000000_toys", FUNCTION);
    await write("20260102000000_balls", "CREATE TABLE balls ();");
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    const waiting = new EventEmitter();
    const started = [1, 2, 3].map((starter) => {
      const waits = once(waiting, String(starter));
      const done = migrate({ databaseUrl, migrationsDir, log: () => waiting.emit(String(starter)) });
      return { waits, done };
    });
    await Promise.all(started.map(({ waits }) => waits));
    await client.query("select pg_advisory_unlock($1)", [MIGRATION_LOCK]);
    const results = await Promise.all(started.map(({ done }) => done));
    expect(results.map(({ applied }) => applied).filter((applied) => applied.length > 0)).toEqual([
      ["20260101000000_toys", "20260102000000_balls"],
    ]);
    expect(await tables()).toEqual(["balls", "toys"]);
  });

  it("says when an applied migration was edited", async () => {
    await write("20260101000000_toys", "CREATE TABLE toys ();");
    await migrate({ databaseUrl, migrationsDir });
    await write("20260101000000_toys", "CREATE TABLE dolls ();");
    const log: string[] = [];
    await migrate({ databaseUrl, migrationsDir, log: (line) => log.push(line) });
    expect(log.join("\n")).toContain("20260101000000_toys was edited");
  });

  it("leaves no connection behind", async () => {
    await write("20260101000000_toys", "CREATE TABLE toys ();");
    await migrate({ databaseUrl, migrationsDir });
    await expect(client.query("select pg_advisory_lock(72707369)")).resolves.toBeDefined();
  });
});

describe("schemaDifference", () => {
  const schema = (fields: string) =>
    `datasource db {\n  provider = "postgresql"\n}\nmodel Toy {\n  id Int @id\n${fields}\n\n  @@map("toys")\n}\n`;
  const difference = () => schemaDifference({ databaseUrl, migrationsDir, schemaDir: migrationsDir });

  it("sees a column that only one side has, and what Prisma cannot express is no difference", async () => {
    await write(
      "20260101000000_toys",
      `CREATE TABLE toys (id int not null, name text not null, CONSTRAINT toys_pkey PRIMARY KEY (id));
       ALTER TABLE toys ADD CONSTRAINT named CHECK (name <> '');
       CREATE UNIQUE INDEX one_ball ON toys (name) WHERE name = 'ball';
       CREATE INDEX lower_name ON toys (lower(name));
       CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END; $$;
       CREATE TRIGGER keep BEFORE DELETE ON toys FOR EACH ROW EXECUTE FUNCTION refuse();`,
    );
    const file = path.join(migrationsDir, "schema.prisma");
    await writeFile(file, schema("  name String"));
    expect(await difference()).toBe("");
    await writeFile(file, schema("  name String\n  color String?"));
    expect(await difference()).toContain('ADD COLUMN     "color" TEXT');
    await writeFile(file, schema(""));
    expect(await difference()).toContain('DROP COLUMN "name"');
    expect(await tables()).toEqual([]);
  });

  it("is written as a migration that leads to the schema", async () => {
    const file = path.join(migrationsDir, "schema.prisma");
    const write = (name: string, hour: number) =>
      newMigration({
        name,
        at: new Date(Date.UTC(2026, 0, 2, hour)),
        databaseUrl,
        migrationsDir,
        schemaDir: migrationsDir,
      });
    await writeFile(file, schema("  name String"));
    const first = await write("Toys & more", 12);
    expect(first).toBe(path.join(migrationsDir, "20260102120000_toys_more", "migration.sql"));
    expect(await write("again", 13)).toBeUndefined();
    await writeFile(file, schema("  name String\n  color String?"));
    await write("colour", 14);
    expect(await difference()).toBe("");
    await migrate({ databaseUrl, migrationsDir });
    await client.query("insert into toys (id, name, color) values (1, 'ball', 'red')");
    await expect(write("& …", 15)).rejects.toThrow("needs a name");
  });

  it("is empty for this product: its migrations lead to its schema", async () => {
    const schemaDir = path.resolve(MIGRATIONS, "../schema");
    expect(await schemaDifference({ databaseUrl, migrationsDir: MIGRATIONS, schemaDir })).toBe("");
  });
});
