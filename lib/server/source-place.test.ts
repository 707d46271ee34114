import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { transformSync } from "esbuild";
import { afterEach, beforeEach, expect, it } from "vitest";
import { sourcePlace } from "./source-place";

let root: string;
let bundle: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "entraide-place-"));
  const folder = path.join(root, ".next/entraide");
  mkdirSync(folder, { recursive: true });
  bundle = path.join(folder, "chunk-2E3AT3IB.mjs");
  const source = "type Long = {\n  name: string;\n};\n\nexport const fail = () => missing();\n";
  const { map } = transformSync(source, {
    loader: "ts",
    sourcemap: true,
    sourcefile: "../../lib/server/fail.ts",
  });
  writeFileSync(`${bundle}.map`, map);
});

afterEach(() => rmSync(root, { recursive: true }));

it("names the source's file and line in place of the bundle's", () => {
  const url = pathToFileURL(bundle).href;
  const source = path.join(root, "lib/server/fail.ts");
  expect(sourcePlace(`at fail (${url}:1:27)`)).toBe(`at fail (${source}:5:27)`);
  expect(sourcePlace(`at async ${url}:1:27`)).toBe(`at async ${source}:5:27`);
});

it("leaves alone what has no map", () => {
  const other = pathToFileURL(`${path.dirname(bundle)}/chunk-OTHER.mjs`).href;
  for (const frame of [
    `at fail (${other}:1:27)`,
    "at fail (/app/node_modules/pg/lib/client.js:1:27)",
    "at process.processTicksAndRejections (node:internal/process/task_queues:95:5)",
  ]) {
    expect(sourcePlace(frame)).toBe(frame);
  }
});
