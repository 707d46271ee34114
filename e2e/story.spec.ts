import { expect, type Locator, type Page } from "@playwright/test";
import { putInBasket } from "@/e2e/support/basket";
import { makeAvailable, offerOf, pause } from "@/e2e/support/desk";
import { thank } from "@/e2e/support/meeting";
import { linkIn, mailTo } from "@/e2e/support/outbox";
import { ask, launcher, openPanel, panelOf, write } from "@/e2e/support/panel";
import { test } from "@/e2e/support/test";

const CITY = "/products/volt-3-city";
const WINTER = "Does the battery survive a winter on a cold balcony?";
const CHARGE = "Can I charge it from a camping socket?";
const SEAT = "Does the child seat fit with the panniers on?";

type Expert = { name: string; desk: Page };

test("a visitor is answered by an owner, then by staff, then by mail", async ({
  person,
  visitor,
  server,
  consoleWatch,
}) => {
  test.setTimeout(240_000);
  // Two press Accept at once: the second is refused with 409, and the browser says so.
  consoleWatch.allow(/status of 409/);

  const nadia = await person("nadia");
  const samir = await person("samir");
  const ingrid = await person("ingrid");
  const helene = await person("helene");
  for (const desk of [nadia, samir, ingrid]) await makeAvailable(desk);

  const shop = await visitor({}, CITY);
  const panel = await openPanel(shop);
  const { winner, loser } =
    await test.step("the best is asked first; she passes; two accept in one instant", async () => {
      await ask(panel, { text: WINTER, topic: "Battery", firstName: "Marie" });
      await expect(panel.getByRole("timer")).toBeVisible();
      await expect(helene.getByText(WINTER)).toBeVisible();
      const asked = offerOf(nadia, WINTER);
      await expect(asked).toContainText("Passing costs you nothing.");
      await asked.getByRole("button", { name: /^Pass/ }).click();
      await expect(asked).toBeHidden();
      return acceptTogether({ name: "Samir", desk: samir }, { name: "Ingrid", desk: ingrid });
    });
  const helper = winner.desk;

  await test.step("they talk, with a photo; a reload loses nothing", async () => {
    await expect(loser.desk.getByText(new RegExp(`^${winner.name}.* took it, thank you\\.$`))).toBeVisible();
    await expect(loser.desk.locator(".composer")).toBeHidden();
    await expect(panel.getByRole("heading", { name: new RegExp(`^${winner.name}`) })).toBeVisible();
    await write(helper, "Hello Marie. Mine spent two winters on one.");
    await expect(panel.getByText("Hello Marie. Mine spent two winters on one.")).toBeVisible();
    await write(panel, "And the range?");
    await expect(helper.getByRole("log").getByText("And the range?")).toBeVisible();
    await helper.locator('input[type="file"]').setInputFiles({
      name: "balcony.png",
      mimeType: "image/png",
      buffer: await shop.screenshot(),
    });
    await helper.getByRole("button", { name: "Send", exact: true }).click();
    await expect(panel.getByRole("img", { name: /balcony/ })).toBeVisible();
    await shop.reload();
    await expect(panel.getByText("And the range?")).toBeVisible();
    await expect(panel.getByText(WINTER)).toBeVisible();
    await expect(panel.getByRole("img", { name: /balcony/ })).toBeVisible();
    await write(helper, "A fifth less below zero. Bring it in before you charge it.");
    await expect(panel.getByText("A fifth less below zero.", { exact: false })).toBeVisible();
  });

  await test.step("Marie ends and thanks; the thanks and a first badge arrive", async () => {
    await panel.getByRole("button", { name: "End", exact: true }).click();
    await panel.getByRole("button", { name: "Yes, it’s solved" }).click();
    await thank(panel, "You saved my battery.");
    await expect(helper.getByText("“You saved my battery.”")).toBeVisible();
    await expect(helper.getByRole("heading", { name: "New badge" })).toBeVisible();
  });

  const julien = await person("julien");
  const bystander = await visitor({}, CITY);
  const tomasz = await visitor({}, CITY);
  await test.step("the experts pause, and staff answer with the cart in view", async () => {
    await makeAvailable(julien);
    await expect(launcher(bystander)).toContainText("Ask an owner");
    for (const desk of [nadia, samir, ingrid]) await pause(desk);
    await expect(launcher(bystander)).toContainText("Ask our staff");
    await putInBasket(tomasz);
    const asked = await openPanel(tomasz, "Ask our staff");
    await ask(asked, { text: CHARGE, firstName: "Tomasz", staff: true });
    await julien.getByRole("button", { name: "Take the question of Tomasz" }).click();
    await expect(julien.getByRole("complementary", { name: "Visitor" }).locator(".cart")).toContainText(
      "Volt 3 City",
    );
    await write(julien, "Hello Tomasz, yes: any socket that gives 2 amperes.");
    await expect(asked.getByText("any socket that gives 2 amperes", { exact: false })).toBeVisible();
  });

  await test.step("Hélène reads along and hides a rude word", async () => {
    const side = panelOf(tomasz);
    await write(side, "You are all thieves");
    await helene.getByRole("button", { name: "Observe the chat of Tomasz" }).click();
    await expect(helene.getByRole("log").getByText("You are all thieves")).toBeVisible();
    await helene
      .getByRole("button", { name: /^Hide the message of Tomasz/ })
      .last()
      .click();
    await helene.getByRole("button", { name: "Hide the message", exact: true }).click();
    // Staff still see what was hidden, and that it was.
    await expect(julien.getByRole("log").getByText("Hidden from the visitor")).toBeVisible();
    await expect(side.getByText("You are all thieves")).toBeHidden();
    await expect(side.getByText("This message was removed.")).toBeVisible();
    await helene.keyboard.press("Escape");
    await julien.getByRole("button", { name: "End", exact: true }).click();
    await julien.getByRole("button", { name: "End, it’s solved" }).click();
    await expect(side.getByText("How was it with Julien", { exact: false })).toBeVisible();
  });

  const lea = await visitor({}, CITY);
  await test.step("Julien pauses: no button anywhere, and a question in flight is left with a delay", async () => {
    const asked = await openPanel(lea, "Ask our staff");
    await ask(asked, { text: SEAT, firstName: "Léa", staff: true });
    await expect(julien.getByRole("button", { name: "Take the question of Léa" })).toBeVisible();
    await pause(julien);
    await expect(launcher(bystander)).toBeHidden();
    const late = await visitor({}, CITY);
    await expect(late.getByRole("heading", { name: "Volt 3 City" })).toBeVisible();
    await expect(launcher(late)).toBeHidden();
    await expect(asked.getByRole("heading", { name: "Your question is with us" })).toBeVisible();
    await expect(asked.getByText(/You’ll have an answer by .*\d/)).toBeVisible();
    await asked.getByRole("textbox", { name: "E-mail" }).fill("lea@example.org");
    await asked.getByRole("button", { name: "Send me the answer" }).click();
    await expect(asked.getByText("We’ll send the answer by e-mail, too.")).toBeVisible();
  });

  await test.step("the answer comes by mail", async () => {
    await julien.getByRole("button", { name: /Left question of Léa/ }).click();
    await julien.getByRole("textbox", { name: "Your answer" }).fill("It does, with the narrow panniers.");
    await julien.getByRole("button", { name: "Send the answer" }).click();
    const mail = await mailTo(server.dataDir, "lea@example.org", "answered your question");
    const reader = await lea.context().newPage();
    await reader.goto(linkIn(mail, server.origin));
    await expect(reader.getByText("It does, with the narrow panniers.")).toBeVisible();
  });

  await expect(
    helene.getByText(/3 asked, 3 answered, promises kept \d of 2, left questions 1 of 1\./),
  ).toBeVisible();
});

/** Both press Accept, and both requests go on in one instant. Whoever the server gave the chat is `winner`. */
async function acceptTogether(one: Expert, other: Expert): Promise<{ winner: Expert; loser: Expert }> {
  const experts = [one, other];
  for (const { desk } of experts) await expect(acceptButton(desk)).toBeVisible();
  const answers = experts.map(({ desk }) => desk.waitForResponse(/\/accept$/));
  const pressed = Promise.all(experts.map(({ desk }) => desk.waitForRequest(/\/accept$/)));
  for (const { desk } of experts) {
    // A card that the other's success took away could no longer be pressed.
    await desk.route(/\/accept$/, async (route) => {
      await pressed;
      await route.continue();
    });
  }
  await Promise.all(experts.map(({ desk }) => acceptButton(desk).click()));
  const statuses = (await Promise.all(answers)).map((answer) => answer.status());
  expect([...statuses].sort()).toEqual([200, 409]);
  return statuses[0] === 200 ? { winner: one, loser: other } : { winner: other, loser: one };
}

function acceptButton(desk: Page): Locator {
  return offerOf(desk, WINTER).getByRole("button", { name: /^Accept/ });
}
