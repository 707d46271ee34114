import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";

/** What a build reads. */
const SOURCES = [
  "app",
  "components",
  "lib",
  "prisma",
  "next.config.mjs",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];
/** What it leaves; missing, there is no build whatever the stamp says. */
const RESULTS = [".next/BUILD_ID", ".next/entraide/start.mjs", "public/widget.js", "public/panel.js"];
const STAMP = ".next/entraide-stamp";
/** Read by no build, or made by one. */
const UNREAD = /(^|\/)(generated|testing)(\/|$)|\.test\.tsx?$|\.tsbuildinfo$/;

/**
 * A fingerprint of the sources below `root`: path, time of change and size of every file. It is taken before a build
 * and kept with its result, so that a source edited during the build counts as changed.
 */
export async function sourceStamp(root: string): Promise<string> {
  const lines: string[] = [];
  for (const source of SOURCES) await collect(root, source, lines);
  return createHash("sha256").update(lines.sort().join("\n")).digest("hex");
}

async function collect(root: string, place: string, lines: string[]): Promise<void> {
  if (UNREAD.test(place)) return;
  const info = await stat(path.join(root, place)).catch(() => undefined);
  if (!info) return;
  if (!info.isDirectory()) {
    lines.push(`${place} ${info.mtimeMs} ${info.size}`);
    return;
  }
  for (const name of await readdir(path.join(root, place))) await collect(root, `${place}/${name}`, lines);
}

/** Whether the build below `root` was made from exactly these sources. */
export async function isBuilt(root: string): Promise<boolean> {
  if (!(await hasBuild(root))) return false;
  const stamp = await readFile(path.join(root, STAMP), "utf8").catch(() => "");
  return stamp === (await sourceStamp(root));
}

/** Whether there is a build at all. */
export async function hasBuild(root: string): Promise<boolean> {
  const found = await Promise.all(
    RESULTS.map((result) =>
      stat(path.join(root, result)).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.every(Boolean);
}

/** Keeps the fingerprint of the sources that the build below `root` was made from. */
export async function writeStamp(root: string, stamp: string): Promise<void> {
  await mkdir(path.join(root, ".next"), { recursive: true });
  await writeFile(path.join(root, STAMP), stamp);
}
