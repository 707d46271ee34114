import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "@playwright/test";

/**
 * Playwright's own list of features to switch off, without the partitioning of storage: a Chromium that lacks it refuses
 * every storage to frames of other sites, which no visitor's browser does. The last such flag counts.
 */
const SWITCHED_OFF = [
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
];

/** Flags for a browser that runs as root in a container and keeps quiet on the network. */
export const BROWSER_FLAGS = [
  `--disable-features=${SWITCHED_OFF.join(",")}`,
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * The path of a Chromium that starts, installed first where there is none: Playwright's own build, or on Debian as root
 * the distribution's. Throws an `Error` that says what to do when neither works.
 */
export function ensureBrowser(): string {
  const given = process.env.CHROME_PATH;
  if (given) {
    if (starts(given)) return given;
    throw new Error(`CHROME_PATH is "${given}", but no browser starts there. Correct it, or leave it out.`);
  }
  return findBrowser() ?? installBrowser();
}

function findBrowser(): string | undefined {
  return [...PLACES, chromium.executablePath()].find(starts);
}

/** Ubuntu's chromium is a stub that only asks for a snap, so that being there is not enough. */
function starts(file: string): boolean {
  return (
    existsSync(file) && spawnSync(file, ["--version"], { stdio: "ignore", timeout: 20_000 }).status === 0
  );
}

function installBrowser(): string {
  console.log("No Chromium found; installing one.");
  const isRoot = process.getuid?.() === 0;
  const playwright = createRequire(import.meta.url).resolve("@playwright/test/cli");
  // Its libraries need root, and asking for a password is the second thing to try.
  for (const withLibraries of isRoot ? [true] : [false, true]) {
    const options = withLibraries ? ["--with-deps"] : [];
    if (!findBrowser()) run(process.execPath, [playwright, "install", ...options, "chromium"]);
  }
  if (!findBrowser() && isRoot && existsSync("/etc/debian_version")) {
    run("apt-get", ["update"]);
    run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"]);
  }
  const found = findBrowser();
  if (found) return found;
  throw new Error(
    "The browser tests need Chromium, and none could be installed here. Install Chromium or Chrome, and set CHROME_PATH to its program if it is in an unusual place.",
  );
}

function run(command: string, args: string[]): void {
  spawnSync(command, args, { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
}
