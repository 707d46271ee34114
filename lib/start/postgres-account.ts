import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdir, readFile, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import type { PostgresBinaries } from "@/lib/start/postgres-binaries";

const run = promisify(execFile);

/** The system account a server process runs under. */
export type Account = { uid: number; gid: number };

/**
 * PostgreSQL refuses to run as root. For root: the account "postgres", created when it is missing.
 * For anybody else: `undefined`, meaning "stay who you are".
 */
export async function postgresAccount(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const known = await findAccount("postgres");
  if (known) return known;
  const created =
    (await succeeds("useradd", ["--system", "--user-group", "--no-create-home", "postgres"])) ||
    (await succeeds("adduser", ["-S", "-D", "-H", "postgres"]));
  const account = created ? await findAccount("postgres") : undefined;
  if (account) return account;
  throw new Error(
    'PostgreSQL does not run as root, and the account "postgres" could not be created. Run this as an ordinary user, or set DATABASE_URL to a PostgreSQL server of yours.',
  );
}

async function findAccount(name: string): Promise<Account | undefined> {
  const passwd = await readFile("/etc/passwd", "utf8").catch(() => "");
  const fields = passwd
    .split("\n")
    .find((line) => line.startsWith(`${name}:`))
    ?.split(":");
  return fields ? { uid: Number(fields[2]), gid: Number(fields[3]) } : undefined;
}

async function succeeds(program: string, args: string[]): Promise<boolean> {
  return run(program, args).then(
    () => true,
    () => false,
  );
}

/** The first folder on the way to `target` that `account` may not enter, or `undefined` when all are open. */
export async function closedParent(target: string, account: Account): Promise<string | undefined> {
  let at = path.parse(path.resolve(target)).root;
  for (const part of path.resolve(target).slice(at.length).split(path.sep)) {
    at = path.join(at, part);
    const info = await stat(at).catch(() => undefined);
    if (!info) return undefined;
    if (!info.isDirectory()) return undefined;
    const mayEnter =
      info.uid === account.uid
        ? info.mode & 0o100
        : info.gid === account.gid
          ? info.mode & 0o010
          : info.mode & 0o001;
    if (!mayEnter) return at;
  }
  return undefined;
}

/**
 * Where the cluster of `wanted` lies. As root, `account` must be able to reach it; under a folder closed to
 * others (such as /root) that is a place of our own below `shelter`, the same one at every start.
 */
export async function placeForData(wanted: string, account: Account | undefined, shelter: string) {
  const closed = account && (await closedParent(path.dirname(path.resolve(wanted)), account));
  if (!closed) return { directory: path.resolve(wanted), closed: undefined };
  const name = createHash("sha256").update(path.resolve(wanted)).digest("hex").slice(0, 16);
  return { directory: path.join(shelter, name), closed };
}

/**
 * The programs themselves, copied once to `shelter` when `account` could not reach them in node_modules.
 * The copy is named after the package's version, and moved into place whole.
 */
export async function reachableBinaries(
  binaries: PostgresBinaries,
  account: Account | undefined,
  shelter: string,
): Promise<PostgresBinaries> {
  if (!account || !(await closedParent(binaries.home, account))) return binaries;
  const manifest = await readFile(path.join(binaries.home, "..", "package.json"), "utf8");
  const { version }: { version: string } = JSON.parse(manifest);
  const home = path.join(shelter, `programs-${version}`);
  if (!(await stat(home).catch(() => undefined))) {
    const half = `${home}.${process.pid}`;
    await mkdir(shelter, { recursive: true, mode: 0o755 });
    await cp(binaries.home, half, { recursive: true, verbatimSymlinks: true });
    await rename(half, home).catch(() => rm(half, { recursive: true, force: true }));
  }
  const moved = (file: string) => path.join(home, path.relative(binaries.home, file));
  return {
    home,
    initdb: moved(binaries.initdb),
    postgres: moved(binaries.postgres),
    pgCtl: moved(binaries.pgCtl),
  };
}
