/**
 * `npm run test:browser [-- <Playwright's arguments>]`: finds or installs a Chromium, prepares the demo's data once
 * (the first start builds the product when needed), then runs the journeys. Each spec file gets a server of its own on a copy of that data.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { ensureBrowser } from "@/e2e/support/browser";
import { freePort, makeDataFolder, removeData, startDemo } from "@/e2e/support/server";

const chromePath = ensureBrowser();
// One port for the whole run: the demo's site allows its shop's origin, port included.
const port = await freePort();
const template = makeDataFolder();
try {
  const demo = await startDemo({ port, dataDir: template, mayBuild: true });
  await demo.stop();
  process.exitCode = await runPlaywright();
} finally {
  removeData(template);
}

async function runPlaywright(): Promise<number> {
  const playwright = createRequire(import.meta.url).resolve("@playwright/test/cli");
  const args = [playwright, "test", "--config", "e2e/playwright.config.ts", ...process.argv.slice(2)];
  const child = spawn(process.execPath, args, {
    stdio: "inherit",
    env: { ...process.env, CHROME_PATH: chromePath, E2E_PORT: String(port), E2E_TEMPLATE: template },
  });
  // Ctrl-C reaches the child too; it ends its servers, and we then tidy up.
  const wait = () => undefined;
  process.on("SIGINT", wait).on("SIGTERM", wait);
  const [code] = await once(child, "exit");
  return typeof code === "number" ? code : 1;
}
