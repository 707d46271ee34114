/**
 * `npm run screens [-- <part of a name> …]`: pictures of every screen in `.data/screens/<name>-<width>-<theme>[-fr].png`,
 * at 1280 and 390 pixels, light and dark, in English, the main ones in French too. The stops are in support/tour.ts.
 */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { chromium, type Page } from "@playwright/test";
import { BROWSER_FLAGS, ensureBrowser } from "@/e2e/support/browser";
import { serveHostPage } from "@/e2e/support/host-page";
import { settlePage } from "@/e2e/support/rest";
import { freePort, makeDataFolder, removeData, startDemo, startInstallation } from "@/e2e/support/server";
import { takeFirstTour, takeTour } from "@/e2e/support/tour";
import type { Language } from "@/e2e/support/words";

const FOLDER = ".data/screens";
const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
] as const;
const THEMES = ["light", "dark"] as const;

const executablePath = ensureBrowser();
mkdirSync(FOLDER, { recursive: true });

const wanted = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS });
try {
  for (const language of ["en", "fr"] as const) {
    // Each language begins with the same people in the same state.
    const dataDir = makeDataFolder();
    const server = await startDemo({ port: await freePort(), dataDir, mayBuild: true });
    try {
      await shootAll(takeTour({ browser, server, language, wanted }), language);
    } finally {
      await server.stop();
      removeData(dataDir);
    }
    await shootFirstRun(language);
  }
} finally {
  await browser.close();
}

/** The screens of an installation that nobody has used. */
async function shootFirstRun(language: Language): Promise<void> {
  const dataDir = makeDataFolder();
  const host = await serveHostPage("Vélo Nord");
  const server = await startInstallation({ port: await freePort(), dataDir });
  try {
    await shootAll(takeFirstTour({ browser, server, host, language, wanted }), language);
  } finally {
    await host.close();
    await server.stop();
    removeData(dataDir);
  }
}

async function shootAll(tour: ReturnType<typeof takeTour>, language: Language): Promise<void> {
  for await (const { name, page, problem } of tour) {
    if (page) await shoot(page, name, language);
    else fail(name, language, problem);
  }
}

function fail(name: string, language: Language, problem: string): void {
  console.error(`No picture of ${name} (${language}): ${problem}`);
  process.exitCode = 1;
}

/** Pictures of one page in every size and theme; the page keeps its state. */
async function shoot(page: Page, name: string, language: Language): Promise<void> {
  for (const size of SIZES) {
    for (const colorScheme of THEMES) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const file = `${name}-${size.width}-${colorScheme}${language === "fr" ? "-fr" : ""}.png`;
      await settlePage(page);
      await page.screenshot({ path: path.join(FOLDER, file), caret: "initial" });
    }
  }
  // The walk goes on where all columns stand side by side.
  await page.setViewportSize(SIZES[0]);
  console.log(`${name}${language === "fr" ? " (fr)" : ""}`);
}
