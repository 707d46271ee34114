import { expect } from "@playwright/test";
import { expectAccessible } from "@/e2e/support/accessibility";
import { test } from "@/e2e/support/test";

const BADGES = "/volt-velo/community/badges";

test("a manager adds a badge and stops giving it; there is nothing to look at", async ({ person }) => {
  const helene = await person("helene");
  await helene.goto(BADGES);
  await helene.getByRole("link", { name: "New badge" }).click();
  await expectAccessible(helene);
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
  await expect(helene.getByText("Nothing to look at")).toBeVisible();
  await expectAccessible(helene);
});
