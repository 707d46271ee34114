import { readFile } from "node:fs/promises";
import { type Download, expect, type Page } from "@playwright/test";
import { accept, makeAvailable, offerOf, pause } from "@/e2e/support/desk";
import { CITY, endAtDesk, meet } from "@/e2e/support/meeting";
import { ask, openPanel, write } from "@/e2e/support/panel";
import { test } from "@/e2e/support/test";
import { listen } from "@/e2e/support/traffic";

const BELL = "Does the bell ring in the rain?";
const FORMULA = '=HYPERLINK("https://example.com","Does it fold?")';
const NOTE = "A journalist, says the marmalade file.";

test("staff's notes reach neither the visitor nor his expert", async ({ person, visitor }) => {
  const nadia = await person("nadia");
  const julien = await person("julien");
  await makeAvailable(nadia);
  const shop = await visitor({}, CITY);
  const heard = [nadia, shop].map(listen);
  await nadia.reload();
  await shop.reload();
  const panel = await meet(nadia, shop, { text: BELL, firstName: "Anna" });

  await test.step("staff write one beside the running conversation, and find it", async () => {
    await openConversation(julien, "bell rain");
    await julien.getByRole("textbox", { name: "Add a note" }).fill(NOTE);
    await julien.getByRole("button", { name: "Save the note" }).click();
    const notes = julien.getByRole("region", { name: "Notes" }).getByRole("listitem");
    await expect(notes).toContainText(NOTE);
    await openConversation(julien, "marmalade");
    await expect(notes).toContainText(NOTE);
  });

  await test.step("the two talk on, read again what was said, and end", async () => {
    await write(nadia, "It does, a little lower.");
    await expect(panel.getByText("It does, a little lower.")).toBeVisible();
    // The conversation that staff have open follows by itself.
    const said = julien.getByRole("region", { name: "What was said" });
    await expect(said.getByText("It does, a little lower.")).toBeVisible();
    for (const page of [nadia, shop]) await page.reload();
    await expect(panel.getByText("It does, a little lower.")).toBeVisible();
    await expect(nadia.getByRole("log").getByText("It does, a little lower.")).toBeVisible();
    await write(panel, "Thank you!");
    await expect(nadia.getByRole("log").getByText("Thank you!")).toBeVisible();
    await endAtDesk(nadia);
    await expect(panel.getByText("How was it with Nadia", { exact: false })).toBeVisible();
  });

  for (const everything of heard) {
    const text = await everything();
    expect(text).toContain("It does, a little lower.");
    expect(text).not.toContain("marmalade");
  }
});

test("a visitor erased while he chats: his helper is told, goes on with others, and finds nothing of him", async ({
  person,
  visitor,
  consoleWatch,
}) => {
  // The erased visitor's token opens nothing any more, and his helper's last words come too late.
  consoleWatch.allow(/status of 4(01|04|09)/);
  const secret = "Ring the bell at 9, rue du Phare";
  const nadia = await person("nadia");
  const helene = await person("helene");
  await makeAvailable(nadia);
  const shop = await visitor({}, CITY);
  const panel = await meet(nadia, shop, { text: "May my bike sleep outside?", firstName: "Basile" });
  await write(panel, secret);
  await expect(nadia.getByRole("log").getByText(secret)).toBeVisible();

  await test.step("a manager hands out the data, then erases it by name", async () => {
    await openConversation(helene, "rue du phare");
    await helene.getByRole("link", { name: "Open the visitor’s record" }).click();
    await expect(helene.getByRole("heading", { name: "Basile", level: 1 })).toBeVisible();
    const file = await download(helene, "Download the data");
    const data = JSON.parse(await read(file)) as { conversations: unknown[] };
    expect(data.conversations).toHaveLength(1);
    expect(JSON.stringify(data)).toContain(secret);

    await helene.getByRole("button", { name: "Erase", exact: true }).click();
    await helene.getByRole("textbox", { name: "Type “Basile” to go on" }).fill("Basil");
    await helene.getByRole("button", { name: "Erase for good" }).click();
    await expect(helene.getByText("Type “Basile”, then erase.")).toBeVisible();
    await helene.getByRole("textbox", { name: "Type “Basile” to go on" }).fill("basile");
    await helene.getByRole("button", { name: "Erase for good" }).click();
    await expect(helene.getByRole("heading", { name: "Erased visitor", level: 1 })).toBeVisible();
    await expect(helene.getByText("Basile")).toHaveCount(0);
  });

  await test.step("his helper's screen says so, without his words", async () => {
    await expect(nadia.getByText("The visitor has left, and everything of theirs was erased")).toBeVisible();
    await expect(nadia.locator(".composer")).toBeHidden();
    await expect(nadia.getByText(secret)).toHaveCount(0);
    await nadia.reload();
    await expect(nadia.getByRole("switch")).toHaveAttribute("aria-checked", "true");
    await expect(nadia.getByText(secret)).toHaveCount(0);
  });

  await test.step("his panel forgets him, and he may begin as somebody new", async () => {
    await expect(panel.getByText(secret)).toHaveCount(0);
    await expect(panel.getByRole("textbox", { name: "What would you like to know?" })).toBeVisible();
    await ask(panel, { text: "Is the light bright?", topic: "Battery", firstName: "Nobody" });
    await accept(nadia, "Is the light bright?");
    await write(nadia, "Bright enough for a forest.");
    await expect(panel.getByText("Bright enough for a forest.")).toBeVisible();
    await panel.getByRole("button", { name: "End", exact: true }).click();
    await panel.getByRole("button", { name: "Yes, it’s solved" }).click();
  });

  await test.step("no search finds him", async () => {
    await search(helene, "phare");
    await expect(helene.getByText("Nothing fits")).toBeVisible();
  });
});

test("a list that spreadsheets open runs nothing that a visitor wrote", async ({ person, visitor }) => {
  const nadia = await person("nadia");
  const julien = await person("julien");
  await makeAvailable(nadia);
  const shop = await visitor({}, CITY);
  const panel = await openPanel(shop);
  await ask(panel, { text: FORMULA, topic: "Battery", firstName: "+Max" });
  await expect(offerOf(nadia, FORMULA)).toBeVisible();
  await panel.getByRole("button", { name: "Take it back" }).click();
  await pause(nadia);

  await search(julien, '"does it fold"');
  await expect(julien.getByText("1 conversation", { exact: true })).toBeVisible();
  const file = await download(julien, "Download as CSV");
  expect(file.suggestedFilename()).toMatch(/\.csv$/);
  const text = await read(file);
  expect(text).toContain(`"'${FORMULA.replaceAll('"', '""')}"`);
  expect(text).toContain(",'+Max,");

  await test.step("operators and quotes in a search are words", async () => {
    for (const words of ["fold & | ! <->", "'; DROP TABLE messages; --", '"unbalanced', "%", "\\"]) {
      await search(julien, words);
      await expect(julien.getByRole("searchbox")).toHaveValue(words);
      await expect(julien.getByRole("heading", { name: "Conversations", level: 1 })).toBeVisible();
    }
  });
});

async function search(page: Page, words: string): Promise<void> {
  await page.goto("/volt-velo/conversations");
  await page.getByRole("searchbox").fill(words);
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(page).toHaveURL(/[?&]q=/);
}

/** Finds one conversation by words of its question, its messages or its notes, and opens it. */
async function openConversation(page: Page, words: string): Promise<void> {
  await search(page, words);
  await expect(page.getByText("1 conversation", { exact: true })).toBeVisible();
  await page.getByRole("main").getByRole("listitem").getByRole("link").first().click();
  await expect(page.getByRole("region", { name: "What was said" })).toBeVisible();
}

async function download(page: Page, name: string): Promise<Download> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name, exact: true }).click(),
  ]);
  return file;
}

async function read(file: Download): Promise<string> {
  return readFile(await file.path(), "utf8");
}
