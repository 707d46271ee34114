import { expect } from "@playwright/test";
import { accept, makeAvailable, pause } from "@/e2e/support/desk";
import { linkIn, mailTo } from "@/e2e/support/outbox";
import { ask, openPanel } from "@/e2e/support/panel";
import { test } from "@/e2e/support/test";

const CITY = "/products/volt-3-city";
const RANGE = "How far does it get me in the cold?";
const ADDRESS = "lea@example.org";

test("a left question is answered by an expert when it suits her, replied to, and gone on with live", async ({
  person,
  visitor,
  server,
  consoleWatch,
}) => {
  test.setTimeout(240_000);
  // Who opens a question that somebody else is writing on is refused with 409, and the browser says so.
  consoleWatch.allow(/status of 409/);

  const nadia = await person("nadia");
  const julien = await person("julien");
  await makeAvailable(nadia);
  const shop = await visitor({}, CITY);
  const panel = await openPanel(shop);
  await test.step("nobody can take it, and it is left", async () => {
    await ask(panel, { text: RANGE, topic: "Battery", firstName: "Léa" });
    await expect(nadia.locator("section.offer").filter({ hasText: RANGE })).toBeVisible();
    await expect(nadia.getByText("Why you:", { exact: true }).first()).toBeVisible();
    await pause(nadia);
    await expect(panel.getByText(/You’ll have an answer by .*\d/)).toBeVisible();
    await panel.getByRole("textbox", { name: "E-mail" }).fill(ADDRESS);
    await panel.getByRole("button", { name: "Send me the answer" }).click();
    await expect(panel.getByText("We’ll send the answer by e-mail, too.")).toBeVisible();
  });

  await test.step("Nadia begins, paused as she is; Julien sees so; her words survive a reload", async () => {
    const row = nadia.getByRole("button", { name: /Left question of Léa/ });
    await row.click();
    const box = nadia.getByRole("textbox", { name: "Your answer" });
    await box.fill("About sixty kilometres");
    await expect(julien.getByText(/^Nadia.* is answering$/)).toBeVisible({ timeout: 20_000 });
    await expect(julien.getByRole("button", { name: /Left question of Léa/ })).toBeDisabled();
    await nadia.reload();
    await row.click();
    await expect(box).toHaveValue("About sixty kilometres");
    await nadia.getByRole("button", { name: "Send the answer" }).click();
    await expect(row).toBeHidden();
  });

  const mail = await mailTo(server.dataDir, ADDRESS, "answered your question");
  const reader = await shop.context().newPage();
  await reader.goto(linkIn(mail, `${server.origin}/a/`));
  await test.step("the visitor reads it by the mail's link, and writes back", async () => {
    await expect(reader.getByText("About sixty kilometres")).toBeVisible();
    await expect(panel.getByText("About sixty kilometres")).toBeVisible();
    const box = reader.getByRole("textbox", { name: /^Write back to Nadia/ });
    await box.fill("And uphill?");
    await reader.reload();
    await expect(box).toHaveValue("And uphill?");
    await reader.getByRole("button", { name: "Send", exact: true }).first().click();
    await expect(reader.getByRole("heading", { name: "Your reply is with us" })).toBeVisible();
    await expect(reader.getByText(/You’ll have an answer by .*\d/)).toBeVisible();
    await expect(panel.getByText(/You’ll have an answer by .*\d/)).toBeVisible();
  });

  await test.step("it goes to Nadia first; she answers, and the visitor gets another mail", async () => {
    await expect(nadia.getByRole("heading", { name: "Replied to you" })).toBeVisible();
    await expect(nadia.getByText("And uphill?")).toBeVisible();
    await nadia.getByRole("button", { name: /Left question of Léa/ }).click();
    await expect(nadia.getByRole("log").getByText("About sixty kilometres")).toBeVisible();
    await nadia.getByRole("textbox", { name: "Your answer" }).fill("Forty, then.");
    await nadia.getByRole("button", { name: "Send the answer" }).click();
    await expect(nadia.getByRole("heading", { name: "Replied to you" })).toBeHidden();
    await reader.reload();
    await expect(reader.getByText("Forty, then.")).toBeVisible();
  });

  await test.step("Nadia is there now: they go on live, and the page follows", async () => {
    await makeAvailable(nadia);
    await reader.reload();
    await reader.getByRole("textbox", { name: /^Write back to Nadia/ }).fill("Are you there?");
    await reader.getByRole("button", { name: /^Nadia.* is here now: continue live$/ }).click();
    await expect(reader.getByRole("heading", { name: "We’re asking" })).toBeVisible();
    await accept(nadia, RANGE);
    await expect(reader.getByRole("heading", { name: "You’re talking live" })).toBeVisible();
    await nadia.locator(".composer textarea").fill("I am.");
    await nadia.locator(".composer textarea").press("Enter");
    await expect(reader.getByText("I am.", { exact: true })).toBeVisible();
  });

  await test.step("mails about it are stopped by the link in them", async () => {
    await reader.goto(linkIn(mail, `${server.origin}/a/`).replace(/(\?.*)?$/, "?mails=stop"));
    await reader.getByRole("button", { name: "Stop mails about this question" }).click();
    await expect(reader.getByText("You get no more mails about this question.")).toBeVisible();
  });

  await test.step("Julien reads who was looked at, and why", async () => {
    await julien.goto(julien.url().replace(/\/desk.*$/, "/conversations"));
    await julien.getByRole("link", { name: RANGE }).click();
    const decision = julien.locator("details.receipts__one").first();
    await decision.locator("summary").click();
    const row = decision.getByRole("row", { name: /^Nadia/ });
    await expect(row).toContainText("asked");
    await decision.getByRole("button", { name: "Sort by Person" }).click();
    await expect(decision.getByRole("columnheader", { name: "Sort by Person" })).toHaveAttribute(
      "aria-sort",
      "descending",
    );
  });
});
