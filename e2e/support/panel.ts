import { expect, type FrameLocator, type Locator, type Page } from "@playwright/test";

/** The widget's button on a page of the shop. */
export function launcher(shop: Page): Locator {
  return shop.locator('[data-entraide] button[aria-haspopup="dialog"]');
}

/** The widget's panel in its frame. */
export function panelOf(shop: Page): FrameLocator {
  return shop.frameLocator("[data-entraide] iframe");
}

/** Opens the panel by its button, which says `title`. */
export async function openPanel(shop: Page, title = "Ask an owner"): Promise<FrameLocator> {
  await expect(launcher(shop)).toContainText(title);
  await launcher(shop).click();
  return panelOf(shop);
}

/** Fills in the question and sends it. */
export async function ask(
  panel: FrameLocator,
  {
    text,
    topic,
    firstName,
    button = "Ask an owner",
  }: { text: string; topic?: string; firstName: string; button?: string },
): Promise<void> {
  await panel.getByRole("textbox", { name: "What would you like to know?" }).fill(text);
  if (topic) {
    const chip = panel.getByRole("button", { name: topic, exact: true });
    if ((await chip.getAttribute("aria-pressed")) !== "true") await chip.click();
  }
  await panel.getByRole("textbox", { name: "First name" }).fill(firstName);
  await panel.getByRole("button", { name: button, exact: true }).click();
}

/** Writes a message on either side of a chat, and waits until it is there. */
export async function write(side: FrameLocator | Page, text: string): Promise<void> {
  const box = side.getByRole("textbox", { name: /^Message/ });
  await box.fill(text);
  await box.press("Enter");
  await expect(side.getByRole("log").getByText(text)).toBeVisible();
}
