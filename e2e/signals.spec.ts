import { expect, type Page } from "@playwright/test";
import { accept, makeAvailable, offerOf } from "@/e2e/support/desk";
import { CITY } from "@/e2e/support/meeting";
import { ask, openPanel } from "@/e2e/support/panel";
import { test } from "@/e2e/support/test";
import { wordsOf } from "@/e2e/support/words";

const { signals } = wordsOf("en").desk;
const CALL = "(1) A question for you";

/** Counts the tones that the page plays, on `window.tones`. */
function countTones(): void {
  const start = OscillatorNode.prototype.start;
  Object.assign(window, { tones: 0 });
  OscillatorNode.prototype.start = function (when) {
    (window as unknown as { tones: number }).tones += 1;
    start.call(this, when);
  };
}

const tones = (page: Page) => page.evaluate(() => (window as unknown as { tones: number }).tones);

/** As if another tab were in front, or this one again: a browser that is driven shows all of them. */
function lookAway(page: Page, isHidden: boolean): Promise<void> {
  return page.evaluate((hidden) => {
    Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
    Object.defineProperty(document, "visibilityState", {
      configurable: true,
      get: () => (hidden ? "hidden" : "visible"),
    });
    document.dispatchEvent(new Event("visibilitychange"));
  }, isHidden);
}

test("a question rings once, and blinks in the title of a tab that is not looked at", async ({
  person,
  visitor,
}) => {
  const ingrid = await person("ingrid");
  await ingrid.addInitScript(countTones);
  await ingrid.reload();
  await makeAvailable(ingrid);
  const plain = await ingrid.title();

  await test.step("whoever switches the sound on hears it", async () => {
    await ingrid.getByRole("button", { name: signals.sound, exact: true }).click();
    await expect.poll(() => tones(ingrid)).toBe(2);
  });

  await lookAway(ingrid, true);
  const shop = await visitor({}, CITY);
  const text = "How far does it go in winter?";
  await ask(await openPanel(shop), { topic: "Battery", text, firstName: "Lou" });

  await test.step("the title calls and is itself again, by turns", async () => {
    for (const title of [CALL, plain, CALL]) await expect.poll(() => ingrid.title()).toBe(title);
    expect(await tones(ingrid)).toBe(4);
  });

  await test.step("it rests while she looks, and once she has answered", async () => {
    await lookAway(ingrid, false);
    await expect.poll(() => ingrid.title()).toBe(plain);
    await expect(offerOf(ingrid, text)).toBeVisible();
    await accept(ingrid, text);
    await lookAway(ingrid, true);
    // At once: a title that still called would be itself again a second later.
    expect(await ingrid.title()).toBe(plain);
    expect(await tones(ingrid)).toBe(4);
  });
});
