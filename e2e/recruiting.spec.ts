import { expect } from "@playwright/test";
import { expectAccessible } from "@/e2e/support/accessibility";
import { confirmApplication, fillApplication } from "@/e2e/support/applying";
import { makeAvailable } from "@/e2e/support/desk";
import { CITY, endAtDesk, meet, thank } from "@/e2e/support/meeting";
import { linkIn, mailTo } from "@/e2e/support/outbox";
import { test } from "@/e2e/support/test";

const JOIN = "/community/volt-velo/join";
const BOARD = "/volt-velo/community";
const HUGO = "hugo.martin@example.com";

test("a stranger applies, is accepted, and comes in by his mails", async ({
  browser,
  server,
  person,
  consoleWatch,
}) => {
  const context = await browser.newContext({ locale: "en-GB", baseURL: server.origin });
  consoleWatch.listen(context, "hugo");
  const hugo = await context.newPage();

  await test.step("he reads what it is, and types", async () => {
    await hugo.goto(JOIN);
    await expect(hugo.getByRole("heading", { level: 1 })).toHaveText("Help others with what you own");
    await expectAccessible(hugo);
    await hugo.getByRole("button", { name: "Send my application" }).click();
    await expect(hugo.getByText("Write your first name")).toBeVisible();
    await expect(hugo.getByLabel("Your first name")).toBeFocused();
    await expectAccessible(hugo);
    await fillApplication(hugo, { firstName: "Hugo M.", email: HUGO });
  });

  await test.step("a reload loses nothing but his yes", async () => {
    await hugo.reload();
    await expect(hugo.getByLabel("Why would you like to help?")).toHaveValue(
      "I ride all year and like to explain.",
    );
    await expect(hugo.getByLabel(/may keep and read/)).not.toBeChecked();
    await hugo.getByLabel(/may keep and read/).check();
    await hugo.getByRole("button", { name: "Send my application" }).click();
    await expect(hugo.getByRole("heading", { name: "One step left: look at your mail" })).toBeFocused();
  });

  await test.step("his address is confirmed by its mail", async () => {
    await confirmApplication(hugo, server, HUGO);
    await expectAccessible(hugo);
  });

  const helene = await person("helene");
  const applied = helene.getByRole("region", { name: /^Applied/ });
  const card = applied.getByRole("article").filter({ hasText: "Hugo M." });

  await test.step("the manager reads it, and writes a note", async () => {
    await helene.goto(BOARD);
    await expect(card).toBeVisible();
    await expectAccessible(helene);
    await card.getByRole("link", { name: "Hugo M." }).click();
    await expect(helene.getByText("I ride all year and like to explain.")).toBeVisible();
    await helene.getByLabel("Add a note").fill("Met him at the fair.");
    await helene.getByRole("button", { name: "Write" }).click();
    await expect(helene.getByRole("listitem").filter({ hasText: "Met him at the fair." })).toBeVisible();
    await expectAccessible(helene);
  });

  await test.step("she accepts by the keyboard, takes it back, and accepts again", async () => {
    await helene.goto(BOARD);
    const notice = helene.getByRole("listitem").filter({ hasText: "Hugo M. starts the training." });
    const accept = async () => {
      await card.getByRole("button", { name: "Move Hugo M." }).press("Enter");
      await helene.getByRole("menuitem", { name: "Accept into training" }).press("Enter");
      await expect(notice).toBeVisible();
    };
    await accept();
    // It goes by itself, except while it is pointed at.
    await notice.hover();
    await expect(card).toHaveCount(0);
    await notice.getByRole("button", { name: "Undo" }).click();
    await expect(notice).toHaveCount(0);
    await expect(card).toBeVisible();
    await accept();
    const training = helene.getByRole("region", { name: /^In training/ });
    await expect(training.getByRole("article").filter({ hasText: "Hugo M." })).toBeVisible();
  });

  await test.step("his mail lets him in", async () => {
    const mail = await mailTo(server.dataDir, HUGO, "Welcome to");
    await hugo.goto(linkIn(mail, server.origin));
    await expectAccessible(hugo);
    await hugo.getByRole("button", { name: "Come in" }).click();
    await expect(hugo).toHaveURL(/\/volt-velo\/(desk|training)/);
  });
  await context.close();
});

test("a campaign's link brings an application, and ends", async ({
  browser,
  server,
  person,
  consoleWatch,
}) => {
  const helene = await person("helene");
  await helene.goto(`${BOARD}/campaigns`);
  await helene.getByLabel("Name", { exact: true }).fill("Spring letter");
  await helene.getByLabel("A word of yours").fill("You told us so much at the fair.");
  await helene.getByRole("button", { name: "Open", exact: true }).click();
  await expect(helene.getByRole("heading", { level: 3, name: /Spring letter/ })).toBeVisible();
  await expectAccessible(helene);
  const url = (await helene.locator("code").first().textContent()) ?? "";

  const context = await browser.newContext({ locale: "fr-FR", baseURL: server.origin });
  consoleWatch.listen(context, "visitor");
  const page = await context.newPage();
  await page.goto(url);
  await expect(page.getByText("You told us so much at the fair.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Aidez les autres avec ce que vous possédez",
  );
  await expectAccessible(page);

  await helene.getByRole("button", { name: "End Spring letter" }).click();
  await expect(helene.getByText("Spring letter has ended.")).toBeVisible();
  await page.goto(url);
  await expect(page.getByText(/Ce lien n’est plus valable/)).toBeVisible();
  await context.close();
});

test("a visitor who thanked an owner is asked, in one line, whether he would help others", async ({
  person,
  visitor,
}) => {
  const helene = await person("helene");
  await helene.goto(`${BOARD}/campaigns`);
  await helene.getByLabel("How", { exact: true }).selectOption("thanks");
  await helene.getByLabel("Name", { exact: true }).fill("Five stars");
  await helene.getByRole("button", { name: "Open", exact: true }).click();
  await expect(helene.getByRole("heading", { level: 3, name: /Five stars/ })).toBeVisible();

  const ingrid = await person("ingrid");
  await makeAvailable(ingrid);
  const shop = await visitor({}, CITY);
  const panel = await meet(ingrid, shop, { text: "Does the bell ring in the rain?", firstName: "Ola" });
  await endAtDesk(ingrid);
  await thank(panel, "It rings.");
  await expectAccessible(shop);
  const [page] = await Promise.all([
    shop.waitForEvent("popup"),
    panel.getByRole("link", { name: "Would you help others like this?" }).click(),
  ]);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Help others with what you own");
});
