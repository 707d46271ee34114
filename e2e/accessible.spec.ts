import { expect } from "@playwright/test";
import { expectAccessible } from "@/e2e/support/accessibility";
import { putInBasket } from "@/e2e/support/basket";
import { accept, makeAvailable, offerOf, pause, report } from "@/e2e/support/desk";
import { CITY, endAtDesk, meet } from "@/e2e/support/meeting";
import { linkIn, mailTo } from "@/e2e/support/outbox";
import { ask, launcher, openPanel, write } from "@/e2e/support/panel";
import { test } from "@/e2e/support/test";

const COLD = "Does the battery mind a cold cellar?";
const CHARGE = "Can I charge it from a camping socket?";
const SEAT = "Does the child seat fit with the panniers on?";

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
      ["/promises/volt-velo", "Promises kept by Volt & Vélo"],
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

  const helene = await person("helene");
  await test.step("offers ring for as long as they may, so that all who wait can be read", async () => {
    const board = helene.url();
    await helene.goto("/volt-velo/settings/defaults");
    await helene.getByLabel(/^An offer rings for/).fill("60");
    await helene.getByRole("button", { name: "Save", exact: true }).click();
    await expect(helene.getByText("Saved.", { exact: true }).first()).toBeVisible();
    await helene.goto(board);
  });

  const nadia = await person("nadia");
  const julien = await person("julien");
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
    await putInBasket(tomasz);
    const asked = await openPanel(tomasz, "Ask our staff");
    await ask(asked, { text: CHARGE, firstName: "Tomasz", staff: true });
    const take = julien.getByRole("button", { name: "Take the question of Tomasz" });
    await expect(take).toBeVisible();
    await expectAccessible(julien);
    await take.click();
    await expect(julien.getByRole("complementary", { name: "Visitor" }).locator(".cart")).toContainText(
      "Volt 3 City",
    );
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

test("every page on which a brand is kept can be read by everybody", async ({ person, visitor }) => {
  test.setTimeout(300_000);
  const nadia = await person("nadia");
  const helene = await person("helene");
  await test.step("settings, people and a profile", async () => {
    for (const [path, heading] of [
      ["settings", "Overview"],
      ["settings/brand", "Brand"],
      ["settings/sites", "Sites"],
      ["settings/topics", "Topics"],
      ["settings/defaults", "Defaults"],
      ["settings/replies", "Ready replies"],
      ["settings/journal", "Journal"],
      ["people", "People"],
      ["people/invitations", "Invite people"],
      ["people/removed", "No longer here"],
      ["profile", "Your profile"],
      ["profile/chats", "Past chats"],
      ["conversations", "Conversations"],
      ["live/promises", "Promises"],
    ] as const) {
      await helene.goto(`/volt-velo/${path}`);
      await expect(helene.getByRole("heading", { name: heading, level: 1 })).toBeVisible();
      await test.step(path, () => expectAccessible(helene));
    }
    await helene.goto("/volt-velo/settings/sites");
    await helene.getByRole("main").getByRole("link", { name: "Volt & Vélo" }).click();
    await expect(helene.getByRole("heading", { name: "Installation" })).toBeVisible();
    await expectAccessible(helene);
    await helene.goto("/volt-velo/people");
    await helene.getByRole("link", { name: /^Edit Nadia/ }).click();
    await helene.getByRole("button", { name: "Remove from Volt & Vélo" }).click();
    await expect(helene.getByRole("dialog")).toBeVisible();
    await expectAccessible(helene);
    await helene.keyboard.press("Escape");
    await expectAccessible(helene);
  });

  await makeAvailable(nadia);
  const shop = await visitor({}, CITY);
  const panel = await meet(nadia, shop, { text: COLD, firstName: "Rex" });
  await test.step("reporting, and the queue", async () => {
    await write(panel, "You are all thieves");
    await report(nadia, { of: "Rex", text: "You are all thieves" }, "He means us.");
    await helene.goto("/volt-velo/moderation");
    await expect(helene.getByRole("article", { name: "A message of Rex, visitor" })).toBeVisible();
    await expectAccessible(helene);
    await helene.getByRole("button", { name: "Ban" }).click();
    await expect(helene.getByRole("dialog", { name: "Ban Rex?" })).toBeVisible();
    await expectAccessible(helene);
    await helene.keyboard.press("Escape");
    await helene.getByRole("button", { name: "Nothing to do" }).click();
    await helene.getByRole("tab", { name: "Log" }).click();
    await expect(helene.getByText(/found nothing to do about a report on Rex/)).toBeVisible();
    await expectAccessible(helene);
  });

  await test.step("a conversation, and its visitor's record", async () => {
    await helene.goto("/volt-velo/conversations?q=thieves");
    await helene.getByRole("link", { name: COLD }).click();
    await helene.getByRole("textbox", { name: "Add a note" }).fill("Kindly meant.");
    await helene.getByRole("button", { name: "Save the note" }).click();
    const notes = helene.getByRole("region", { name: "Notes" }).getByRole("listitem");
    await expect(notes).toContainText("Kindly meant.");
    await expectAccessible(helene);
    await helene.getByRole("link", { name: "Open the visitor’s record" }).click();
    await expect(helene.getByRole("heading", { name: "Rex", level: 1 })).toBeVisible();
    await expectAccessible(helene);
    await helene.getByRole("button", { name: "Erase", exact: true }).click();
    await expect(helene.getByRole("dialog", { name: "Erase Rex?" })).toBeVisible();
    await expectAccessible(helene);
  });
  await endAtDesk(nadia);
});
