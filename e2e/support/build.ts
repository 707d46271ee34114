import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import path from "node:path";

/** What a build reads, and what it leaves. */
const SOURCES = [
  "app",
  "components",
  "lib",
  "prisma",
  "next.config.ts",
  "postcss.config.mjs",
  "package-lock.json",
];
const RESULTS = [".next/BUILD_ID", "public/widget.js", "public/panel.js"];
const UNREAD = /(^|\/)(generated|testing)(\/|$)|\.test\.tsx?$/;

/** Builds the product unless the last build is younger than every source. Throws when the build fails. */
export function ensureBuilt(): void {
  const built = Math.min(...RESULTS.map(changedAt));
  if (built >= Math.max(...SOURCES.map(changedAt))) return;
  const { status } = spawnSync("npm", ["run", "build"], { stdio: "inherit" });
  if (status !== 0) throw new Error("The build failed, so there is nothing to test in a browser.");
}

/** The time of the newest change under a path, in milliseconds; 0 for what does not exist. */
function changedAt(place: string): number {
  const info = statSync(place, { throwIfNoEntry: false });
  if (!info || UNREAD.test(place)) return 0;
  if (!info.isDirectory()) return info.mtimeMs;
  return Math.max(0, ...readdirSync(place).map((name) => changedAt(path.join(place, name))));
}
