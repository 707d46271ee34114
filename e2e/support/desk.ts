import { expect, type Locator, type Page } from "@playwright/test";
import { fill, wordsOf } from "@/e2e/support/words";

const english = wordsOf("en").desk;

/** Says on somebody's desk that he is free for questions. */
export async function makeAvailable(desk: Page): Promise<void> {
  const choice = desk.getByRole("switch");
  // While the desk opens, the switch is off and locked, whatever was chosen before.
  await expect(choice).toBeEnabled();
  if ((await choice.getAttribute("aria-checked")) !== "true") await pressAvailability(desk);
  await expect(choice).toHaveAttribute("aria-checked", "true");
}

/** Pauses on somebody's desk. */
export async function pause(desk: Page): Promise<void> {
  await pressAvailability(desk);
  await expect(desk.getByRole("switch")).toHaveAttribute("aria-checked", "false");
}

async function pressAvailability(desk: Page): Promise<void> {
  // The switch shows what was chosen before it is stored.
  const stored = desk.waitForResponse((answer) => answer.url().endsWith("/desk/availability"));
  await desk.getByRole("switch").click();
  await stored;
}

/** The offer on an expert's desk that holds a question's words. */
export function offerOf(desk: Page, text: string): Locator {
  return desk.locator("section.offer").filter({ hasText: text });
}

/** Accepts the offer that holds a question's words. */
export async function accept(desk: Page, text: string): Promise<void> {
  await offerOf(desk, text).getByRole("button").first().click();
  await expect(desk.locator(".composer textarea")).toBeVisible();
}

/** Proposes to hand the open chat to staff; the visitor may change the note before it is read. */
export async function handToStaff(desk: Page, { note, why }: { note: string; why: string }): Promise<void> {
  await desk.getByRole("button", { name: "Hand over", exact: true }).click();
  const dialog = desk.getByRole("dialog");
  await dialog.getByRole("radio", { name: /^Our staff/ }).check();
  await dialog.getByRole("textbox", { name: "What they should know" }).fill(note);
  await dialog.getByRole("textbox", { name: "Why, in a few words" }).fill(why);
  await dialog.getByRole("button", { name: "Hand over", exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** Reports the visitor's newest message in the open chat as an insult. */
export async function report(
  desk: Page,
  message: { of: string; text: string },
  words: string,
  texts = english,
): Promise<void> {
  const { of: name, text } = message;
  await desk.getByRole("log").getByText(text).hover();
  await desk
    .getByRole("button", { name: new RegExp(`^${fill(texts.chat.reportOf, { name, time: "" })}`) })
    .last()
    .click();
  const dialog = desk.getByRole("dialog");
  await expect(dialog).toContainText(text);
  await dialog.getByRole("button", { name: texts.report.insult }).click();
  await dialog.getByRole("textbox", { name: texts.report.words }).fill(words);
  await dialog.getByRole("button", { name: texts.report.send, exact: true }).click();
  await expect(desk.getByText(texts.report.done).last()).toBeVisible();
}
