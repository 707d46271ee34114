import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importsOf } from "@/app/panel/asset-version";
import { bundleWidget } from "@/lib/start/bundle-widget";

let outDir = "";
const read = (name: string) => readFile(path.join(outDir, name), "utf8");
const weight = async (name: string) => gzipSync(await read(name), { level: 9 }).length;

beforeAll(async () => {
  outDir = await mkdtemp(path.join(tmpdir(), "entraide-widget-"));
  await bundleWidget({ minify: true, outDir });
}, 60_000);
afterAll(() => rm(outDir, { recursive: true }));

describe("the widget's bundles", () => {
  it("leave the host's page with at most 5 KB", async () => {
    expect(await weight("widget.js")).toBeLessThan(5_000);
  });

  it("load at most 45 KB of script for the panel at first, its words included, in each language", async () => {
    const first = ["panel.js", ...importsOf(await read("panel.js"))];
    expect(first.length).toBeGreaterThan(1);
    const weights = await Promise.all(first.map(weight));
    const panel = weights.reduce((sum, each) => sum + each, 0);
    for (const locale of ["en", "fr"])
      expect(panel + (await weight(`panel-${locale}.js`))).toBeLessThan(45_000);
  });

  it("load at most 12 KB for anything that is asked for later", async () => {
    const first = importsOf(await read("panel.js"));
    const later = (await readdir(outDir)).filter(
      (name) => /^panel-.+-[0-9A-Z]{8}\.js$/.test(name) && !first.includes(name),
    );
    // The options with their words in two languages, and the live line.
    expect(later.length).toBeGreaterThanOrEqual(4);
    for (const name of later) expect(await weight(name), name).toBeLessThan(12_000);
  });

  it("carry no zod, no Next and no React", async () => {
    const names = (await readdir(outDir)).filter((name) => /^panel.*\.js$/.test(name));
    const panel = (await Promise.all(names.map(read))).join("");
    for (const trace of ["ZodError", "zod", "__next", "react-dom"]) expect(panel).not.toContain(trace);
  });

  it("hold every asset that the style names", async () => {
    const files = await readdir(outDir);
    const named = [...(await read("panel.css")).matchAll(/url\(["']?(?:\.\/)?([^"')]+)/g)].map(
      (match) => match[1],
    );
    expect(named.length).toBeGreaterThan(0);
    for (const name of named) expect(files).toContain(name);
  });

  it("give the launcher both themes, and no token that is not there", async () => {
    const loader = await read("widget.js");
    expect(loader).toContain("prefers-color-scheme:dark");
    expect(loader).not.toContain("undefined");
    expect(loader).not.toContain("var(--surface)");
  });
});
