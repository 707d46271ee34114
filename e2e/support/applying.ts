import { expect, type Page } from "@playwright/test";
import { linkIn, mailTo } from "@/e2e/support/outbox";

/** Types an application into the public page, with its yes, and sends nothing. */
export async function fillApplication(
  page: Page,
  { firstName, email }: { firstName: string; email: string },
): Promise<void> {
  await page.getByLabel("Your first name").fill(firstName);
  await page.getByLabel("Your e-mail address").fill(email);
  await page.getByLabel("What do you own?").fill("A Volt 3 City, since May");
  await page.getByLabel("Why would you like to help?").fill("I ride all year and like to explain.");
  await page.getByRole("button", { name: "Battery", exact: true }).click();
  await page.getByLabel(/may keep and read/).check();
}

/** Confirms the address of a sent application by the link in its mail, which is on the page when this ends. */
export async function confirmApplication(
  page: Page,
  server: { dataDir: string; origin: string },
  email: string,
): Promise<void> {
  await expect(page.getByRole("heading", { name: "One step left: look at your mail" })).toBeVisible();
  await page.goto(linkIn(await mailTo(server.dataDir, email, "Confirm your application"), server.origin));
  await page.getByRole("button", { name: "Confirm", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Thank you, it’s confirmed" })).toBeVisible();
}
