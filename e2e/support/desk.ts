import { expect, type Locator, type Page } from "@playwright/test";

/** Says on somebody's desk that he is free for questions. */
export async function makeAvailable(desk: Page): Promise<void> {
  const choice = desk.getByRole("switch");
  if ((await choice.getAttribute("aria-checked")) !== "true") await choice.click();
  await expect(choice).toHaveAttribute("aria-checked", "true");
}

/** Pauses on somebody's desk. */
export async function pause(desk: Page): Promise<void> {
  await desk.getByRole("switch").click();
  await expect(desk.getByRole("switch")).toHaveAttribute("aria-checked", "false");
}

/** The offer on a desk that holds a question's words. */
export function offerOf(desk: Page, text: string): Locator {
  return desk.getByRole("region", { name: /^(A question for you|Question of)/ }).filter({ hasText: text });
}
