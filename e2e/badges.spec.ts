import { expect } from "@playwright/test";
import { expectAccessible } from "@/e2e/support/accessibility";
import { test } from "@/e2e/support/test";

const BADGES = "/volt-velo/community/badges";
const PROFILE = "/volt-velo/profile";
const REASON = "Two of these were from our own team.";

/** Awards follow a change of rules by a job of their own. */
const computed = { timeout: 30_000 };

test("a manager asks less for a badge, an expert has it, and loses it with a reason that he reads", async ({
  person,
}) => {
  const helene = await person("helene");
  const ingrid = await person("ingrid");
  const shelf = ingrid.getByRole("region", { name: "Badges", exact: true });

  await test.step("Ingrid sees how far she is", async () => {
    await ingrid.goto(PROFILE);
    await expect(shelf.getByText("4 of 5 thanks on Battery")).toBeVisible();
    await expectAccessible(ingrid);
  });

  await test.step("Hélène tries less on the past, and saves it", async () => {
    await helene.goto(BADGES);
    await expectAccessible(helene);
    await helene.getByRole("link", { name: "Battery sage" }).click();
    await expect(helene.getByRole("heading", { level: 1, name: "Battery sage" })).toBeVisible();
    await expect(helene.getByText("It would have been earned by 1 person.")).toBeVisible();
    await helene.getByRole("textbox", { name: "Bronze" }).fill("4");
    await expect(helene.getByText("It would have been earned by 2 people.")).toBeVisible();
    await expect(helene.getByText("Ingrid S., bronze")).toBeVisible();
    await helene.getByRole("textbox", { name: "Silver" }).fill("3");
    await helene.getByRole("button", { name: "Save", exact: true }).click();
    await expect(helene.getByText("More than for the level before")).toBeVisible();
    await expectAccessible(helene);
    await helene.getByRole("textbox", { name: "Silver" }).fill("15");
    await helene.getByRole("button", { name: "Save", exact: true }).click();
    await expect(helene.getByText("Saved.", { exact: true }).first()).toBeVisible();
  });

  await test.step("Ingrid has it, with what it rests on", async () => {
    await expect(async () => {
      await ingrid.goto(PROFILE);
      await expect(shelf.getByText("Battery sage, bronze")).toBeVisible({ timeout: 1_000 });
      await expect(shelf.getByText("For 4 confirmed thanks on Battery")).toBeVisible({ timeout: 1_000 });
    }).toPass(computed);
    const award = shelf.getByRole("listitem").filter({ hasText: "For 4 confirmed thanks on Battery" });
    await award.getByText("What it rests on").click();
    await expect(award.getByRole("listitem")).toHaveCount(4);
    await expectAccessible(ingrid);
  });

  await test.step("Hélène takes it back, with a reason", async () => {
    await helene.reload();
    await helene.getByRole("button", { name: "Take back Battery sage, bronze from Ingrid S." }).click();
    const dialog = helene.getByRole("dialog");
    await dialog.getByRole("button", { name: "Take it back" }).click();
    await expect(dialog.getByText("Write a sentence")).toBeVisible();
    await dialog.getByRole("textbox").fill(REASON);
    await expectAccessible(helene);
    await dialog.getByRole("button", { name: "Take it back" }).click();
    await expect(helene.getByText("Taken back from Ingrid S.")).toBeVisible();
    await expect(helene.getByText(REASON)).toBeVisible();
  });

  await test.step("Ingrid reads why", async () => {
    await ingrid.goto(PROFILE);
    await expect(shelf.getByText(REASON)).toBeVisible();
    await expect(shelf.getByText("For 4 confirmed thanks on Battery")).toBeHidden();
    await expectAccessible(ingrid);
  });
});

test("a manager adds a badge and stops giving it, and lets thanks count that were held", async ({
  person,
}) => {
  const helene = await person("helene");
  await helene.goto(BADGES);
  await helene.getByRole("link", { name: "New badge" }).click();
  await expect(helene.getByRole("heading", { level: 1, name: "New badge" })).toBeVisible();
  await expectAccessible(helene);
  await helene.getByLabel("What it’s for").selectOption("lasting");
  await expect(helene.getByText("thanks that still held two weeks later", { exact: false })).toBeVisible();
  await expect(helene.getByText("It would have been earned by 1 person.")).toBeVisible();
  await helene.getByRole("button", { name: "Add the badge" }).click();
  await expect(helene.getByLabel("Name in English")).toBeFocused();
  await helene.getByLabel("Name in English").fill("Good neighbour");
  await helene.getByLabel("Name in French").fill("Bon voisin");
  await helene.getByRole("button", { name: "Add the badge" }).click();
  await expect(helene.getByRole("heading", { level: 1, name: "Good neighbour" })).toBeVisible();
  await helene.getByRole("button", { name: "Stop giving this badge" }).click();
  await helene.getByRole("dialog").getByRole("button", { name: "Stop giving it" }).click();
  await expect(helene.getByRole("heading", { level: 1, name: "Badges" })).toBeVisible();
  await expect(helene.getByRole("link", { name: "Good neighbour" })).toHaveCount(0);

  await helene.getByRole("link", { name: "Reviews" }).click();
  const review = helene.getByRole("article", { name: "Ingrid S." });
  await expect(review.getByRole("row").filter({ hasText: "Clara" })).toContainText("not yet");
  await expectAccessible(helene);
  await review.getByRole("button", { name: "They count after all" }).click();
  await expect(helene.getByText("Nothing to look at")).toBeVisible();
  await expect(review.getByRole("row").filter({ hasText: "Clara" })).toContainText("yes");
  await expectAccessible(helene);
});
