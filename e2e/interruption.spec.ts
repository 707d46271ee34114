import { expect } from "@playwright/test";
import { makeAvailable, offerOf, pause } from "@/e2e/support/desk";
import { endAtDesk } from "@/e2e/support/meeting";
import { ask, launcher, openPanel, write } from "@/e2e/support/panel";
import { test } from "@/e2e/support/test";

const CITY = "/products/volt-3-city";
const WINTER = "Does the battery survive a winter on a cold balcony?";
const BELL = "Is the bell loud enough for a busy road?";
const BRAKES = "Do the brakes squeal in the rain?";

/** The button is promised to go within 2 s; the rest is slack for a busy machine. */
const GOES_MS = 10_000;
/** Ended connections come back by themselves; both sides were told to wait meanwhile. */
const COMES_BACK_MS = 45_000;

test("the button leaves pages already open when the last seat goes, and comes back with one", async ({
  person,
  visitor,
}) => {
  const nadia = await person("nadia");
  const shop = await visitor({}, CITY);
  await expect(shop.getByRole("heading", { name: "Volt 3 City", level: 1 })).toBeVisible();
  await expect(launcher(shop)).toBeHidden();

  await makeAvailable(nadia);
  await expect(launcher(shop)).toBeVisible();
  await pause(nadia);
  await expect(launcher(shop)).toBeHidden({ timeout: GOES_MS });

  await makeAvailable(nadia);
  await expect(launcher(shop)).toBeVisible();
  // Leaving the page tells us at once, too.
  await nadia.goto("about:blank");
  await expect(launcher(shop)).toBeHidden({ timeout: GOES_MS });

  await nadia.goBack();
  await expect(launcher(shop)).toBeVisible();
  await pause(nadia);
});

test("a question whose answer was lost on its way is found by itself, and asked once", async ({
  person,
  visitor,
  consoleWatch,
}) => {
  consoleWatch.allow(/ERR_|Failed to load resource/);
  const nadia = await person("nadia");
  await makeAvailable(nadia);
  const shop = await visitor({}, CITY);
  const panel = await openPanel(shop);
  let isReachable = true;
  await shop.context().route("**/api/visitor/**", async (route) => {
    if (!isReachable) return route.abort();
    if (!/\/questions$/.test(new URL(route.request().url()).pathname)) return route.continue();
    await route.fetch();
    isReachable = false;
    return route.abort();
  });
  await ask(panel, { text: BELL, firstName: "Ida" });
  await expect(panel.getByText("Your words are safe.", { exact: false })).toBeVisible();
  await expect(offerOf(nadia, BELL)).toHaveCount(1);

  isReachable = true;
  await expect(panel.getByRole("timer")).toBeVisible({ timeout: COMES_BACK_MS });
  await offerOf(nadia, BELL)
    .getByRole("button", { name: /^Accept/ })
    .click();
  await write(nadia, "Loud enough.");
  await expect(panel.getByText("Loud enough.")).toBeVisible();
  await endAtDesk(nadia);
});

test("a server killed in the middle of a chat loses no message, no question, and nobody reloads", async ({
  person,
  visitor,
  server,
  consoleWatch,
}) => {
  test.setTimeout(240_000);
  // While nothing answers, browsers say so.
  consoleWatch.allow(/ERR_|WebSocket|Failed to load resource|NetworkError/);

  const nadia = await person("nadia");
  await makeAvailable(nadia);
  const marie = await visitor({}, CITY);
  const panel = await openPanel(marie);
  await ask(panel, { text: WINTER, topic: "Battery", firstName: "Marie" });
  await offerOf(nadia, WINTER)
    .getByRole("button", { name: /^Accept/ })
    .click();
  await write(nadia, "Hello Marie. Mine spent two winters on one.");
  await expect(panel.getByText("Mine spent two winters on one.", { exact: false })).toBeVisible();
  await write(panel, "And the range?");
  await expect(nadia.getByRole("log").getByText("And the range?")).toBeVisible();

  const samir = await person("samir");
  await makeAvailable(samir);
  const tomasz = await visitor({}, CITY);
  const second = await openPanel(tomasz);
  await ask(second, { text: BRAKES, topic: "Brakes", firstName: "Tomasz" });
  await expect(offerOf(samir, BRAKES)).toBeVisible();
  // The offer can come before the answer to whoever asked.
  await expect(second.getByRole("timer")).toBeVisible();

  await server.kill("SIGKILL");
  const sending = panel.getByRole("textbox", { name: /^Message/ });
  await sending.fill("Are you still there?");
  await sending.press("Enter");
  await expect(panel.getByText("Are you still there?")).toBeVisible();
  await server.restart();

  await expect(nadia.getByRole("log").getByText("Are you still there?")).toBeVisible({
    timeout: COMES_BACK_MS,
  });
  await write(nadia, "I am. A fifth less below zero.");
  await expect(panel.getByText("A fifth less below zero.", { exact: false })).toBeVisible({
    timeout: COMES_BACK_MS,
  });
  for (const text of [WINTER, "And the range?", "Are you still there?"]) {
    await expect(panel.getByRole("log").getByText(text)).toHaveCount(1);
  }

  const again = offerOf(samir, BRAKES).getByRole("button", { name: /^Accept/ });
  await expect(again).toBeVisible({ timeout: COMES_BACK_MS });
  await again.click();
  await write(samir, "Only until they are warm.");
  await expect(second.getByText("Only until they are warm.")).toBeVisible({ timeout: COMES_BACK_MS });
});
