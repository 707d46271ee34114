import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";

const files = ["panel.js", "panel-en.js", "panel-fr.js", "panel.css"].map((name) =>
  path.join(process.cwd(), "public", name),
);

let known: { changed: string; version: string } | null = null;

/**
 * A short hash of the panel's bundles. It stands in their addresses, so that browsers may keep them for a year and still
 * load new ones at once. Empty before the first build.
 */
export async function assetVersion(): Promise<string> {
  try {
    const changed = (await Promise.all(files.map((file) => stat(file)))).map(({ mtimeMs }) => mtimeMs).join();
    if (known?.changed !== changed) {
      const hash = createHash("sha256");
      for (const bytes of await Promise.all(files.map((file) => readFile(file)))) hash.update(bytes);
      known = { changed, version: hash.digest("hex").slice(0, 12) };
    }
    return known.version;
  } catch {
    return "";
  }
}
