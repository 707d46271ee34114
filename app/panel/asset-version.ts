import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";

const folder = path.join(process.cwd(), "public");
const files = ["panel.js", "panel-en.js", "panel-fr.js", "panel.css"].map((name) => path.join(folder, name));

/** What the panel's page names. `version` stands in addresses; `chunks` are the files that panel.js begins with. */
export type PanelAssets = { version: string; chunks: string[] };

let known: (PanelAssets & { changed: string }) | null = null;

/**
 * A short hash of the panel's bundles, so that browsers may keep them for a year and still load new ones at once, and
 * the chunks that panel.js imports before it runs. Both empty before the first build.
 */
export async function panelAssets(): Promise<PanelAssets> {
  try {
    const changed = (await Promise.all(files.map((file) => stat(file)))).map(({ mtimeMs }) => mtimeMs).join();
    if (known?.changed !== changed) {
      const hash = createHash("sha256");
      const contents = await Promise.all(files.map((file) => readFile(file)));
      for (const bytes of contents) hash.update(bytes);
      known = { changed, version: hash.digest("hex").slice(0, 12), chunks: importsOf(`${contents[0]}`) };
    }
    return known;
  } catch {
    return { version: "", chunks: [] };
  }
}

/** The chunks that a bundle imports at its top, as esbuild writes it; those of `import()` come later. */
export function importsOf(script: string): string[] {
  return [...script.matchAll(/(?:from|import) ?"\.\/(panel-[\w-]+\.js)"/g)].map(([, name = ""]) => name);
}
