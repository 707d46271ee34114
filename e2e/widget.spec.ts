import { expect, type Page } from "@playwright/test";
import { makeAvailable } from "@/e2e/support/desk";
import { CITY, endAtDesk, meet } from "@/e2e/support/meeting";
import { mailTo } from "@/e2e/support/outbox";
import { launcher, panelOf, write } from "@/e2e/support/panel";
import { test } from "@/e2e/support/test";

/** Calls the host page's own function, as a shop does. */
function command(shop: Page, ...call: unknown[]): Promise<void> {
  return shop.evaluate((given) => {
    (window as unknown as { entraide(...values: unknown[]): void }).entraide(...given);
  }, call);
}

test("a chat in two tabs goes on in step, counts what is unread, and can be mailed and reported", async ({
  person,
  visitor,
  server,
}) => {
  const nadia = await person("nadia");
  await makeAvailable(nadia);
  const shop = await visitor({}, CITY);
  const panel = await meet(nadia, shop, { text: "Is the saddle soft?", firstName: "Ada" });
  await write(nadia, "See https://volt.example/saddle, not javascript:alert(1).");
  await expect(panel.getByRole("log").getByRole("link")).toHaveCount(1);
  await expect(panel.getByRole("log").getByRole("link")).toHaveAttribute(
    "rel",
    /noopener noreferrer nofollow/,
  );

  const other = await shop.context().newPage();
  await other.goto(shop.url());
  await launcher(other).click();
  await write(panelOf(other), "Thank you from the second tab.");
  await expect(panel.getByText("Thank you from the second tab.")).toBeVisible();
  await other.close();

  await panel.getByRole("button", { name: "Options" }).click();
  await panel.getByRole("button", { name: "Mail me this conversation" }).click();
  await panel.getByRole("textbox", { name: "E-mail" }).fill("ada@example.com");
  await panel.getByRole("button", { name: "Send it" }).click();
  await expect(panel.getByText("It’s on its way to ada@example.com.")).toBeVisible();
  const mail = await mailTo(server.dataDir, "ada@example.com", "Your conversation with");
  expect(mail.text).toContain("Thank you from the second tab.");

  await shop.keyboard.press("Escape");
  await panel.getByRole("button", { name: "Report something" }).click();
  await panel.getByRole("button", { name: "Something else" }).click();
  await panel.getByRole("button", { name: "Report it" }).click();
  await expect(panel.getByText("Thank you for saying so.", { exact: false })).toBeVisible();
  await shop.keyboard.press("Escape");
  await shop.keyboard.press("Escape");
  await expect(panel.getByRole("button", { name: "Options" })).toBeFocused();

  await shop.keyboard.press("Escape");
  await write(nadia, "Anything else?");
  await expect(launcher(shop)).toContainText("1 new");
  await endAtDesk(nadia);
});

test("words that were not sent survive the end; afterwards the visitor can leave no trace", async ({
  person,
  visitor,
}) => {
  const nadia = await person("nadia");
  await makeAvailable(nadia);
  const shop = await visitor({}, CITY);
  const panel = await meet(nadia, shop, { text: "Is the bell loud?", firstName: "Bo" });
  await panel.locator(".composer textarea").fill("And one more thing");
  await endAtDesk(nadia);
  await expect(panel.getByText("You were still writing", { exact: false })).toBeVisible();
  await expect(panel.getByText("And one more thing")).toBeVisible();

  await panel.getByRole("button", { name: "Options" }).click();
  await panel.getByRole("button", { name: "Delete my data" }).click();
  await panel.getByRole("button", { name: "Delete everything" }).click();
  await expect(panel.getByRole("textbox", { name: "What would you like to know?" })).toBeVisible();
  await expect(panel.getByText("And one more thing")).toBeHidden();
  await expect
    .poll(() => shop.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("entraide"))))
    .toEqual([]);
});

test("logout forgets the visitor in this browser alone", async ({ person, visitor }) => {
  const nadia = await person("nadia");
  await makeAvailable(nadia);
  const shop = await visitor({}, CITY);
  const panel = await meet(nadia, shop, { text: "Is the stand stable?", firstName: "Cy" });
  await command(shop, "logout");
  await expect(panel.getByRole("textbox", { name: "What would you like to know?" })).toBeVisible();
  await expect(nadia.locator(".composer textarea")).toBeVisible();
  await endAtDesk(nadia);
});

test("the console says what is wrong with an installation", async ({ person, visitor, consoleWatch }) => {
  consoleWatch.allow(/Content Security Policy/);
  await makeAvailable(await person("nadia"));
  const shop = await visitor({}, CITY);
  const said: string[] = [];
  shop.on("console", (message) => {
    if (message.text().startsWith("Entraide: ")) said.push(message.text());
  });
  await expect(launcher(shop)).toBeVisible();
  await command(shop, "opne");
  await expect
    .poll(() => said)
    .toEqual(["Entraide: opne is not one of open, close, context, identify, logout, on"]);

  // The same page under a policy that forgets our frame.
  await shop.route(shop.url(), async (route) => {
    const answer = await route.fetch();
    await route.fulfill({
      response: answer,
      headers: { ...answer.headers(), "content-security-policy": "frame-src 'none'; style-src 'self'" },
    });
  });
  await shop.reload();
  await expect(launcher(shop)).toBeVisible();
  await launcher(shop).click();
  await expect.poll(() => said.at(-1)).toMatch(/^Entraide: add http:\/\/localhost:\d+ to frame-src$/);
});
