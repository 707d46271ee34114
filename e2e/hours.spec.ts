import { expect, type Page } from "@playwright/test";
import { makeAvailable } from "@/e2e/support/desk";
import { launcher } from "@/e2e/support/panel";
import { test } from "@/e2e/support/test";
import { wordsOf } from "@/e2e/support/words";

const CITY = "/products/volt-3-city";
const { ask } = wordsOf("en").widget;
const { hours } = wordsOf("en").settings;

/** What the clocks of the brand show at an instant, as fields of dates and times take it. */
function wall(at: Date): { date: string; time: string; minutes: number } {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat("en-GB", {
      timeZone: "Europe/Paris",
      dateStyle: "short",
      timeStyle: "short",
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return {
    date: `${parts.year}-${parts.month}-${parts.day}`,
    time: `${parts.hour}:${parts.minute}`,
    minutes: Number(parts.hour) * 60 + Number(parts.minute),
  };
}

/** Saves the hours, and waits until they are. */
async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved.", { exact: true }).first()).toBeVisible();
}

test("a special day takes the shop's button away, the clock brings it back, and so does an undo", async ({
  person,
  visitor,
}) => {
  // What opens by the clock opens with a minute.
  test.setTimeout(960_000);
  const nadia = await person("nadia");
  await makeAvailable(nadia);
  const shop = await visitor({}, CITY);
  const button = launcher(shop).filter({ hasText: ask.titleOwner });
  await expect(button).toBeVisible();

  const helene = await person("helene");
  await helene.goto(helene.url().replace(/\/live.*$/, "/settings/hours"));
  const owners = helene.locator('.hours-now__kind[data-kind="owner"]');
  await expect(owners).toContainText("always open");

  // Days that end meanwhile are another test's matter.
  await expect.poll(() => wall(new Date()).minutes, { timeout: 660_000 }).toBeLessThan(23 * 60 + 50);
  const opens = wall(new Date(Date.now() + 150_000));
  await test.step("today opens in two minutes, so nobody is asked until then", async () => {
    await helene.getByRole("button", { name: hours.addDay }).click();
    await helene.getByLabel(hours.from, { exact: true }).fill(opens.date);
    await helene.getByRole("radio", { name: hours.openThen }).check();
    await helene.getByLabel(`${hours.newDay}: opens`).fill(opens.time);
    await helene.getByLabel(`${hours.newDay}: closes`).fill("23:59");
    await helene.getByRole("button", { name: hours.done, exact: true }).click();
    await save(helene);
    await expect(owners).toContainText(`closed now, until ${opens.time}`);
    await expect(button).toBeHidden();
    await expect(nadia.getByText(/^The brand’s button is closed until /).first()).toBeVisible();
  });

  await test.step("the board says so, too", async () => {
    const board = await person("helene");
    await expect(board.locator(".board__opening")).toHaveText(`Closed until ${opens.time}.`);
    await board.close();
  });

  await test.step("the clock reaches it: the button is back by itself", async () => {
    await expect(button).toBeVisible({ timeout: 210_000 });
    await expect(owners).toContainText("open now, until 23:59", { timeout: 30_000 });
  });

  await test.step("the day is closed altogether, and the change is undone", async () => {
    await helene.getByRole("button", { name: /^Change / }).click();
    await helene.getByRole("radio", { name: hours.closed, exact: true }).check();
    await helene.getByRole("button", { name: hours.done, exact: true }).click();
    await save(helene);
    // It goes by itself, except while it is pointed at.
    await helene.getByRole("listitem").filter({ hasText: "Saved." }).hover();
    await expect(owners).toContainText("closed now, until");
    await expect(button).toBeHidden();
    await helene.getByRole("button", { name: "Undo", exact: true }).click();
    await expect(owners).toContainText("open now, until 23:59");
    await expect(button).toBeVisible();
  });
});
