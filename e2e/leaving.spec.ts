import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { expectAccessible } from "@/e2e/support/accessibility";
import { test } from "@/e2e/support/test";

const PROFILE = "/volt-velo/profile";

test("a member takes a copy, leaves to be erased, and takes that back with everything as it was", async ({
  person,
  consoleWatch,
}) => {
  // Between the two, the brand is closed to him.
  consoleWatch.allow(/status of 404/);
  const samir = await person("samir");
  await samir.goto(PROFILE);
  for (const [link, holds] of [
    ["Download to read", "Samir"],
    ["Download as JSON", '"Samir'],
  ] as const) {
    const download = samir.waitForEvent("download");
    await samir.getByRole("link", { name: link }).click();
    expect(await readFile(await (await download).path(), "utf8")).toContain(holds);
  }

  await samir.getByRole("button", { name: "Leave and erase everything" }).click();
  const dialog = samir.getByRole("dialog");
  await expect(dialog).toContainText("In 30 days all of this goes");
  await expectAccessible(samir);
  await dialog.getByRole("textbox").fill("Volt & Vélo");
  await dialog.getByRole("button", { name: "Leave and erase" }).click();
  await expect(samir).toHaveURL(/\/$/);
  await expect(samir.getByRole("heading", { name: "Brands you’re leaving" })).toBeVisible();
  await expectAccessible(samir);

  const shut = await samir.context().newPage();
  await shut.goto("/volt-velo/desk");
  await expect(shut.getByRole("heading", { name: "There’s nothing here" })).toBeVisible();
  await shut.close();

  await samir.getByRole("button", { name: "Come back to Volt & Vélo" }).click();
  await expect(samir).toHaveURL(/\/volt-velo\/desk$/);
  await samir.goto("/");
  await expect(samir.getByRole("heading", { name: "Brands you’re leaving" })).toHaveCount(0);
});
