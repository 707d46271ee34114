import { readFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { importsOf } from "@/app/panel/asset-version";
import type { Figure } from "@/e2e/bench/figure";
import { locales } from "@/lib/domain/locale";

const PUBLIC = "public";

async function kbOf(names: readonly string[]): Promise<number> {
  const sizes = names.map(
    async (name) => gzipSync(await readFile(path.join(PUBLIC, name)), { level: 9 }).length,
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1000;
}

/** What the script tag costs the host's page. */
export const loaderSize: Figure = {
  name: "loader_size",
  limitSeconds: 10,
  async measure() {
    return [{ name: "loader_size", value: await kbOf(["widget.js"]), unit: "KB", target: { atMost: 5 } }];
  },
};

/** All script that the panel loads until the first message, in its larger language. */
export const panelSize: Figure = {
  name: "panel_size",
  limitSeconds: 10,
  async measure() {
    const script = await readFile(path.join(PUBLIC, "panel.js"), "utf8");
    const first = ["panel.js", ...importsOf(script)];
    const sizes = await Promise.all(locales.map((locale) => kbOf([...first, `panel-${locale}.js`])));
    return [
      {
        name: "panel_size",
        value: Math.max(...sizes),
        unit: "KB",
        target: { atMost: 45 },
        // preact and pusher-js by themselves.
        floor: { of: "preact + pusher-js", value: 24.4 },
        facts: { files: first.length + 1 },
      },
    ];
  },
};
