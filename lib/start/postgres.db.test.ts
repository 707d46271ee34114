import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  forgetPostgres,
  type PostgresOptions,
  type RunningPostgres,
  startPostgres,
} from "@/lib/start/postgres";
import { lastFatal } from "@/lib/start/postgres-launch";
import { isAlive } from "@/lib/start/process-info";
import { temporaryPostgres } from "@/lib/start/temporary-postgres";

const PATIENCE = 60_000;
const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const isRoot = process.getuid?.() === 0;

let folder: string;
const servers: RunningPostgres[] = [];
const children: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "entraide-start-"));
  await chmod(folder, 0o711);
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  for (const server of servers.splice(0)) await server.stop();
  await rm(folder, { recursive: true, force: true });
}, PATIENCE);

async function start(options: Partial<PostgresOptions> = {}): Promise<RunningPostgres> {
  const server = await startPostgres({
    directory: path.join(folder, "postgres"),
    password: "the password",
    throwaway: true,
    ...options,
  });
  servers.push(server);
  return server;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe("startPostgres", () => {
  it(
    "creates a cluster once and keeps its data from start to start",
    async () => {
      const first = await start();
      await query(first.url, "create table kept (name text); insert into kept values ('élan')");
      await first.stop();
      expect(isAlive(first.pid)).toBe(false);

      const second = await start();
      expect(second.adopted).toBe(false);
      expect(await query(second.url, "select name, upper(name) as upper from kept")).toEqual([
        { name: "élan", upper: "ÉLAN" },
      ]);
    },
    PATIENCE,
  );

  it(
    "listens on this machine alone, asks for the password, and shows it to nobody",
    async () => {
      const { url, directory } = await start();
      expect(await query(url, "show listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
      const wrong = new URL(url);
      wrong.password = "another";
      await expect(query(wrong.href, "select 1")).rejects.toMatchObject({ code: "28P01" });
      expect((await stat(directory)).mode & 0o077).toBe(0);
      await expect(readFile(`${directory}.log`, "utf8")).resolves.not.toContain("the password");
    },
    PATIENCE,
  );

  it(
    "adopts the server whose parent was killed, and stops it in the end",
    async () => {
      const script = `
        import { startPostgres } from "@/lib/start/postgres";
        const { pid, url } = await startPostgres({ directory: process.argv[2], password: "the password", throwaway: true });
        process.stdout.write(JSON.stringify({ pid, url }));
        process.stdin.resume();`;
      const file = path.join(ROOT, "lib/start", `killed-parent-${process.pid}.tmp.mts`);
      await writeFile(file, script);
      try {
        const child = spawn(process.execPath, ["--import", "tsx", file, path.join(folder, "postgres")], {
          cwd: ROOT,
          stdio: ["pipe", "pipe", "inherit"],
        });
        children.push(child);
        const [said] = await once(child.stdout, "data");
        const orphan: { pid: number; url: string } = JSON.parse(String(said));
        await query(orphan.url, "create table kept ()");
        child.kill("SIGKILL");
        await once(child, "exit");
        expect(isAlive(orphan.pid)).toBe(true);

        const adopting = await start();
        expect(adopting).toMatchObject({ adopted: true, pid: orphan.pid });
        await query(adopting.url, "select * from kept");
        await adopting.stop();
        expect(isAlive(orphan.pid)).toBe(false);
      } finally {
        await rm(file);
      }
    },
    PATIENCE,
  );

  it(
    "starts although the recorded process number belongs to another program now",
    async () => {
      const first = await start();
      await first.stop();
      const lines = [process.pid, first.directory, 0, 5432, "", "127.0.0.1", "", "ready"];
      await writeFile(path.join(first.directory, "postmaster.pid"), `${lines.join("\n")}\n`);
      const second = await start();
      expect(second.adopted).toBe(false);
      expect(await query(second.url, "select 1 as one")).toEqual([{ one: 1 }]);
    },
    PATIENCE,
  );

  it(
    "says what the log's last FATAL said when the server cannot start",
    async () => {
      const first = await start();
      await first.stop();
      await writeFile(path.join(first.directory, "PG_VERSION"), "9.6\n");
      await expect(start()).rejects.toThrow(/database files are incompatible with server/);
    },
    PATIENCE,
  );

  it(
    "says that the password is another one, and leaves nothing running",
    async () => {
      const first = await start();
      await first.stop();
      await expect(start({ password: "another" })).rejects.toThrow(/created with another secrets\.env/);
      await expect(stat(path.join(first.directory, "postmaster.pid"))).rejects.toMatchObject({
        code: "ENOENT",
      });
    },
    PATIENCE,
  );

  it(
    "borrows a server without ever ending it, and forgets one for good",
    async () => {
      const owner = await start();
      const guest = await start({ borrow: true });
      await guest.stop();
      expect(isAlive(owner.pid)).toBe(true);
      await forgetPostgres(owner.directory);
      expect(isAlive(owner.pid)).toBe(false);
      await expect(stat(owner.directory)).rejects.toMatchObject({ code: "ENOENT" });
    },
    PATIENCE,
  );

  it.runIf(isRoot)(
    "as root, puts the data elsewhere when its account cannot reach the place, and says where",
    async () => {
      const closed = path.join(folder, "closed");
      await mkdir(closed, { mode: 0o700 });
      const said: string[] = [];
      const options = {
        directory: path.join(closed, "postgres"),
        shelter: path.join(folder, "shelter"),
        log: (line: string) => said.push(line),
      };
      const first = await start(options);
      expect(first.directory.startsWith(options.shelter)).toBe(true);
      expect(said.join()).toContain(closed);
      expect(said.join()).toContain(first.directory);
      await first.stop();
      expect((await start(options)).directory).toBe(first.directory);
    },
    PATIENCE,
  );
});

describe("temporaryPostgres", () => {
  it(
    "is gone with its data when stopped",
    async () => {
      const server = await temporaryPostgres();
      expect(await query(server.url, "select 1 as one")).toEqual([{ one: 1 }]);
      await server.stop();
      expect(isAlive(server.pid)).toBe(false);
      await expect(stat(server.directory)).rejects.toMatchObject({ code: "ENOENT" });
    },
    PATIENCE,
  );
});

describe("lastFatal", () => {
  it("finds the last of several, whatever the log's prefix", () => {
    const log =
      '2026-01-01 [1] FATAL:  first\n2026-01-01 [1] LOG:  x\nFATAL:  lock file "postmaster.pid" exists\n';
    expect(lastFatal(log)).toBe('lock file "postmaster.pid" exists');
    expect(lastFatal("LOG:  all is well")).toBeUndefined();
  });
});
