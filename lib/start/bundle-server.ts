import { rm } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import { ROOT } from "@/lib/start/root";

/** As deep as the sources of `lib/start`, so that paths relative to a module mean the same there. */
const OUT_DIR = ".next/entraide";

/**
 * Writes the server of `npm start` as plain JavaScript: `start.mjs` and what it loads later, packages left out. To load
 * the sources one by one takes three times as long as all else at a start. Throws esbuild's BuildFailure.
 */
export async function bundleServer(): Promise<void> {
  await rm(path.join(ROOT, OUT_DIR), { recursive: true, force: true });
  await build({
    absWorkingDir: ROOT,
    entryPoints: ["lib/start/start.ts"],
    outdir: OUT_DIR,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    packages: "external",
    platform: "node",
    target: "node20.19",
    format: "esm",
    // For the log, which names places in the sources; see lib/server/source-place.ts.
    sourcemap: true,
    sourcesContent: false,
    logLevel: "warning",
  });
}
