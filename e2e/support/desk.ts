import { expect, type Locator, type Page } from "@playwright/test";

/** Says on somebody's desk that he is free for questions. */
export async function makeAvailable(desk: Page): Promise<void> {
  const choice = desk.getByRole("switch");
  // While the desk opens, the switch is off and locked, whatever was chosen before.
  await expect(choice).toBeEnabled();
  if ((await choice.getAttribute("aria-checked")) !== "true") await choice.click();
  await expect(choice).toHaveAttribute("aria-checked", "true");
}

/** Pauses on somebody's desk. */
export async function pause(desk: Page): Promise<void> {
  await desk.getByRole("switch").click();
  await expect(desk.getByRole("switch")).toHaveAttribute("aria-checked", "false");
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
