import type { Frame, Page } from "@playwright/test";

/** What runs longer is no fade but a clock. */
const LONG_MS = 2_000;

/** Waits until a frame's fades have ended. Rings and dots, which run for long, are not waited for. */
export async function settle(frame: Frame): Promise<void> {
  await frame.evaluate(async (longMs) => {
    // What has just changed begins to fade with the next picture.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const fades = document
      .getAnimations()
      .filter((animation) => Number(animation.effect?.getComputedTiming().endTime) < longMs);
    await Promise.allSettled(fades.map((animation) => animation.finished));
  }, LONG_MS);
}

/** Waits until the page's fades and those of its visible frames have ended. */
export async function settlePage(page: Page): Promise<void> {
  for (const frame of page.frames()) if (await isShown(frame)) await settle(frame);
}

/** Whether a frame can be seen; a hidden one draws no pictures to wait for. */
export async function isShown(frame: Frame): Promise<boolean> {
  if (frame.isDetached()) return false;
  return frame.parentFrame() ? (await frame.frameElement()).isVisible() : true;
}
