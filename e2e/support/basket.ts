import { expect, type Page } from "@playwright/test";

/** Puts one of the demo shop's open product into the basket. */
export async function putInBasket(shop: Page): Promise<void> {
  const count = shop.locator(".basket-count");
  // A press before the page listens only loads it again.
  await expect(async () => {
    if (await count.isHidden())
      await shop.getByRole("button", { name: "Add to basket" }).click({ timeout: 1_000 });
    await expect(count).toHaveText("1", { timeout: 1_000 });
  }).toPass();
}
