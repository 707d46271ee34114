import { readFile } from "node:fs/promises";
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

test("a chat in two tabs goes on in step, counts what is unread, and can be mailed, reported and kept", async ({
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
  const tone = panel.getByRole("switch", { name: "A soft tone for new messages" });
  await tone.click();
  await expect(tone).toHaveAttribute("aria-checked", "true");
  await panel.getByRole("button", { name: "Mail me this conversation" }).click();
  await panel.getByRole("button", { name: "Send it" }).click();
  await expect(panel.getByText("Write one address", { exact: false })).toBeVisible();
  await panel.getByRole("textbox", { name: "E-mail" }).fill("ada@example.com");
  await panel.getByRole("button", { name: "Send it" }).click();
  await expect(panel.getByText("It’s on its way to ada@example.com.")).toBeVisible();
  const mail = await mailTo(server.dataDir, "ada@example.com", "Your conversation with");
  expect(mail.text).toContain("Thank you from the second tab.");

  const reports = [
    { what: "How Nadia behaves", why: "Something else" },
    { what: "“See https://volt.example/saddle", why: "Advertising" },
  ];
  for (const { what, why } of reports) {
    await shop.keyboard.press("Escape");
    await panel.getByRole("button", { name: "Report something" }).click();
    await panel.getByRole("button", { name: "Report it" }).click();
    await expect(panel.getByText("Choose what’s wrong first.")).toBeVisible();
    await panel.getByRole("radio", { name: what }).check();
    await panel.getByRole("button", { name: why }).click();
    await panel.getByRole("button", { name: "Report it" }).click();
    await expect(panel.getByText("Thank you for saying so.", { exact: false })).toBeVisible();
  }

  await shop.keyboard.press("Escape");
  await panel.getByRole("button", { name: "Download my data" }).click();
  const downloading = shop.waitForEvent("download");
  await panel.getByRole("button", { name: "Download the file" }).click();
  const file = await readFile(await (await downloading).path(), "utf8");
  for (const words of ["Is the saddle soft?", "Thank you from the second tab."])
    expect(file).toContain(words);
  await expect(panel.getByText("The file is in your downloads.")).toBeVisible();

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

test("a visitor who deletes his data while he talks is gone on both sides", async ({ person, visitor }) => {
  const nadia = await person("nadia");
  await makeAvailable(nadia);
  const shop = await visitor({}, CITY);
  const panel = await meet(nadia, shop, { text: "Is the basket steady?", firstName: "Dot" });
  await write(panel, "I would rather not have asked.");
  await expect(nadia.getByRole("log").getByText("I would rather not have asked.")).toBeVisible();
  await panel.getByRole("button", { name: "Options" }).click();
  await panel.getByRole("button", { name: "Delete my data" }).click();
  await panel.getByRole("button", { name: "Keep it" }).click();
  await panel.getByRole("button", { name: "Delete my data" }).click();
  await panel.getByRole("button", { name: "Delete everything" }).click();
  await expect(panel.getByRole("textbox", { name: "What would you like to know?" })).toHaveValue("");
  await expect(nadia.getByText("everything of theirs was erased", { exact: false })).toBeVisible();
  await expect(nadia.getByText("I would rather not have asked.")).toBeHidden();
  await expect(nadia.locator(".composer textarea")).toBeHidden();
});

test("a banned visitor is told until when, keeps what was said, and has no button until he may ask", async ({
  person,
  visitor,
  server,
}) => {
  const nadia = await person("nadia");
  const helene = await person("helene");
  await makeAvailable(nadia);
  const shop = await visitor({}, CITY);
  const panel = await meet(nadia, shop, { text: "Is the lamp bright?", firstName: "Rex" });
  await write(nadia, "Bright enough for a forest.");
  const visitorId = await panel.locator("body").evaluate(() =>
    Object.values(localStorage)
      .flatMap((kept) => JSON.parse(kept).visitorId ?? [])
      .at(0),
  );
  const ban = `${server.origin}/api/brands/volt-velo/visitors/${visitorId}/ban`;
  const headers = { Origin: server.origin };
  const banned = await helene.request.post(ban, { headers, data: { hours: 1 } });
  expect(banned.status()).toBe(200);

  await expect(panel.getByRole("heading", { name: "Your questions are paused" })).toBeVisible();
  await expect(
    panel.getByRole("heading", { name: /^You can ask again (today|tomorrow) from \d\d:\d\d\.$/ }),
  ).toBeVisible();
  await expect(panel.getByRole("textbox")).toHaveCount(0);
  await panel.getByText("Read the conversation again").click();
  await expect(panel.getByText("Bright enough for a forest.")).toBeVisible();
  await panel.getByRole("button", { name: "Minimise" }).click();
  await expect(launcher(shop)).toBeHidden();
  await shop.reload();
  // The panel has loaded behind the page, and has told the loader how things stand.
  await expect(
    panel.getByRole("heading", { name: "Your questions are paused", includeHidden: true }),
  ).toBeAttached();
  await expect(launcher(shop)).toBeHidden();

  const lifted = await helene.request.delete(ban, { headers });
  expect(lifted.status()).toBe(200);
  await expect(launcher(shop)).toBeVisible();
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

  // The same page under a policy that forgets our frame. As an element: for a document that was answered by a test,
  // Chromium keeps the loader from the network's private addresses.
  await shop.addInitScript(() => {
    if (window !== top) return;
    new MutationObserver((_changes, observer) => {
      if (!document.head) return;
      observer.disconnect();
      const policy = document.createElement("meta");
      policy.httpEquiv = "Content-Security-Policy";
      policy.content = "frame-src 'none'; style-src 'self'";
      document.head.prepend(policy);
    }).observe(document, { childList: true, subtree: true });
  });
  await shop.reload();
  await expect(launcher(shop)).toBeVisible();
  await launcher(shop).click();
  await expect.poll(() => said.at(-1)).toMatch(/^Entraide: add http:\/\/localhost:\d+ to frame-src$/);
});
