import { expect } from "@playwright/test";
import { makeAvailable } from "@/e2e/support/desk";
import { CITY, endAtDesk, meet } from "@/e2e/support/meeting";
import { test } from "@/e2e/support/test";

const PROFILE = "/volt-velo/profile";

test("a member shows his picture to the visitor, and takes it away again", async ({
  person,
  visitor,
  consoleWatch,
}) => {
  // The torn file is refused on purpose.
  consoleWatch.allow(/status of 4(15|22)/);
  const nadia = await person("nadia");
  await nadia.goto(PROFILE);
  const field = nadia.getByRole("region", { name: "Picture" });
  const input = field.locator('input[type="file"]');
  await input.setInputFiles({ name: "me.png", mimeType: "image/png", buffer: Buffer.from("no picture") });
  await expect(field.getByText(/can’t be read|Only images/)).toBeVisible();
  await input.setInputFiles({ name: "me.png", mimeType: "image/png", buffer: await nadia.screenshot() });
  await expect(nadia.getByText("Your picture is in its place.")).toBeVisible();
  await expect(field.locator("img")).toBeVisible();

  await nadia.goto("/volt-velo/desk");
  await makeAvailable(nadia);
  const shop = await visitor({}, CITY);
  const panel = await meet(nadia, shop, { text: "Does the lamp glare?", firstName: "Orla" });
  await expect(panel.locator(".av img").first()).toBeVisible();
  await endAtDesk(nadia);

  await nadia.goto(PROFILE);
  await field.getByRole("button", { name: "Take it away" }).click();
  await expect(nadia.getByText("Your picture is gone.")).toBeVisible();
  await expect(field.locator("img")).toHaveCount(0);
});

test("a member reads again what he carried", async ({ person }) => {
  const nadia = await person("nadia");
  await nadia.goto(`${PROFILE}/chats`);
  const past = nadia.getByRole("link", { name: /^Read the chat with/ });
  await past.first().click();
  await expect(nadia.getByRole("heading", { level: 1, name: /^Chat with/ })).toBeVisible();
  await expect(nadia.locator(".bub").first()).toBeVisible();
});

test("signing out everywhere ends every session, also the one next door", async ({
  person,
  consoleWatch,
}) => {
  // The desk next door is refused from then on.
  consoleWatch.allow(/status of 40[13]/);
  const here = await person("samir");
  const there = await person("samir");
  await here.goto(PROFILE);
  await here.getByRole("button", { name: "Sign out everywhere" }).click();
  await here.getByRole("dialog").getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(here.getByText("You’re signed out on every device.")).toBeVisible();
  await there.goto(PROFILE);
  await expect(there).toHaveURL(/\/sign-in/);
});

test("a member leaves by the brand's name, and the brand is closed to him", async ({
  person,
  consoleWatch,
}) => {
  consoleWatch.allow(/status of 404/);
  const ingrid = await person("ingrid");
  await ingrid.goto(PROFILE);
  await ingrid.getByRole("button", { name: "Leave Volt & Vélo" }).click();
  const dialog = ingrid.getByRole("dialog");
  await dialog.getByRole("textbox").fill("Volt & Vélo");
  await dialog.getByRole("button", { name: "Leave", exact: true }).click();
  await expect(ingrid).toHaveURL(/\/$/);
  await ingrid.goto("/volt-velo/desk");
  await expect(ingrid.getByRole("heading", { name: "There’s nothing here" })).toBeVisible();
});
