import { lstat, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findPostgresBinaries, hydrateSymlinks } from "@/lib/start/postgres-binaries";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "entraide-binaries-"));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe("findPostgresBinaries", () => {
  it("names the way out where there is no embedded PostgreSQL", async () => {
    await expect(findPostgresBinaries("sunos", "sparc")).rejects.toThrow(/sunos on sparc\. Set DATABASE_URL/);
  });

  it("names both ways out where npm left the package out", async () => {
    const other = process.platform === "win32" ? ["linux", "x64"] : ["win32", "x64"];
    await expect(findPostgresBinaries(...(other as [string, string]))).rejects.toThrow(
      /npm install.+DATABASE_URL/,
    );
  });
});

describe("hydrateSymlinks", () => {
  it("restores the links that an npm archive cannot hold, and leaves the others alone", async () => {
    const home = path.join(folder, "native");
    await mkdir(path.join(home, "lib"), { recursive: true });
    await writeFile(path.join(home, "lib/libpq.so.5.18"), "library");
    await writeFile(
      path.join(home, "pg-symlinks.json"),
      JSON.stringify([
        { source: "native/lib/libpq.so.5.18", target: "native/lib/libpq.so.5" },
        { source: "native/lib/libpq.so.5.18", target: "native/lib/libpq.so" },
      ]),
    );
    await Promise.all([hydrateSymlinks(home), hydrateSymlinks(home)]);
    const { mtimeMs } = await lstat(path.join(home, "lib/libpq.so"));
    await hydrateSymlinks(home);
    expect((await lstat(path.join(home, "lib/libpq.so"))).mtimeMs).toBe(mtimeMs);
    expect(await readFile(path.join(home, "lib/libpq.so.5"), "utf8")).toBe("library");
  });
});
