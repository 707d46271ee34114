import { expect, type FrameLocator, type Locator, type Page } from "@playwright/test";
import { wordsOf } from "@/e2e/support/words";

const english = wordsOf("en").widget;

/** The widget's button on a page of the shop. */
export function launcher(shop: Page): Locator {
  return shop.locator('[data-entraide] button[aria-haspopup="dialog"]');
}

/** The widget's panel in its frame. */
export function panelOf(shop: Page): FrameLocator {
  return shop.frameLocator("[data-entraide] iframe");
}

/** Opens the panel by its button, which says `title`. */
export async function openPanel(shop: Page, title = english.ask.titleOwner): Promise<FrameLocator> {
  await expect(launcher(shop)).toContainText(title);
  await launcher(shop).click();
  return panelOf(shop);
}

/** Fills in the question and sends it, to owners unless `staff`. */
export async function ask(
  panel: FrameLocator,
  question: { text: string; topic?: string; firstName: string; staff?: boolean },
  words = english.ask,
): Promise<void> {
  await panel.getByRole("textbox", { name: words.question }).fill(question.text);
  if (question.topic) {
    const chip = panel.getByRole("button", { name: question.topic, exact: true });
    if ((await chip.getAttribute("aria-pressed")) !== "true") await chip.click();
  }
  await panel.getByRole("textbox", { name: words.firstName }).fill(question.firstName);
  const button = question.staff ? words.sendStaff : words.sendOwner;
  await panel.getByRole("button", { name: button, exact: true }).click();
}

/** Writes a message on either side of a chat, and waits until it is there. */
export async function write(side: FrameLocator | Page, text: string): Promise<void> {
  const box = side.locator(".composer textarea");
  await box.fill(text);
  await box.press("Enter");
  await expect(side.getByRole("log").getByText(text)).toBeVisible();
}
