import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { expectAccessible } from "@/e2e/support/accessibility";
import { makeAvailable } from "@/e2e/support/desk";
import { CITY, endAtDesk, meet } from "@/e2e/support/meeting";
import { test } from "@/e2e/support/test";

const COMMUNITY = "/community/volt-velo";
const PROFILE = "/volt-velo/profile";
const WORDS = "My lamp shines again, thank you so much!";

test("words of thanks stand on the wall once the visitor lets them, and go when they are taken off", async ({
  person,
  visitor,
}) => {
  test.setTimeout(150_000);
  const ingrid = await person("ingrid");
  await makeAvailable(ingrid);
  const shop = await visitor({}, CITY);
  const panel = await meet(ingrid, shop, { text: "Why does my lamp stay dark?", firstName: "Orla" });
  await endAtDesk(ingrid);

  await test.step("Orla thanks, and lets everybody read it", async () => {
    await panel.getByRole("radio", { name: "5 stars" }).check();
    await panel.getByRole("button", { name: "Yes", exact: true }).click();
    const mayShow = panel.getByRole("checkbox", { name: /You may show my words/ });
    await expect(mayShow).toHaveCount(0);
    await panel.getByRole("textbox", { name: /A word of thanks/ }).fill(WORDS);
    await expect(mayShow).not.toBeChecked();
    await mayShow.check();
    await panel.getByRole("checkbox", { name: /Ask me once by mail/ }).check();
    const email = panel.getByRole("textbox", { name: "E-mail" });
    await email.fill("orla@");
    await panel.getByRole("button", { name: "Send my thanks" }).click();
    await expect(email).toBeFocused();
    await expect(panel.getByText("Write one address", { exact: false })).toBeVisible();
    await expectAccessible(shop);
    await email.fill("orla@example.org");
    await panel.getByRole("button", { name: "Send my thanks" }).click();
    await expect(panel.getByRole("heading", { name: "Thank you" })).toBeVisible();
  });

  const page = await visitor({}, "");
  const origin = new URL(ingrid.url()).origin;
  const said = page.getByRole("listitem").filter({ hasText: WORDS });
  await test.step("a stranger reads it; the expert wants no page, and isn’t named", async () => {
    await page.goto(`${origin}${COMMUNITY}/thanks`);
    await expect(said).toBeVisible();
    await expect(said).toContainText("Orla to an owner");
    await expect(said.getByRole("link")).toHaveCount(0);
    await expectAccessible(page);
  });

  await test.step("the expert takes it off and puts it back", async () => {
    await ingrid.goto(PROFILE);
    const own = ingrid
      .getByRole("region", { name: "What was said to you" })
      .getByRole("listitem")
      .filter({ hasText: WORDS });
    await own.getByRole("button", { name: "Take it off the wall" }).click();
    await expect(own.getByText("You took it off the wall.")).toBeVisible();
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(said).toHaveCount(0);
    await own.getByRole("button", { name: "Put it back" }).click();
    await expect(own.getByText("Everybody may read it", { exact: false })).toBeVisible();
    await page.reload();
    await expect(said).toBeVisible();
  });

  await test.step("a manager takes it off", async () => {
    const helene = await person("helene");
    await helene.goto("/volt-velo/community/thanks");
    await expect(
      helene.getByText("Two weeks later 6 of 7 said that it still helps", { exact: false }),
    ).toBeVisible();
    const row = helene.getByRole("listitem").filter({ hasText: WORDS });
    await row.getByRole("button", { name: "Take off the words of Orla" }).click();
    await expect(row.getByText("Taken off", { exact: true })).toBeVisible();
    await expectAccessible(helene);
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(said).toHaveCount(0);
  });
});

test("a member opens his page to everybody, looks at it before, and closes it again", async ({
  person,
  browser,
  server,
  consoleWatch,
}) => {
  // Before and after, his page is not there.
  consoleWatch.allow(/status of 404/);
  const context = await browser.newContext({ locale: "en-GB", baseURL: server.origin });
  consoleWatch.listen(context, "stranger");
  const stranger = await context.newPage();
  await stranger.goto(COMMUNITY);
  await expect(stranger.getByRole("heading", { level: 2, name: "Nadia B." })).toBeVisible();
  await expect(stranger.getByText("Ingrid S.")).toHaveCount(0);
  await expectAccessible(stranger);

  const ingrid = await person("ingrid");
  await ingrid.goto(PROFILE);
  const choice = ingrid.getByRole("region", { name: "Your public page" });
  const preview = choice.getByRole("region", { name: "Your page as everybody would see it" });
  // A press that comes before the page listens is lost.
  await expect(async () => {
    if (!(await preview.isVisible()))
      await choice.getByRole("button", { name: "Preview", exact: true }).click();
    await expect(preview).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await choice.getByLabel("A line about you").fill("Ask me about long days in the wind.");
  await expect(preview.getByText("“Ask me about long days in the wind.”")).toBeVisible();
  await expectAccessible(ingrid);
  await choice.getByRole("switch", { name: "Let everybody see my page" }).click();
  const see = choice.getByRole("link", { name: "See your page" });
  await expect(see).toBeVisible();
  const address = (await see.getAttribute("href")) ?? "";

  await stranger.reload();
  await stranger.getByRole("link", { name: /Ingrid S\./ }).click();
  await expect(stranger.getByRole("heading", { level: 1, name: "Ingrid S." })).toBeVisible();
  await expect(stranger.getByText("“Ask me about long days in the wind.”")).toBeVisible();
  await expect(stranger.getByRole("region", { name: "Badges" })).toBeVisible();
  await expectAccessible(stranger);

  await choice.getByRole("switch", { name: "Let everybody see my page" }).click();
  await expect(see).toHaveCount(0);
  await stranger.goto(address);
  await expect(stranger.getByRole("heading", { name: "There’s nothing here" })).toBeVisible();
  await context.close();
});

test("a badge has a page, a picture, and a record that anybody can check", async ({ person, server }) => {
  const nadia = await person("nadia");
  await nadia.goto(PROFILE);
  const records = nadia.getByRole("region", { name: "Your badges, to take along" });
  const [download] = await Promise.all([
    nadia.waitForEvent("download"),
    records
      .getByRole("link", { name: /^Take the record of/ })
      .first()
      .click(),
  ]);
  const record = readFileSync(await download.path(), "utf8");

  await nadia.goto(`${COMMUNITY}/nadia`);
  await expect(nadia.getByText("said two weeks later that it still helps")).toBeVisible();
  await expect(nadia.getByText("Lasting help · bronze")).toBeVisible();
  await nadia.goto(PROFILE);
  await records
    .getByRole("link", { name: /^Picture and page to share/ })
    .first()
    .click();
  await expect(nadia.getByText(/^Nadia B\. earned this badge at Volt & Vélo/)).toBeVisible();
  await expectAccessible(nadia);
  const picture = (await nadia.locator('meta[property="og:image"]').getAttribute("content")) ?? "";
  expect(new URL(picture).origin).toBe(server.origin);
  const answer = await nadia.request.get(picture);
  expect(answer.headers()["content-type"]).toBe("image/png");

  await nadia.getByRole("link", { name: "Check a record of it" }).click();
  await expect(nadia.getByRole("heading", { level: 1, name: "Check a badge" })).toBeVisible();
  const field = nadia.getByLabel("The record");
  await field.fill(record);
  await nadia.getByRole("button", { name: "Check it" }).click();
  await expect(nadia.getByText("This is genuine, and it holds.")).toBeVisible();
  await expectAccessible(nadia);
  await field.fill(`${record.slice(0, -12)}AAAAAAAAAAAA`);
  await nadia.getByRole("button", { name: "Check it" }).click();
  await expect(nadia.getByText("Volt & Vélo didn’t write this.")).toBeVisible();
});
