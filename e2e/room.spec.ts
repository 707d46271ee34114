import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "@/e2e/support/accessibility";
import { makeAvailable } from "@/e2e/support/desk";
import { CITY, meet } from "@/e2e/support/meeting";
import { test } from "@/e2e/support/test";

const FROST = "Does the battery survive frost on a balcony?";
const ASKED = "Has anybody left theirs outside at minus ten?";
const ANSWERED = "Mine stood outside all winter, under a cover.";
const TOLD = "The workshop is closed on Monday.";

const room = (page: Page) => page.getByRole("log", { name: "What was said in the back room" });
const box = (page: Page) => page.locator(".room__foot textarea");

async function say(page: Page, words: string): Promise<void> {
  await box(page).fill(words);
  await box(page).press("Enter");
}

test("an expert asks a colleague out of a chat, who answers from the back room; a manager announces, and silences", async ({
  person,
  visitor,
}) => {
  test.setTimeout(180_000);
  const nadia = await person("nadia");
  await makeAvailable(nadia);
  const samir = await person("samir");
  await samir.goto("/volt-velo/room");
  await expect(samir.getByRole("heading", { name: "Back room" })).toBeVisible();
  await expectAccessible(samir);
  const marie = await visitor({}, CITY);
  await meet(nadia, marie, { text: FROST, firstName: "Marie" });

  await test.step("Nadia asks, and quotes without the name", async () => {
    await nadia.getByRole("button", { name: "Ask a colleague" }).click();
    const dialog = nadia.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Your question" }).fill(ASKED);
    await dialog.getByRole("button", { name: "Add words of the visitor" }).click();
    const quote = dialog.getByRole("textbox", { name: "What the visitor wrote" });
    await expect(quote).toHaveValue(FROST);
    await quote.fill(`Marie asks: ${FROST}`);
    await expectAccessible(nadia);
    await dialog.getByRole("button", { name: "Ask", exact: true }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step("Samir reads it at once, without knowing whose chat it is, and answers", async () => {
    await expect(room(samir).getByText(ASKED)).toBeVisible();
    await expect(room(samir).getByText(FROST, { exact: false })).toBeVisible();
    await expect(room(samir).getByText("Marie", { exact: false })).toHaveCount(0);
    await samir.getByRole("button", { name: /^Answer Nadia/ }).click();
    await say(samir, ANSWERED);
    await expect(room(samir).getByText(ANSWERED)).toBeVisible();
  });

  await test.step("the answer stands beside Nadia's chat", async () => {
    const asked = nadia.getByRole("region", { name: "You asked your colleagues" });
    await expect(asked.getByText(ANSWERED)).toBeVisible();
    await expectAccessible(nadia);
  });

  const helene = await person("helene");
  await helene.goto("/volt-velo/room");
  await test.step("Hélène announces; it is on Nadia's desk until she has read it, and above the room", async () => {
    await helene.getByRole("button", { name: "Announce", exact: true }).click();
    const dialog = helene.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Announcement" }).fill(TOLD);
    await dialog.getByRole("button", { name: "Announce", exact: true }).click();
    await expect(dialog).toBeHidden();
    const pinned = samir.getByRole("region", { name: "Announcements" });
    await expect(pinned.getByText(TOLD)).toBeVisible();
    await expect(nadia.getByText(TOLD)).toBeVisible();
    await nadia.getByRole("button", { name: "Got it" }).click();
    await expect(nadia.getByText(TOLD)).toBeHidden();
  });

  await test.step("Hélène silences Samir for a day with a reason, and lets him write again", async () => {
    await helene
      .getByRole("button", { name: /^More about the message of Samir/ })
      .first()
      .click();
    await helene.getByRole("menuitem", { name: /^Silence Samir/ }).click();
    const dialog = helene.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Reason" }).fill("Let the others answer, too.");
    await dialog.getByRole("button", { name: "Silence", exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(samir.getByText("Let the others answer, too.", { exact: false })).toBeVisible();
    await expect(box(samir)).toBeHidden();
    await helene.getByRole("button", { name: /^Let Samir/ }).click();
    await expect(box(samir)).toBeVisible();
    await expectAccessible(helene);
  });
});
