import { expect } from "@playwright/test";
import { expectAccessible } from "@/e2e/support/accessibility";
import { test } from "@/e2e/support/test";
import { fill, wordsOf } from "@/e2e/support/words";

const { tryout, settings } = wordsOf("en");
const days = "7";

test("a manager tries other capacities on the last days, stops once, and saves nothing by it", async ({
  person,
}) => {
  test.setTimeout(180_000);
  const helene = await person("helene");
  await helene.goto(helene.url().replace(/\/live.*$/, "/settings/defaults"));
  const part = helene.getByRole("region", { name: tryout.title });
  const field = (name: keyof typeof settings.setting) =>
    helene.getByRole("textbox", { name: settings.setting[name], exact: true });
  const tryIt = part.getByRole("button", { name: fill(tryout.try, { days }), exact: true });

  await test.step("nothing is offered until a number that counts has changed", async () => {
    await expect(part).toContainText(fill(tryout.rest, { days }));
    await field("graceSeconds").fill("20");
    await expect(part).toContainText(tryout.nothingToTry);
    await expect(part.getByRole("button")).toHaveCount(0);
    await field("newExpertCapacity").fill("9");
    await expect(part).toContainText(tryout.wrong);
    await field("newExpertCapacity").fill("3");
    await expect(tryIt).toBeVisible();
  });

  await test.step("it is called off", async () => {
    // Its rounds stay unanswered, so that it cannot be over before it is stopped.
    await helene.route("**/settings/try", () => undefined);
    await tryIt.click();
    await expect(part.getByRole("progressbar", { name: tryout.running })).toBeVisible();
    await part.getByRole("button", { name: tryout.cancel, exact: true }).click();
    await expect(part).toContainText(tryout.cancelled);
    await helene.unroute("**/settings/try");
  });

  await test.step("it says what would have been, in a sentence, in bars and in tables", async () => {
    await tryIt.click();
    await expect(part.getByText(/fewer missed questions?.*overloads?/)).toBeVisible({ timeout: 60_000 });
    await expect(part.getByRole("img", { name: /^Missed questions by day/ })).toBeVisible();
    const table = part.getByRole("table", { name: tryout.table.title });
    await expect(table.getByRole("row", { name: new RegExp(`^${tryout.table.missed}`) })).toContainText("−");
    await part.getByText(tryout.days.table).click();
    await expect(part.getByRole("table", { name: tryout.days.title })).toBeVisible();
    await expectAccessible(helene);
  });

  await test.step("a result goes with the numbers that it is about, and nothing was saved", async () => {
    await field("newExpertCapacity").fill("2");
    await expect(part.getByRole("table")).toHaveCount(0);
    await expect(tryIt).toBeVisible();
    await helene.reload();
    await expect(field("newExpertCapacity")).toHaveValue("1");
  });
});
