import { expect, type Page } from "@playwright/test";
import { makeAvailable, offerOf } from "@/e2e/support/desk";
import { CITY, endAtDesk, meet } from "@/e2e/support/meeting";
import { ask, openPanel, panelOf, write } from "@/e2e/support/panel";
import { test } from "@/e2e/support/test";

const TWO_HOURS_MS = 2 * 3_600_000;

test("clocks that are two hours wrong show sensible seconds", async ({ person, visitor }) => {
  const text = "How long does a charge take?";
  const nadia = await person("nadia");
  await shiftClock(nadia, -TWO_HOURS_MS);
  await makeAvailable(nadia);
  const shop = await visitor({}, CITY);
  await shiftClock(shop, TWO_HOURS_MS);
  const panel = await openPanel(shop);
  await ask(panel, { text, topic: "Battery", firstName: "Ida" });
  // An offer lives 20 s, and the promise is 30 s.
  await expect(offerOf(nadia, text).getByRole("timer")).toHaveText(/^(20|1\d|[1-9])$/);
  await expect(panel.getByRole("timer")).toHaveText(/^[12]?\d$/);
  await offerOf(nadia, text)
    .getByRole("button", { name: /^Accept/ })
    .click();
  await expect(panel.getByText(/^Nadia joined \d{1,2}\ss after you asked$/)).toBeVisible();
  await expect(nadia.getByText("just now", { exact: false }).first()).toBeVisible();
  await write(nadia, "Four hours.");
  await expect(panel.getByText("Four hours.")).toBeVisible();
  await endAtDesk(nadia);
});

test("a browser that keeps nothing can talk, and is told what a reload would lose", async ({
  person,
  visitor,
}) => {
  const warning = "Your browser keeps nothing for this page: reloading it would lose the conversation.";
  const nadia = await person("nadia");
  await makeAvailable(nadia);
  const shop = await visitor({ blockStorage: true }, CITY);
  const panel = await meet(nadia, shop, { text: "Does it fit in a lift?", firstName: "Rosa" });
  await expect(panel.getByText(warning)).toBeVisible();
  await write(nadia, "Upright, yes.");
  await expect(panel.getByText("Upright, yes.")).toBeVisible();
  await write(panel, "Then I will measure mine.");
  await expect(nadia.getByRole("log").getByText("Then I will measure mine.")).toBeVisible();

  // The warning is true.
  await shop.reload();
  await openPanel(shop);
  await expect(panelOf(shop).getByRole("textbox", { name: "What would you like to know?" })).toBeVisible();
  await endAtDesk(nadia);
  // Where storage works, nobody is warned.
  const other = await visitor({}, CITY);
  const kept = await meet(nadia, other, { text: "Does it fit on a train?", firstName: "Nils" });
  await expect(kept.getByText(warning)).toBeHidden();
  await endAtDesk(nadia);
});

/** Loads the page again in a browser whose clock is wrong by so many milliseconds. */
async function shiftClock(page: Page, byMs: number): Promise<void> {
  await page.context().addInitScript((ms) => {
    const now = Date.now;
    const wrongNow = () => now() + ms;
    globalThis.Date = new Proxy(Date, {
      construct: (real, given) => Reflect.construct(real, given.length === 0 ? [wrongNow()] : given),
      get: (real, name) => (name === "now" ? wrongNow : Reflect.get(real, name)),
    });
  }, byMs);
  await page.reload();
}
