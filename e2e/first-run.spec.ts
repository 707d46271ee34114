import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "@/e2e/support/accessibility";
import { accept, makeAvailable } from "@/e2e/support/desk";
import { acceptAs, invitationOf, type Session, setupLinkOf, test } from "@/e2e/support/installation";
import { ask, launcher, openPanel, write } from "@/e2e/support/panel";

const BRAND = "Vélo Nord";
const QUESTION = "Can I charge my bike in a café?";
const ANSWER = "You can. Ask for a socket by the door, it’s naïve not to.";

// One brand grows through the whole file, as in life.
test.describe.configure({ mode: "serial" });

let setupLink: string;
let ada: Session;

test("a brand goes from an empty database to its first answered chat", async ({
  installation: { server, host },
  somebody,
  consoleWatch,
}) => {
  test.setTimeout(300_000);
  // Whoever opens an invitation too late is refused with 409.
  consoleWatch.allow(/status of 409/);
  const admin = await somebody("Ada");
  const settings = "/velo-nord/settings";

  await test.step("the link that the start printed makes the first admin", async () => {
    setupLink = await setupLinkOf(server);
    await admin.goto(setupLink);
    await admin.getByRole("button", { name: "Become the admin" }).click();
    await expect(admin.getByText("Write your name.")).toBeVisible();
    await expectAccessible(admin);
    await expect(admin.getByRole("textbox", { name: "Your name" })).toBeFocused();
    await admin.getByRole("textbox", { name: "Your name" }).fill("Ada");
    await admin.getByRole("textbox", { name: "E-mail" }).fill("Ada@Example.org");
    await admin.getByRole("button", { name: "Become the admin" }).click();
  });

  await test.step("the brand, with an address made from its name", async () => {
    await expect(admin.getByRole("heading", { name: "Create a brand" })).toBeVisible();
    await expectAccessible(admin);
    await admin.getByRole("textbox", { name: "Name of the brand" }).fill(BRAND);
    await expect(admin.getByRole("textbox", { name: "Address" })).toHaveValue("velo-nord");
    await admin.getByRole("button", { name: "French" }).click();
    await expect(admin.getByRole("combobox", { name: "Time zone" })).toHaveValue("Europe/Paris");
    await admin.getByRole("button", { name: "Create the brand" }).click();
    await expect(admin).toHaveURL(settings);
    await expect(admin.getByText("0 of 6 done")).toBeVisible();
    await expectAccessible(admin);
  });

  await test.step("the site: an address as people type it is mended, and it says so", async () => {
    await admin.getByRole("link", { name: "Add it" }).click();
    const address = admin.getByRole("textbox", { name: "Address 1" });
    await address.fill("https://*.example.com");
    await admin.getByRole("button", { name: "Add the site" }).click();
    await expect(admin.getByText("An address can’t hold a star", { exact: false })).toBeVisible();
    await expect(address).toBeFocused();
    await expectAccessible(admin);
    await address.fill(`${new URL(host.origin).host}/shop/index.html`);
    await expect(
      admin.getByText(
        `We’ve made it ${host.origin}: https:// or http:// was missing, pages don’t count, only the site.`,
      ),
    ).toBeVisible();
    await admin.getByRole("button", { name: "Add the site" }).click();
    await expect(admin.getByText("Waiting for the first sign of life")).toBeVisible();
    await expect(admin.getByRole("textbox", { name: "Address 1" })).toHaveValue(host.origin);
    await expectAccessible(admin);
  });

  const visitor = await somebody("visitor");
  await test.step("the script on a page of the site turns the sign green, by itself", async () => {
    host.carry((await admin.locator("pre").textContent()) ?? "");
    await visitor.goto(`${host.origin}/shop/index.html`);
    await expect(admin.getByText(`Seen on ${host.origin}`, { exact: false })).toBeVisible();
    await expect(admin.getByText("Waiting for the first sign of life")).toBeHidden();
    await expect(launcher(visitor)).toBeHidden();
  });

  await test.step("a topic", async () => {
    await admin.goto(settings);
    await expect(admin.getByText("2 of 6 done")).toBeVisible();
    await admin.getByRole("link", { name: "Add topics" }).click();
    await admin.getByRole("textbox", { name: "Name in English" }).fill("Battery");
    await admin.getByRole("textbox", { name: "Name in French" }).fill("Batterie");
    await admin.getByRole("button", { name: "Add a topic" }).click();
    await expect(admin.getByText("Battery is added.")).toBeVisible();
  });

  await test.step("an expert is invited", async () => {
    await admin.goto(settings);
    await admin.getByRole("link", { name: "Invite", exact: true }).click();
    await admin.getByRole("link", { name: "Invite people" }).click();
    await admin.getByRole("textbox", { name: "E-mail addresses" }).fill("Nadia@Example.org, nadia at home");
    await admin.getByRole("button", { name: "Battery" }).click();
    await admin.getByRole("button", { name: /^Send \d invitations?$/ }).click();
    await expect(admin.getByText("1 invitation is on its way")).toBeVisible();
    await expect(admin.getByText("isn’t a plain e-mail address", { exact: false }).first()).toBeVisible();
    await expect(admin.getByRole("textbox", { name: "E-mail addresses" })).not.toHaveValue(/Nadia@Example/);
  });

  const expert = await somebody("Nadia");
  await test.step("looking at the invitation does nothing; its button does, once", async () => {
    const link = await invitationOf(server, "nadia@example.org", `${BRAND} invites you`);
    // A mail's scanner opens the link before anybody has read it.
    expect((await expert.request.get(link)).ok()).toBe(true);
    const late = await somebody("Nadia's other window");
    for (const page of [expert, late]) {
      await page.goto(link);
      await expect(page.getByRole("heading", { name: `${BRAND} invites you` })).toBeVisible();
    }
    await late.getByRole("textbox", { name: "Your name, as others read it" }).fill("Nadia");
    await expectAccessible(expert);
    await acceptAs(expert, "Nadia");
    await late.getByRole("button", { name: "Accept and go to the desk" }).click();
    await expect(late.getByRole("heading", { name: "This invitation was used" })).toBeVisible();
    await admin.reload();
    await expect(admin.getByRole("row", { name: /nadia@example\.org/ })).toContainText("Accepted on");
  });

  await test.step("the expert opens, and the button appears on the open page", async () => {
    await makeAvailable(expert);
    await expect(launcher(visitor)).toContainText("Ask an owner");
  });

  await test.step("the first chat", async () => {
    const panel = await openPanel(visitor);
    await ask(panel, { text: QUESTION, topic: "Battery", firstName: "Zoé" });
    await accept(expert, QUESTION);
    await write(expert, ANSWER);
    await expect(panel.getByText(ANSWER)).toBeVisible();
    await write(panel, "Merci!");
    await expect(expert.getByRole("log").getByText("Merci!")).toBeVisible();
    await panel.getByRole("button", { name: "End", exact: true }).click();
    await panel.getByRole("button", { name: "Yes, it’s solved" }).click();
    await panel.getByRole("radio", { name: "5 stars" }).check();
    await panel.getByRole("button", { name: "Yes", exact: true }).click();
    await panel.getByRole("button", { name: "Send my thanks" }).click();
    await expect(panel.getByRole("heading", { name: "Thank you" })).toBeVisible();
  });

  await test.step("the admin finds it by a word without its accent", async () => {
    await admin.getByRole("link", { name: "Conversations" }).first().click();
    await admin.getByRole("searchbox").fill("naive");
    await admin.getByRole("button", { name: "Search", exact: true }).click();
    await expect(admin.getByText("1 conversation", { exact: true })).toBeVisible();
    await admin.getByRole("link", { name: QUESTION }).click();
    await expect(admin.getByRole("region", { name: "What was said" })).toContainText(ANSWER);
    await expect(admin.getByRole("region", { name: "What was said" })).toContainText("Merci!");
  });

  await test.step("the list of the first days is done, and gone", async () => {
    await admin.goto(settings);
    await expect(admin.getByRole("heading", { name: "Overview", level: 1 })).toBeVisible();
    await expect(admin.getByRole("heading", { name: "First days" })).toBeHidden();
  });
  ada = await admin.context().storageState();
});

test("the setup link works once", async ({ somebody }) => {
  const other = await somebody("somebody who read the console");
  await other.goto(setupLink);
  await expect(other.getByRole("heading", { name: "This link was used already" })).toBeVisible();
  await other.goto(`${setupLink}x`);
  await expect(other.getByRole("heading", { name: "This link isn’t known" })).toBeVisible();
});

test("the last admin cannot leave", async ({ somebody, consoleWatch }) => {
  consoleWatch.allow(/status of 409/);
  const admin = await somebody("Ada", ada);
  await admin.goto("/velo-nord/profile");
  await admin.getByRole("button", { name: `Leave ${BRAND}` }).click();
  await admin.getByRole("textbox", { name: `Type “${BRAND}” to confirm` }).fill("velo");
  await admin.getByRole("button", { name: "Leave", exact: true }).click();
  await expect(admin.getByText("Write it as it stands above")).toBeVisible();
  await admin.getByRole("textbox", { name: `Type “${BRAND}” to confirm` }).fill(BRAND);
  await admin.getByRole("button", { name: "Leave", exact: true }).click();
  await expect(admin.getByRole("alert")).toContainText("This is the brand’s only admin.");
  await admin.getByRole("button", { name: "Stay", exact: true }).click();
  await admin.reload();
  await expect(admin.getByRole("heading", { name: "Your profile" })).toBeVisible();
});

test("two admins change one setting: the second is told, loses nothing, and takes it back", async ({
  installation: { server },
  somebody,
  consoleWatch,
}) => {
  consoleWatch.allow(/status of 409/);
  const admin = await somebody("Ada", ada);
  const second = await somebody("Bruno");
  await test.step("an invitation is for whom it names, and for nobody else who is signed in", async () => {
    await admin.goto("/velo-nord/people/invitations");
    await admin.getByRole("textbox", { name: "E-mail addresses" }).fill("bruno@example.org");
    await admin.getByRole("combobox", { name: "Role" }).selectOption("admin");
    await admin.getByRole("button", { name: "Send 1 invitation" }).click();
    await expect(admin.getByText("1 invitation is on its way")).toBeVisible();
    const link = await invitationOf(server, "bruno@example.org", `${BRAND} invites you`);
    await admin.goto(link);
    await expect(admin.getByRole("heading", { name: "You’re signed in as somebody else" })).toBeVisible();
    await expect(
      admin.getByText("This invitation is for bruno@example.org.", { exact: false }),
    ).toBeVisible();
    await second.goto(link);
    await acceptAs(second, "Bruno");
  });

  const policy = (page: Page) => page.getByRole("textbox", { name: "Link to your privacy policy" });
  const name = second.getByRole("textbox", { name: "Name", exact: true });
  await test.step("both change the brand", async () => {
    for (const page of [admin, second]) {
      await page.goto("/velo-nord/settings/brand");
      await expect(policy(page)).toHaveValue("");
    }
    await policy(admin).fill("https://velo-nord.example/privacy");
    await admin.getByRole("button", { name: "Save", exact: true }).click();
    await expect(admin.getByText("Saved.", { exact: true })).toBeVisible();
    await policy(second).fill("https://velo-nord.example/legal");
    await name.fill("Vélo Nord & Cie");
    await second.getByRole("button", { name: "Save", exact: true }).click();
  });

  await test.step("the second reads what is stored now beside what he typed", async () => {
    const told = second.getByRole("alert").filter({ hasText: "saved this while you were typing" });
    await expect(told).toBeFocused();
    await expect(told.getByRole("heading", { name: /^Ada / })).toBeVisible();
    const line = told.getByRole("row", { name: /^Link to your privacy policy/ });
    await expect(line.getByRole("cell")).toHaveText([
      "https://velo-nord.example/privacy",
      "https://velo-nord.example/legal",
    ]);
    await expect(policy(second)).toHaveValue("https://velo-nord.example/legal");
    await expect(name).toHaveValue("Vélo Nord & Cie");
  });

  await test.step("he saves his all the same, and takes it back", async () => {
    await second.getByRole("button", { name: "Save mine all the same" }).click();
    // It goes by itself, except while it is pointed at.
    await second.getByRole("listitem").filter({ hasText: "Saved." }).hover();
    await policy(admin).fill("https://velo-nord.example/mine");
    await admin.getByRole("button", { name: "Save", exact: true }).click();
    await expect(admin.getByRole("heading", { name: /^Bruno saved this/ })).toBeVisible();
    await admin.getByRole("button", { name: "Take what’s stored" }).click();
    await expect(policy(admin)).toHaveValue("https://velo-nord.example/legal");
    await second.getByRole("button", { name: "Undo", exact: true }).click();
    await expect(second.getByText("Undone.", { exact: true })).toBeVisible();
    await expect(policy(second)).toHaveValue("https://velo-nord.example/privacy");
    await expect(name).toHaveValue(BRAND);
  });

  await test.step("the journal tells all of it", async () => {
    await second.getByRole("link", { name: "Journal", exact: true }).first().click();
    await expect(second.getByRole("heading", { name: "Journal", level: 1 })).toBeVisible();
    const entries = second.getByRole("listitem");
    await expect(entries.filter({ hasText: /^Ada.*changed the brand/ }).first()).toBeVisible();
    await expect(entries.filter({ hasText: /^Bruno.*changed the brand.*Undone/ })).toHaveCount(1);
  });
});
