import { expect, type Page } from "@playwright/test";
import { confirmApplication } from "@/e2e/support/applying";
import { test } from "@/e2e/support/test";
import { hold } from "@/e2e/support/traffic";

const JOIN = "/community/volt-velo/join";
const BOARD = "/volt-velo/community";
const HUGO = "hugo.early@example.com";

test("what is done on a page before its scripts are there is done once they are, and once only", async ({
  browser,
  server,
  person,
  consoleWatch,
}) => {
  test.setTimeout(180_000);
  const context = await browser.newContext({ locale: "en-GB", baseURL: server.origin });
  consoleWatch.listen(context, "hugo");
  const hugo = await context.newPage();
  const sent: unknown[] = [];
  hugo.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/applications"))
      sent.push(request.postDataJSON());
  });
  const chip = (name: string) => hugo.getByRole("button", { name, exact: true });
  const send = hugo.getByRole("button", { name: "Send my application" });

  await test.step("what a stranger typed and left is still there when he comes back and types early", async () => {
    await hugo.goto(JOIN);
    await hugo.getByLabel("What do you own?").fill("A Volt 3 City, since May");
    const letCome = await openEarly(hugo, JOIN);
    await hugo.getByLabel("Your first name").fill("Hugo");
    await letCome();
    await expect(hugo.getByLabel("What do you own?")).toHaveValue("A Volt 3 City, since May");
    await expect(hugo.getByLabel("Your first name")).toHaveValue("Hugo");
  });

  await test.step("a whole application goes out by itself", async () => {
    const letCome = await openEarly(hugo, JOIN);
    await send.click();
    await hugo.getByLabel("Your first name").fill("Hugo M.");
    await hugo.getByLabel("Your e-mail address").fill(HUGO);
    await hugo.getByLabel("Why would you like to help?").fill("I ride all year and like to explain.");
    await chip("Battery").click();
    await chip("Brakes").click();
    await chip("Brakes").click();
    await chip("French").click();
    await hugo.getByLabel(/may keep and read/).click();
    await send.click();
    await hugo.getByLabel("Why would you like to help?").pressSequentially(" Daily.");
    await expect(chip("Battery")).toHaveAttribute("aria-pressed", "false");
    await letCome();
    await expect(hugo.getByRole("heading", { name: "One step left: look at your mail" })).toBeFocused();
    expect(sent).toEqual([
      expect.objectContaining({
        displayName: "Hugo M.",
        email: HUGO,
        owns: "A Volt 3 City, since May",
        why: "I ride all year and like to explain. Daily.",
        languages: ["en", "fr"],
        topicIds: [expect.any(String), expect.any(String)],
        consent: true,
      }),
    ]);
  });

  await confirmApplication(hugo, server, HUGO);
  await context.close();

  const helene = await person("helene");
  const move = helene.getByRole("button", { name: "Move Hugo M." });
  const menu = helene.getByRole("menu");
  for (const [by, press] of [
    ["the mouse", () => move.click()],
    ["Enter", () => move.press("Enter")],
    ["the space bar", () => move.press(" ")],
  ] as const) {
    await test.step(`a menu that was pressed twice by ${by} is open, and closes as ever`, async () => {
      const letCome = await openEarly(helene, BOARD);
      await press();
      await press();
      await expect(menu).toBeHidden();
      await letCome();
      await expect(menu).toBeVisible();
      await helene.keyboard.press("Escape");
      await expect(menu).toBeHidden();
      await expect(move).toBeFocused();
    });
  }

  await test.step("a choice from a list, words and a press make one campaign", async () => {
    const letCome = await openEarly(helene, `${BOARD}/campaigns`);
    await helene.getByLabel("How", { exact: true }).selectOption("thanks");
    await helene.getByLabel("Name", { exact: true }).fill("Five stars");
    await helene.getByRole("button", { name: "Open", exact: true }).dblclick();
    await letCome();
    await expect(helene.getByRole("heading", { level: 3, name: /Five stars/ })).toHaveCount(1);
    // Only one campaign may ask those who thanked.
    await expect(helene.getByLabel("How", { exact: true }).getByRole("option")).toHaveText([
      "A link",
      "Mails to a list",
    ]);
  });

  await test.step("where the scripts are there in time, nothing is done twice", async () => {
    await helene.goto(`${BOARD}/campaigns`);
    const topic = helene.getByRole("button", { name: "Battery", exact: true });
    await topic.click();
    await expect(topic).toHaveAttribute("aria-pressed", "true");
    await helene.goto(BOARD);
    await move.click();
    await expect(menu).toBeVisible();
    await move.click();
    await expect(menu).toBeHidden();
  });
});

/** Opens a page that is drawn and deaf, until the given function lets its scripts come. */
async function openEarly(page: Page, path: string): Promise<() => Promise<void>> {
  const letCome = await hold(page.context(), "**/_next/static/**/*.js", "GET");
  // Its load waits for the scripts.
  await page.goto(path, { waitUntil: "domcontentloaded" });
  return letCome;
}
