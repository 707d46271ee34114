import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "@/e2e/support/accessibility";
import { accept, makeAvailable, offerOf, pause } from "@/e2e/support/desk";
import { CITY, endAtDesk, meet } from "@/e2e/support/meeting";
import { ask, openPanel, write } from "@/e2e/support/panel";
import { test } from "@/e2e/support/test";
import { hold } from "@/e2e/support/traffic";

/** Ten million bytes are let in; this is one more. */
const TOO_LARGE = Buffer.alloc(10_000_001);

test("a question that is empty or far too long is not sent, and stays as it was written", async ({
  person,
  visitor,
}) => {
  await makeAvailable(await person("nadia"));
  const shop = await visitor({}, CITY);
  const sent = questionsSent(shop);
  const panel = await openPanel(shop);
  const box = panel.getByRole("textbox", { name: "What would you like to know?" });
  const button = panel.getByRole("button", { name: "Ask an owner", exact: true });

  const error = panel.getByText("Write your question first.");
  for (const nothing of ["", "  \n  "]) {
    await box.fill("x");
    await expect(error).toBeHidden();
    await box.fill(nothing);
    await button.click();
    await expect(error).toBeVisible();
    await expect(box).toHaveAttribute("aria-invalid", "true");
    await expect(box).toBeFocused();
  }

  const long = "Is it raining? ".repeat(667).slice(0, 10_000);
  await box.fill(long);
  await button.click();
  await expect(panel.getByText("Please shorten it by 9,000 characters.")).toBeVisible();
  await expect(box).toHaveValue(long);
  await expect(box).toBeFocused();
  expect(sent()).toBe(0);

  // Shortened to the last character that fits, it goes.
  await box.fill(long.slice(0, 1_000));
  await button.click();
  await expect(panel.getByRole("timer")).toBeVisible();
  expect(sent()).toBe(1);
  await panel.getByRole("button", { name: "Take it back" }).click();
  await expect(box).toHaveValue(long.slice(0, 1_000).trim());
});

test("a double click asks once; right-to-left words and emoji arrive as they were written", async ({
  person,
  visitor,
}) => {
  const words = "האם הסוללה עמידה בקור? 🚲❄️ (Volt 3)";
  const reply = "כן, בתוך הבית 👍🏽";
  const nadia = await person("nadia");
  await makeAvailable(nadia);
  const shop = await visitor({}, CITY);
  const sent = questionsSent(shop);
  const panel = await openPanel(shop);
  await panel.getByRole("textbox", { name: "What would you like to know?" }).fill(words);
  await panel.getByRole("button", { name: "Ask an owner", exact: true }).dblclick();

  const offered = offerOf(nadia, words);
  await expect(offered.getByText(words)).toHaveCSS("direction", "rtl");
  await expect(nadia.locator("section.offer")).toHaveCount(1);
  expect(sent()).toBe(1);
  await offered.getByRole("button", { name: /^Accept/ }).click();
  await expect(nadia.getByRole("log").getByText(words)).toHaveCSS("direction", "rtl");
  await write(nadia, reply);
  await expect(panel.getByRole("log").getByText(reply)).toHaveCSS("direction", "rtl");
  await write(nadia, "Indoors, that is.");
  await expect(panel.getByRole("log").getByText("Indoors, that is.")).toHaveCSS("direction", "ltr");
  await endAtDesk(nadia);
});

test("a file of the wrong kind, too large or broken is refused in a sentence, and the words stay", async ({
  person,
  visitor,
  consoleWatch,
}) => {
  // The broken file is found out by the server; the browser notes the refusal.
  consoleWatch.allow(/status of 4(15|22|00)/);
  const nadia = await person("nadia");
  await makeAvailable(nadia);
  const shop = await visitor({}, CITY);
  const panel = await meet(nadia, shop, { text: "May I show you my rack?", firstName: "Anna" });

  const whole = await shop.screenshot();
  const torn = whole.subarray(0, whole.length / 2);
  for (const { side, draft, kind, large } of [
    {
      side: panel,
      draft: "Here is my rack.",
      kind: "notes.txt: only pictures and PDF can be sent.",
      large: "rack.png is larger than 10 MB.",
    },
    {
      side: nadia,
      draft: "And here is mine.",
      kind: "notes.txt is neither an image nor a PDF. Choose one of those.",
      large: "rack.png is larger than 10 MB. Choose a smaller one.",
    },
  ]) {
    const box = side.locator(".composer textarea");
    const files = side.locator('.composer input[type="file"]');
    await box.fill(draft);
    await files.setInputFiles({ name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("rack") });
    await expect(side.getByText(kind)).toBeVisible();
    await files.setInputFiles({ name: "rack.png", mimeType: "image/png", buffer: TOO_LARGE });
    await expect(side.getByText(large)).toBeVisible();
    await files.setInputFiles({ name: "torn.png", mimeType: "image/png", buffer: torn });
    await expect(side.getByText(/^torn\.png.*can’t be read/)).toBeVisible();
    await expect(box).toHaveValue(draft);
    for (const name of ["notes.txt", "rack.png", "torn.png"])
      await side.getByRole("button", { name: `Remove ${name}` }).click();
    await box.press("Enter");
    await expect(side.getByRole("log").getByText(draft)).toBeVisible();
  }
  await expect(nadia.getByRole("log").getByText("Here is my rack.")).toBeVisible();
  await endAtDesk(nadia);
});

test("words into a chat that the other side has just ended are kept, and it says why", async ({
  person,
  visitor,
  consoleWatch,
}) => {
  consoleWatch.allow(/status of 409/);
  const nadia = await person("nadia");
  await makeAvailable(nadia);

  await test.step("the helper writes while the visitor ends", async () => {
    const shop = await visitor({}, CITY);
    const panel = await meet(nadia, shop, { text: "Is the bell loud?", firstName: "Zoe" });
    const letGo = await hold(nadia.context(), "**/api/brands/*/chats/*/messages", "POST");
    await write(nadia, "Loud enough for a market street.");
    await panel.getByRole("button", { name: "End", exact: true }).click();
    await panel.getByRole("button", { name: "Yes, it’s solved" }).click();
    await expect(nadia.getByText("This chat has ended. You can read it here until midnight.")).toBeVisible();
    await letGo();
    const log = nadia.getByRole("log");
    await expect(log.getByText("Loud enough for a market street.")).toBeVisible();
    await expect(
      log.getByText("Not sent. This chat has ended, so nothing can be added to it.", { exact: false }),
    ).toBeVisible();
    await log.getByRole("button", { name: "Delete" }).click();
    await expect(log.getByText("Loud enough for a market street.")).toBeHidden();
  });

  await test.step("the visitor writes while the helper ends", async () => {
    const shop = await visitor({}, CITY);
    const panel = await meet(nadia, shop, { text: "Does the stand hold on grass?", firstName: "Yann" });
    await write(nadia, "It does when it’s dry.");
    await expect(panel.getByText("It does when it’s dry.")).toBeVisible();
    const letGo = await hold(shop.context(), "**/api/visitor/chats/*/messages", "POST");
    await write(panel, "And with a full basket?");
    await endAtDesk(nadia);
    await expect(panel.getByText("How was it with Nadia", { exact: false })).toBeVisible();
    await letGo();
    const log = panel.getByRole("log");
    await panel.getByText("Read the conversation again").click();
    await expect(log.getByText("And with a full basket?")).toBeVisible();
    await expect(log.getByText("Not sent", { exact: false })).toBeVisible();
    await log.getByRole("button", { name: "Remove" }).click();
    await expect(log.getByText("And with a full basket?")).toBeHidden();
  });
});

test("an offer accepted after its time is refused in a sentence", async ({
  person,
  visitor,
  consoleWatch,
}) => {
  consoleWatch.allow(/status of 409/);
  const text = "Which pump fits the valve?";
  const nadia = await person("nadia");
  await makeAvailable(nadia);
  // With somebody else to ask, the question waits on when her time is over.
  await makeAvailable(await person("samir"));
  const shop = await visitor({}, CITY);
  const panel = await openPanel(shop);
  await ask(panel, { text, topic: "Battery", firstName: "Lea" });
  const offered = offerOf(nadia, text);
  // Most of her 20 s have run: the client waits 20 s for an answer, and the request is held for the rest of them.
  await expect(offered.getByRole("timer")).toHaveText(/^\d$/, { timeout: 30_000 });
  const accepted = nadia.waitForRequest(/\/accept$/);
  const letGo = await hold(nadia.context(), "**/offers/*/accept", "POST");
  await offered.getByRole("button", { name: /^Accept/ }).click();
  const late = await accepted;
  const offerId = new URL(late.url()).pathname.split("/").at(-2);
  const desk = new URL(late.url()).pathname.replace(/\/offers\/.*/, "/desk");
  const offers = async () => {
    const { offers } = (await (await nadia.request.get(desk)).json()) as { offers: { id: string }[] };
    return offers.map(({ id }) => id);
  };
  await expect.poll(offers, { timeout: 40_000 }).not.toContain(offerId);

  await letGo();
  const refused = await late.response();
  expect(await refused?.json()).toMatchObject({ error: { code: "OFFER_EXPIRED" } });
  await expect(
    nadia.getByText("Time’s up for this one, so others are asked. It costs you nothing."),
  ).toBeVisible();
  await expect(nadia.locator(".composer")).toBeHidden();
  // Others are asked, and by now she may have waited for as long as she was told: then she is asked what she prefers.
  const back = panel.getByRole("button", { name: "Take it back" });
  const keep = panel.getByRole("button", { name: "Keep waiting" });
  await expect(back.or(keep)).toBeVisible();
});

test("whoever asks for staff at the moment when nobody of them is free is told so, and goes on being looked for", async ({
  person,
  visitor,
  consoleWatch,
}) => {
  consoleWatch.allow(/status of 409/);
  const text = "Does the charger take rain?";
  const nadia = await person("nadia");
  const julien = await person("julien");
  await makeAvailable(nadia);
  await makeAvailable(julien);
  const shop = await visitor({}, CITY);
  const panel = await openPanel(shop);
  await ask(panel, { text, topic: "Battery", firstName: "Lea" });
  const offered = offerOf(nadia, text);
  await expect(offered).toBeVisible();

  const pressed = shop.waitForRequest(/\/questions\/[^/]+\/staff$/);
  const letGo = await hold(shop.context(), "**/questions/*/staff", "POST");
  const staff = panel.getByRole("button", { name: "Talk to our staff instead" });
  await staff.click();
  await pressed;
  await pause(julien);
  await letGo();
  await expect(
    panel.getByText("None of our staff is free any more. Those who are being asked still are."),
  ).toBeVisible();
  await expect(staff).toBeHidden();
  await expectAccessible(shop);

  await accept(nadia, text);
  await expect(panel.locator(".composer textarea")).toBeVisible();
  await endAtDesk(nadia);
});

/** Counts the questions that a visitor's browser sends. */
function questionsSent(shop: Page): () => number {
  let count = 0;
  shop.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/api/visitor/questions")) count += 1;
  });
  return () => count;
}
