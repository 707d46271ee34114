import { expect } from "@playwright/test";
import { expectAccessible } from "@/e2e/support/accessibility";
import { test } from "@/e2e/support/test";

test("the desk can be put on a home screen: its manifest and every picture it names are there", async ({
  person,
}) => {
  const nadia = await person("nadia");
  const address = await nadia.locator('link[rel="manifest"]').getAttribute("href");
  const answer = await nadia.request.get(address ?? "");
  expect(answer.status()).toBe(200);
  const { icons, start_url: start } = (await answer.json()) as {
    icons: { src: string }[];
    start_url: string;
  };
  const pictures = await nadia
    .locator('link[rel="icon"], link[rel="apple-touch-icon"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  expect(pictures.length).toBeGreaterThan(1);
  for (const path of [start, ...icons.map(({ src }) => src), ...pictures]) {
    expect((await nadia.request.get(path)).status(), path).toBe(200);
  }
});

test("without a network the desk says so in both languages, and opens again when it is back", async ({
  person,
  consoleWatch,
}) => {
  consoleWatch.allow(/ERR_INTERNET_DISCONNECTED|Failed to fetch|WebSocket|EventSource/);
  const nadia = await person("nadia");
  await nadia.evaluate(async () => {
    await navigator.serviceWorker.register("/worker.js");
    await navigator.serviceWorker.ready;
  });
  await nadia.context().setOffline(true);
  await nadia.goto("/volt-velo/profile");
  await expect(nadia.getByRole("heading", { name: "You’re offline." })).toBeVisible();
  await expect(nadia.getByRole("heading", { name: "Vous êtes hors ligne." })).toBeVisible();
  await expectAccessible(nadia);
  await nadia.context().setOffline(false);
  await nadia.getByRole("button", { name: /^Try again/ }).click();
  await expect(nadia).toHaveURL(/\/volt-velo\/profile\??$/);
  await expect(nadia.getByRole("heading", { level: 1 })).not.toHaveText("You’re offline.");
});
