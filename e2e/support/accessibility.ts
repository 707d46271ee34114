import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Frame, type Page } from "@playwright/test";
import type { AxeResults, RunOptions } from "axe-core";
import { isShown, settle } from "@/e2e/support/rest";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Fails with one paragraph per broken rule and place when the page, or one of its visible frames, breaks WCAG 2.2 AA. */
export async function expectAccessible(page: Page): Promise<void> {
  // A page that was reached by a link has its heading a moment before its title.
  await expect(page, "a title").toHaveTitle(/./);
  expect((await findBarriers(page)).join("\n\n"), "accessibility").toBe("");
}

/** One paragraph per broken rule and place on the page and in its visible frames. */
async function findBarriers(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const frame of page.frames()) {
    if (!(await isShown(frame))) continue;
    // Colours are measured at rest, never halfway through a fade.
    await settle(frame);
    const { violations } = await check(frame);
    for (const { id, help, nodes } of violations) {
      for (const { target, failureSummary } of nodes) {
        found.push(
          `${id}: ${help} (${target.join(" ")}, ${new URL(frame.url()).pathname})\n${failureSummary ?? ""}`,
        );
      }
    }
  }
  return found;
}

async function check(frame: Frame): Promise<AxeResults> {
  const options: RunOptions = {
    // Landmarks and heading levels are a page's matter; a frame is a part of one.
    runOnly: frame.parentFrame() ? WCAG : [...WCAG, "best-practice"],
    resultTypes: ["violations"],
    // Each frame is asked apart: axe's own way needs its script in every frame first.
    iframes: false,
  };
  await frame.evaluate(AXE);
  return frame.evaluate((given) => {
    const { axe } = window as unknown as {
      axe: { run(where: Document, options: RunOptions): Promise<AxeResults> };
    };
    return axe.run(document, given);
  }, options);
}
