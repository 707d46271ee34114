import { expect, type Locator, type Page } from "@playwright/test";
import { SignJWT } from "jose";
import { accept, handToStaff, makeAvailable, offerOf, pause } from "@/e2e/support/desk";
import { CITY } from "@/e2e/support/meeting";
import { ask, openPanel, panelOf, write } from "@/e2e/support/panel";
import { test } from "@/e2e/support/test";
import { listen } from "@/e2e/support/traffic";

const WINTER = "Does my battery survive a winter on a cold balcony?";
const RETURN = "Where do I send my bike back to?";

/** What only the shop knows of its customer Marie. */
const SECRETS = ["Lefèvre", "marie.lefevre@example.com", "VV-20418", "C-1042"];

type WithWidget = { entraide: (...call: unknown[]) => void; calls?: unknown[][] };

test("staff know a customer whom the shop vouches for; owners learn nothing of it", async ({
  person,
  visitor,
}) => {
  const nadia = await person("nadia");
  const heard = listen(nadia);
  await nadia.reload();
  await makeAvailable(nadia);
  const julien = await person("julien");
  const shop = await visitor({}, "/account");
  await test.step("Marie signs in to the shop, and asks from her order", async () => {
    await expect(shop.getByRole("link", { name: "Sign in" })).toBeVisible();
    await shop.getByRole("button", { name: "Continue as Marie" }).click();
    await expect(shop.getByRole("heading", { name: "Hello, Marie." })).toBeFocused();
    await expect(shop.getByRole("link", { name: "Account of Marie" })).toBeVisible();
    await shop.getByRole("link", { name: "Volt 3 City, M" }).click();
    const panel = await openPanel(shop);
    await ask(panel, { text: WINTER, topic: "Battery", firstName: "Marie" });
    await expect(offerOf(nadia, WINTER)).toBeVisible();
  });

  await test.step("an owner talks with Marie, whoever that is, and hands her over", async () => {
    await accept(nadia, WINTER);
    await write(nadia, "Mine did. Is yours still under warranty?");
    // Nobody but Nadia was there to be asked first.
    await makeAvailable(julien);
    await expect(panelOf(shop).getByText("Is yours still under warranty?", { exact: false })).toBeVisible();
    await handToStaff(nadia, { note: "She asks about the warranty.", why: "I cannot see her order" });
    await panelOf(shop).getByRole("button", { name: "Pass it on" }).click();
  });

  await test.step("staff see her name, her address and her orders, and that the shop stands for it", async () => {
    await julien.getByRole("button", { name: "Take the question of Marie" }).click();
    const profile = profileAt(julien);
    await expect(profile.getByRole("heading", { name: "Marie Lefèvre" })).toBeVisible();
    await expect(profile).toContainText("Vouched for by the shop");
    await expect(profile).toContainText("marie.lefevre@example.com");
    await expect(profile).toContainText(/Order VV-20418\s*Volt 3 City, M, .*delivered/);
    await write(julien, "Yes, for two years from your order.");
    await expect(panelOf(shop).getByText("Yes, for two years", { exact: false })).toBeVisible();
  });

  const everything = await heard();
  expect(everything).toContain(WINTER);
  for (const secret of SECRETS) expect(everything).not.toContain(secret);

  await test.step("signing out of the shop tells the widget so", async () => {
    await shop.evaluate(() => {
      const page = window as unknown as WithWidget;
      const { entraide } = page;
      page.calls = [];
      page.entraide = (...call) => {
        page.calls?.push(call);
        entraide(...call);
      };
    });
    await panelOf(shop).getByRole("button", { name: "Minimise" }).click();
    await shop.getByRole("link", { name: "Account of Marie" }).click();
    await shop.getByRole("button", { name: "Sign out" }).click();
    await expect(shop.getByRole("heading", { name: "Sign in" })).toBeFocused();
    const calls = () => shop.evaluate(() => (window as unknown as WithWidget).calls);
    await expect.poll(calls).toContainEqual(["logout"]);
    await shop.reload();
    await expect(shop.getByRole("button", { name: "Continue as Marie" })).toBeVisible();
  });
  await julien.getByRole("button", { name: "End", exact: true }).click();
  await julien.getByRole("button", { name: "End, it’s solved" }).click();
  await pause(nadia);
  await pause(julien);
});

test("a token that the shop did not sign makes nobody known", async ({ person, visitor, consoleWatch }) => {
  consoleWatch.allow(/status of 400/);
  const julien = await person("julien");
  await makeAvailable(julien);
  const shop = await visitor({}, CITY);
  const panel = await openPanel(shop, "Ask our staff");
  const forged = await new SignJWT({ name: "Marie Lefèvre", email: "marie.lefevre@example.com" })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject("C-1042")
    .setIssuedAt()
    .setExpirationTime("10m")
    .sign(new TextEncoder().encode("a secret of somebody else's, long enough"));
  const refused = shop.waitForResponse(/\/visitor\/identify$/);
  await shop.evaluate((token) => (window as unknown as WithWidget).entraide("identify", token), forged);
  await ask(panel, { text: RETURN, firstName: "Marie", staff: true });
  expect(await (await refused).json()).toMatchObject({ error: { code: "IDENTITY_INVALID" } });

  await julien.getByRole("button", { name: "Take the question of Marie" }).click();
  await expect(julien.getByRole("log").getByText(RETURN)).toBeVisible();
  await expect(profileAt(julien).getByRole("heading", { name: "Marie", exact: true })).toBeVisible();
  await expect(profileAt(julien)).toContainText("Not vouched for");
  for (const secret of SECRETS) await expect(profileAt(julien)).not.toContainText(secret);
  await julien.getByRole("button", { name: "End", exact: true }).click();
  await julien.getByRole("button", { name: "End, it’s solved" }).click();
});

function profileAt(desk: Page): Locator {
  return desk.getByRole("complementary", { name: "Visitor" });
}
