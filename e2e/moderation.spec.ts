import { expect } from "@playwright/test";
import { handToStaff, makeAvailable, pause, report } from "@/e2e/support/desk";
import { CITY, endAtDesk, meet } from "@/e2e/support/meeting";
import { ask, write } from "@/e2e/support/panel";
import { test } from "@/e2e/support/test";
import { listen } from "@/e2e/support/traffic";

const NUMBER = "06 12 34 56 78";
const INSULT = "You are all thieves";

test("a telephone number reaches staff, and no expert", async ({ person, visitor }) => {
  const nadia = await person("nadia");
  const julien = await person("julien");
  await makeAvailable(nadia);
  const heard = listen(nadia);
  await nadia.reload();
  const shop = await visitor({}, CITY);
  const panel = await meet(nadia, shop, { text: "Can somebody ring me?", firstName: "Carla" });
  await write(panel, `My number is ${NUMBER}.`);

  const log = nadia.getByRole("log");
  await expect(log.getByText("My number is", { exact: false })).toContainText("phone number hidden");
  await nadia.reload();
  await expect(log.getByText("My number is", { exact: false })).toContainText("phone number hidden");
  const everything = await heard();
  expect(everything).toContain("My number is");
  expect(everything.replaceAll(/\D+/g, "")).not.toContain(NUMBER.replaceAll(" ", ""));

  await julien.goto("/volt-velo/conversations?q=ring+me");
  await julien.getByRole("link", { name: "Can somebody ring me?" }).click();
  await expect(julien.getByRole("region", { name: "What was said" })).toContainText(NUMBER);
  await write(nadia, "Let me hand you to somebody who may.");
  await endAtDesk(nadia);
  await pause(nadia);
});

test("two reports hide a message until a manager has looked; she shows it, bans, and lifts the ban", async ({
  person,
  visitor,
}) => {
  test.setTimeout(180_000);
  const nadia = await person("nadia");
  const julien = await person("julien");
  const helene = await person("helene");
  await makeAvailable(nadia);
  const shop = await visitor({}, CITY);
  const panel = await meet(nadia, shop, { text: "Where is my refund?", firstName: "Rex" });
  await write(panel, INSULT);

  await test.step("an expert reports it and hands over; staff report it, too", async () => {
    await report(nadia, { of: "Rex", text: INSULT }, "He means us.");
    await expect(panel.getByRole("log").getByText(INSULT)).toBeVisible();
    await write(nadia, "I’ll ask our staff.");
    await makeAvailable(julien);
    await handToStaff(nadia, { note: "A refund.", why: "Only staff can pay back" });
    await panel.getByRole("button", { name: "Pass it on" }).click();
    await julien.getByRole("button", { name: "Take the question of Rex" }).click();
    await report(julien, { of: "Rex", text: INSULT }, "Again.");
  });

  await test.step("it is hidden on every side", async () => {
    await expect(panel.getByRole("log").getByText(INSULT)).toBeHidden();
    await expect(panel.getByText("This message was removed.")).toBeVisible();
    await expect(nadia.getByText(INSULT)).toBeHidden();
    await expect(julien.getByRole("log").getByText("Hidden from the visitor")).toBeVisible();
  });

  const card = helene.getByRole("article", { name: "A message of Rex, visitor" });
  await test.step("the manager reads both reports, and shows it again", async () => {
    await helene.getByRole("link", { name: /^Moderation/ }).click();
    await expect(card.getByText("He means us.")).toBeVisible();
    await expect(card.getByText("Again.", { exact: true })).toBeVisible();
    await expect(card).toContainText(INSULT);
    await card.getByRole("button", { name: "Show it again" }).click();
    // It goes by itself, except while it is pointed at.
    await helene.getByRole("listitem").filter({ hasText: "The message of Rex is shown again." }).hover();
    await expect(card).toBeHidden();
    await expect(panel.getByRole("log").getByText(INSULT)).toBeVisible();
  });

  await test.step("takes that back, and bans him for an hour", async () => {
    await helene.getByRole("button", { name: "Undo", exact: true }).click();
    await expect(card).toBeVisible();
    await expect(panel.getByRole("log").getByText(INSULT)).toBeHidden();
    await card.getByRole("button", { name: "Ban" }).click();
    await helene.getByRole("button", { name: "1 hour", exact: true }).click();
    await helene.getByRole("button", { name: "Ban Rex" }).click();
    await expect(helene.getByText("Rex can’t ask for a while.")).toBeVisible();
  });

  await test.step("his chat has ended, and he is told kindly until when he cannot ask", async () => {
    await expect(panel.getByRole("log")).toBeHidden();
    await expect(panel.getByRole("heading", { name: "Your questions are paused" })).toBeVisible();
    await expect(panel.getByText(/^You can ask again (today|tomorrow) from/)).toBeVisible();
    await expect(panel.getByRole("textbox")).toHaveCount(0);
  });

  await test.step("the log says who did what and why, and lifts the ban", async () => {
    await helene.getByRole("tab", { name: "Log" }).click();
    await expect(helene.getByText(/^Entraide hid a message of Rex/)).toBeVisible();
    await helene.getByRole("button", { name: /^Lift: Hélène.* banned Rex until/ }).click();
    await expect(helene.getByText(/^Hélène.* lifted the ban of Rex/)).toBeVisible();
    await panel.getByRole("button", { name: "Skip" }).click();
    await ask(panel, { text: "Hello?", firstName: "Rex" });
    // Whoever reported him is not asked by him again, and nobody else is there.
    await expect(panel.getByRole("heading", { name: "Your question is with us" })).toBeVisible();
  });
});
