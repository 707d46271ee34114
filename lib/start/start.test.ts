import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";

it("says in a sentence that there is no build yet", () => {
  const root = mkdtempSync(path.join(tmpdir(), "entraide-start-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const program = path.join(root, "lib/start/start.mjs");
  mkdirSync(path.dirname(program), { recursive: true });
  copyFileSync("lib/start/start.mjs", program);
  const { status, stderr } = spawnSync(process.execPath, [program], { encoding: "utf8" });
  expect(stderr).toBe("\nThere is no build yet. Run `npm run build` first.\n");
  expect(status).toBe(1);
});
