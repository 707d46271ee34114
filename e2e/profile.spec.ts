import { expect } from "@playwright/test";
import { expectAccessible } from "@/e2e/support/accessibility";
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

test("a manager writes on a member’s page what he owns, beside what he says himself", async ({
  person,
  consoleWatch,
}) => {
  test.setTimeout(120_000);
  // The same again is refused on purpose.
  consoleWatch.allow(/status of 409/);
  const ahead = "2999-01-01";
  const samir = await person("samir");
  const own = samir.getByRole("region", { name: "What you own" });
  await test.step("Samir says what he owns", async () => {
    await samir.goto(PROFILE);
    // A press that comes before the page listens is lost.
    await expect(async () => {
      await own.getByRole("button", { name: "Add something you own" }).click({ timeout: 1_000 });
      await expect(own.getByLabel("Product")).toBeFocused({ timeout: 1_000 });
    }).toPass();
    await own.getByLabel("Product").fill("Volt 3 Cargo");
    await own.getByLabel("Yours since").fill(ahead);
    await own.getByRole("button", { name: "Have it checked" }).click();
    await expect(own.getByText("Choose a day from 1970 to today.")).toBeVisible();
    await expect(own.getByLabel("Yours since")).toBeFocused();
    await expectAccessible(samir);
    await own.getByLabel("Yours since").fill("2024-05-01");
    await own.getByRole("button", { name: "Have it checked" }).click();
    // Another thing that he owns waits already.
    const cargo = own.getByRole("listitem").filter({ hasText: "Volt 3 Cargo" });
    await expect(cargo).toContainText("Waits to be checked");
  });

  const helene = await person("helene");
  const owns = helene.getByRole("region", { name: "What Samir H. owns" });
  const tyres = owns.getByRole("listitem").filter({ hasText: "Winter tyres" });
  const add = owns.getByRole("button", { name: "Add something you know of" });
  await test.step("Hélène writes another thing, by the keyboard alone", async () => {
    await helene.goto("/volt-velo/people");
    await helene.getByRole("link", { name: "Edit Samir H." }).click();
    await expect(owns.getByRole("link", { name: "Check it: Volt 3 Cargo" })).toBeVisible();
    await expect(async () => {
      await add.focus({ timeout: 1_000 });
      await helene.keyboard.press("Enter");
      await expect(owns.getByLabel("Product")).toBeFocused({ timeout: 1_000 });
    }).toPass();
    await helene.keyboard.press("Enter");
    await expect(owns.getByText("Write what it is.")).toBeVisible();
    await expect(owns.getByLabel("Product")).toBeFocused();
    await helene.keyboard.type("Winter tyres");
    await owns.getByLabel("Theirs since").fill(ahead);
    await helene.keyboard.press("Enter");
    await expect(owns.getByText("Choose a day from 1970 to today.")).toBeVisible();
    await expectAccessible(helene);
    await owns.getByLabel("Theirs since").fill("2025-01-10");
    await helene.keyboard.press("Enter");
    await expect(tyres).toContainText(/confirmed by Hélène/);
    await expect(add).toBeFocused();
  });

  await test.step("the same again is refused, and nothing is lost", async () => {
    await add.click();
    await owns.getByLabel("Product").fill("Winter tyres");
    await owns.getByLabel("Theirs since").fill("2025-02-10");
    await owns.getByRole("button", { name: "Add", exact: true }).click();
    await expect(owns.getByRole("alert")).toContainText("It’s confirmed already.");
    await expect(owns.getByLabel("Product")).toHaveValue("Winter tyres");
    await owns.getByRole("button", { name: "Cancel" }).click();
    await expect(add).toBeFocused();
    await expect(tyres).toHaveCount(1);
  });

  await test.step("what is removed comes back by undo, on a phone too", async () => {
    await helene.setViewportSize({ width: 390, height: 844 });
    await tyres.getByRole("button", { name: "Remove Winter tyres" }).click();
    const notice = helene.getByRole("listitem").filter({ hasText: "Winter tyres is off the list" });
    // It goes by itself, except while it is pointed at.
    await notice.hover();
    await expect(tyres).toHaveCount(0);
    await expectAccessible(helene);
    await notice.getByRole("button", { name: "Undo" }).click();
    await expect(tyres).toContainText(/confirmed by Hélène/);
    expect(
      await helene.evaluate(
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
      ),
    ).toBe(true);
  });

  await test.step("Samir reads who confirmed it, the journal who did what", async () => {
    await samir.reload();
    await expect(own.getByRole("listitem").filter({ hasText: "Winter tyres" })).toContainText(/by Hélène/);
    await helene.goto("/volt-velo/settings/journal");
    await expect(helene.getByText(/took away what Samir H\. owned/).first()).toBeVisible();
    await expectAccessible(helene);
  });
});
