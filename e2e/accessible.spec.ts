import { expect, type Locator, type Page } from "@playwright/test";
import { expectAccessible } from "@/e2e/support/accessibility";
import { accept, makeAvailable, offerOf, pause } from "@/e2e/support/desk";
import { CITY, endAtDesk } from "@/e2e/support/meeting";
import { linkIn, mailTo } from "@/e2e/support/outbox";
import { ask, launcher, openPanel, panelOf, write } from "@/e2e/support/panel";
import { test } from "@/e2e/support/test";

const COLD = "Does the battery mind a cold cellar?";
const CHARGE = "Can I charge it from a camping socket?";
const SEAT = "Does the child seat fit with the panniers on?";
const LIGHT = "How bright is the light on a dark lane?";

test("every screen can be read by everybody", async ({ person, visitor, server, browser, consoleWatch }) => {
  test.setTimeout(300_000);
  const context = await browser.newContext();
  consoleWatch.listen(context, "anybody");
  const open = await context.newPage();

  await test.step("signing in", async () => {
    for (const [path, heading] of [
      ["/", "Ask someone who owns one."],
      ["/sign-in", "Sign in"],
      ["/sign-in/sent", "Look at your mail"],
      ["/sign-in/error?error=Verification", "This link doesn’t work any more"],
    ] as const) {
      await open.goto(`${server.origin}${path}`);
      await expect(open.getByRole("heading", { name: heading })).toBeVisible();
      await expectAccessible(open);
    }
  });

  await test.step("an account of the shop", async () => {
    await open.goto(`${server.shop}/account`);
    await expectAccessible(open);
    await open.getByRole("button", { name: "Continue as Marie" }).click();
    await expect(open.getByRole("heading", { name: "Hello, Marie." })).toBeFocused();
    await expectAccessible(open);
  });

  const nadia = await person("nadia");
  const julien = await person("julien");
  const helene = await person("helene");
  const marie = await visitor({}, CITY);
  await test.step("an idle desk, and a shop with the button", async () => {
    await makeAvailable(nadia);
    await expectAccessible(nadia);
    await expect(launcher(marie)).toContainText("Ask an owner");
    await expectAccessible(marie);
  });

  const panel = await openPanel(marie);
  await test.step("asking, and the wait on all three sides", async () => {
    await expect(panel.getByRole("textbox", { name: "What would you like to know?" })).toBeVisible();
    await expectAccessible(marie);
    await ask(panel, { text: COLD, topic: "Battery", firstName: "Marie" });
    await expect(panel.getByRole("timer")).toBeVisible();
    await expect(offerOf(nadia, COLD)).toBeVisible();
    await expect(helene.getByText(COLD)).toBeVisible();
    // At the same time: an offer stands for seconds only.
    await Promise.all([nadia, marie, helene].map(expectAccessible));
  });

  await test.step("a chat, at the desk, in the panel and on the board", async () => {
    await accept(nadia, COLD);
    await write(nadia, "It does not, if you charge it indoors.");
    await write(panel, "And below zero?");
    await expect(nadia.getByRole("log").getByText("And below zero?")).toBeVisible();
    await expectAccessible(nadia);
    await expectAccessible(marie);
    await helene.getByRole("button", { name: "Observe the chat of Marie" }).click();
    await expect(helene.getByRole("log").getByText("And below zero?")).toBeVisible();
    await expectAccessible(helene);
    await helene.keyboard.press("Escape");
    await expect(helene.getByRole("dialog")).toBeHidden();
    await expectAccessible(helene);
  });

  await test.step("rating, and what it leaves at the desk", async () => {
    await panel.getByRole("button", { name: "End", exact: true }).click();
    await panel.getByRole("button", { name: "Yes, it’s solved" }).click();
    await panel.getByRole("radio", { name: "5 stars" }).check();
    await expectAccessible(marie);
    await panel.getByRole("button", { name: "Yes", exact: true }).click();
    await panel.getByRole("button", { name: "Send my thanks" }).click();
    await expect(panel.getByRole("heading", { name: "Thank you" })).toBeVisible();
    await expectAccessible(marie);
    await expectAccessible(nadia);
  });

  await test.step("the staff desk with a visitor's profile", async () => {
    await pause(nadia);
    await makeAvailable(julien);
    const tomasz = await visitor({}, CITY);
    await tomasz.getByRole("button", { name: "Add to basket" }).click();
    const asked = await openPanel(tomasz, "Ask our staff");
    await ask(asked, { text: CHARGE, firstName: "Tomasz", staff: true });
    const take = julien.getByRole("button", { name: "Take the question of Tomasz" });
    await expect(take).toBeVisible();
    await expectAccessible(julien);
    await take.click();
    await expect(julien.getByRole("complementary", { name: "Visitor" })).toContainText("Volt 3 City");
    await expectAccessible(julien);
    await endAtDesk(julien);
  });

  const lea = await visitor({}, CITY);
  await test.step("a left question", async () => {
    const asked = await openPanel(lea, "Ask our staff");
    await ask(asked, { text: SEAT, firstName: "Léa", staff: true });
    await expect(julien.getByRole("button", { name: "Take the question of Léa" })).toBeVisible();
    await pause(julien);
    await expect(asked.getByRole("heading", { name: "Your question is with us" })).toBeVisible();
    await expectAccessible(lea);
    await asked.getByRole("textbox", { name: "E-mail" }).fill("lea@example.org");
    await asked.getByRole("button", { name: "Send me the answer" }).click();
    await expect(asked.getByText("We’ll send the answer by e-mail, too.")).toBeVisible();
  });

  await test.step("its answer, and the mails", async () => {
    await julien.getByRole("button", { name: /Left question of Léa/ }).click();
    await julien.getByRole("textbox", { name: "Your answer" }).fill("It does, with the narrow panniers.");
    await expectAccessible(julien);
    await julien.getByRole("button", { name: "Send the answer" }).click();
    const mail = await mailTo(server.dataDir, "lea@example.org", "answered your question");
    await open.goto(linkIn(mail, server.origin));
    await expect(open.getByText("It does, with the narrow panniers.")).toBeVisible();
    await expectAccessible(open);
    await open.goto(`${server.origin}/outbox`);
    await expect(open.getByText("lea@example.org").first()).toBeVisible();
    await expectAccessible(open);
  });
  await context.close();
});

test("a visitor asks and reads with the keyboard alone", async ({ person, visitor }) => {
  const nadia = await person("nadia");
  await makeAvailable(nadia);
  const shop = await visitor({}, CITY);
  const panel = panelOf(shop);
  const keys = shop.keyboard;
  await expect(launcher(shop)).toContainText("Ask an owner");

  await test.step("Enter opens the panel, with the focus where one writes", async () => {
    await tabTo(shop, launcher(shop));
    await keys.press("Enter");
    await expect(panel.getByRole("textbox", { name: "What would you like to know?" })).toBeFocused();
  });

  await test.step("asking", async () => {
    await keys.type(LIGHT);
    await tabTo(shop, panel.getByRole("button", { name: "Battery", exact: true }));
    await keys.press("Space");
    await expect(panel.getByRole("button", { name: "Battery", exact: true })).toHaveAttribute(
      "aria-pressed",
      "true",
    );
    await tabTo(shop, panel.getByRole("textbox", { name: /First name/ }));
    await keys.type("Paul");
    await keys.press("Enter");
    await accept(nadia, LIGHT);
  });

  await test.step("reading and answering", async () => {
    await write(nadia, "Bright enough to read the map by.");
    await expect(panel.getByRole("log").getByText("Bright enough to read the map by.")).toBeVisible();
    await expect(panel.getByRole("textbox", { name: /^Message to Nadia/ })).toBeFocused();
    await keys.type("That will do.");
    await keys.press("Enter");
    await expect(nadia.getByRole("log").getByText("That will do.")).toBeVisible();
  });

  await test.step("Escape minimises, and the focus is back on the button", async () => {
    await keys.press("Escape");
    await expect(panel.getByRole("log")).toBeHidden();
    await expect(launcher(shop)).toBeFocused();
    await keys.press("Enter");
    await expect(panel.getByRole("log").getByText("Bright enough to read the map by.")).toBeVisible();
    await expect(panel.getByRole("textbox", { name: /^Message to Nadia/ })).toBeFocused();
  });
});

/** Presses Tab until something has the focus; fails when a long page has been walked without meeting it. */
async function tabTo(page: Page, goal: Locator): Promise<void> {
  await expect(goal).toBeVisible();
  for (let presses = 0; presses < 100; presses += 1) {
    if (await goal.evaluate((element) => element.matches(":focus"))) return;
    await page.keyboard.press("Tab");
  }
  await expect(goal).toBeFocused();
}
