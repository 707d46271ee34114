import { expect, type FrameLocator, type Page } from "@playwright/test";
import { accept, offerOf } from "@/e2e/support/desk";
import { ask, openPanel } from "@/e2e/support/panel";

/** The demo shop's page that everybody asks about. */
export const CITY = "/products/volt-3-city";

/** Has a visitor ask the owners and an expert accept; resolves with the panel once both see the chat. */
export async function meet(
  desk: Page,
  shop: Page,
  question: { text: string; firstName: string },
): Promise<FrameLocator> {
  const panel = await openPanel(shop);
  await ask(panel, { topic: "Battery", ...question });
  await expect(offerOf(desk, question.text)).toBeVisible();
  await accept(desk, question.text);
  await expect(panel.locator(".composer textarea")).toBeVisible();
  return panel;
}

/** Ends the chat from the desk. */
export async function endAtDesk(desk: Page): Promise<void> {
  await desk.getByRole("button", { name: "End", exact: true }).click();
  await desk.getByRole("button", { name: "End, it’s solved" }).click();
  await expect(desk.locator(".composer textarea")).toBeHidden();
}

/** Rates the ended chat with five stars, says that it is solved, and thanks in words. */
export async function thank(panel: FrameLocator, words: string): Promise<void> {
  await panel.getByRole("radio", { name: "5 stars" }).check();
  await panel.getByRole("button", { name: "Yes", exact: true }).click();
  await panel.getByRole("textbox", { name: /A word of thanks/ }).fill(words);
  await panel.getByRole("button", { name: "Send my thanks" }).click();
  await expect(panel.getByRole("heading", { name: "Thank you" })).toBeVisible();
}
