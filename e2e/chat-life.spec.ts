import { expect } from "@playwright/test";
import { makeAvailable, offerOf } from "@/e2e/support/desk";
import { CITY, endAtDesk, meet } from "@/e2e/support/meeting";
import { panelOf, write } from "@/e2e/support/panel";
import { test } from "@/e2e/support/test";

const FROST = "Does the battery survive frost on a balcony?";
const REASON = "He rides one all winter";
const NOTE = "Lives on the fourth floor, wants to leave it outside.";

/** A lost helper is waited for, and the clock looks every second. */
const LOST_MS = 30_000;
/** The shortest silence that can be set is a minute. */
const SILENT_MS = 90_000;

test("an expert hands over to a better one, who is lost, comes back and takes the chat up again", async ({
  person,
  visitor,
}) => {
  test.setTimeout(180_000);
  const nadia = await person("nadia");
  await makeAvailable(nadia);
  const marie = await visitor({}, CITY);
  const panel = await meet(nadia, marie, { text: FROST, firstName: "Marie" });
  const samir = await person("samir");
  const dialog = nadia.getByRole("dialog");

  await test.step("Nadia sees who is free, and names Samir with a reason", async () => {
    await write(nadia, "Mine sleeps indoors, so I only know half of it.");
    await nadia.getByRole("button", { name: "Hand over", exact: true }).click();
    await expect(dialog.getByText("nobody is there right now")).toBeVisible();
    await expect(dialog.getByRole("radio", { name: /^Another owner/ })).toBeDisabled();
    await makeAvailable(samir);
    await dialog.getByRole("radio", { name: /Samir/ }).check();
    await dialog.getByRole("textbox", { name: "What they should know" }).fill("Balcony, fourth floor.");
    await dialog.getByRole("button", { name: "Hand over", exact: true }).click();
    await expect(dialog.getByText("Write why, in a few words.")).toBeVisible();
    await dialog.getByRole("textbox", { name: "Why, in a few words" }).fill(REASON);
    await dialog.getByRole("button", { name: "Hand over", exact: true }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step("Marie reads who and why, and changes what is passed on", async () => {
    await expect(panel.getByRole("heading", { name: "Nadia suggests Samir" })).toBeVisible();
    await expect(panel.getByText(REASON, { exact: false })).toBeVisible();
    await panel.getByRole("textbox", { name: /^This is what they’ll read/ }).fill(NOTE);
    await panel.getByRole("button", { name: "Pass it on" }).click();
    await expect(panel.getByText(/^Asking Samir/)).toBeVisible();
  });

  await test.step("Samir reads it all before he accepts", async () => {
    const offer = offerOf(samir, FROST);
    await expect(offer.getByText(/^Nadia .*hands over to you/)).toBeVisible();
    await expect(offer.getByText(REASON, { exact: false })).toBeVisible();
    await expect(offer.getByText(NOTE, { exact: false })).toBeVisible();
    await offer.getByText("What was said so far").click();
    await expect(offer.getByText("I only know half of it", { exact: false })).toBeVisible();
    await offer.getByRole("button", { name: /^Accept/ }).click();
    await write(samir, "Mine stood outside at minus twelve. It starts, with a fifth less range.");
  });

  await test.step("everybody sees what became of it", async () => {
    await expect(panel.getByText(/^Nadia handed over to Samir\. No need to repeat\./)).toBeVisible();
    await expect(panel.getByText("a fifth less range", { exact: false })).toBeVisible();
    await expect(nadia.getByText(/Samir.* took over\. Thank you\./)).toBeVisible();
  });

  const ingrid = await person("ingrid");
  await test.step("Samir is gone, and Ingrid is asked", async () => {
    await makeAvailable(ingrid);
    await samir.goto("about:blank");
    await expect(panel.getByText("Samir is no longer there. We’re finding someone else.")).toBeVisible({
      timeout: LOST_MS,
    });
    await expect(offerOf(ingrid, FROST)).toBeVisible();
  });

  await test.step("Samir comes back in time, and takes it up again", async () => {
    await samir.goBack();
    await samir.getByRole("button", { name: "Take the chat with Marie up again" }).first().click();
    await expect(panel.getByText("Samir is back")).toBeVisible();
    await expect(offerOf(ingrid, FROST)).toBeHidden();
    await write(samir, "Sorry, my train was in a tunnel.");
    await expect(panel.getByText("my train was in a tunnel", { exact: false })).toBeVisible();
    await endAtDesk(samir);
  });
});

test("a silent chat warns both sides; one is kept open by its helper, another one ends and can be rated", async ({
  person,
  visitor,
}) => {
  test.setTimeout(300_000);
  const helene = await person("helene");
  await helene.goto("/volt-velo/settings/defaults");
  await helene.getByLabel(/^Warn of silence after/).fill("1");
  await helene.getByLabel(/^End a silent chat after/).fill("1");
  await helene.getByRole("button", { name: "Save", exact: true }).click();
  await expect(helene.getByText("Saved.", { exact: true }).first()).toBeVisible();

  const [nadia, samir] = [await person("nadia"), await person("samir")];
  await makeAvailable(nadia);
  const marie = await visitor({}, CITY);
  const first = await meet(nadia, marie, { text: "Where do I find the serial number?", firstName: "Marie" });
  await write(nadia, "One moment, I look at mine.");
  await makeAvailable(samir);
  const tomasz = await visitor({}, CITY);
  const second = await meet(samir, tomasz, { text: "Is there a bigger saddle?", firstName: "Tomasz" });
  await write(samir, "There is: ask your shop for the wide one.");

  await test.step("both sides are warned, and a helper who looks something up says so", async () => {
    await expect(first.getByText(/^Nobody has written for 1 minute\. Still there\?/)).toBeVisible({
      timeout: SILENT_MS,
    });
    await nadia.getByRole("button", { name: "I’m looking it up, keep it open" }).click();
    await expect(first.getByText("Nadia is looking something up for you.")).toBeVisible();
    await expect(first.getByText(/^Nobody has written/)).toBeHidden();
    await write(nadia, "It is under the rear rack.");
  });

  await test.step("the other one ends, and is rated all the same", async () => {
    await expect(samir.getByText(/^Nobody has written for 1 minute\. The chat ends at/)).toBeVisible({
      timeout: SILENT_MS,
    });
    await expect(second.getByText("The chat closed after a long silence").first()).toBeVisible({
      timeout: SILENT_MS,
    });
    await expect(second.getByText("How was it with Samir?")).toBeVisible();
    await expect(samir.locator(".composer textarea")).toBeHidden();
    await panelOf(tomasz).getByRole("radio", { name: "4 stars" }).check();
    await second.getByRole("button", { name: "Yes", exact: true }).click();
    await second.getByRole("button", { name: "Send my thanks" }).click();
    await expect(second.getByRole("heading", { name: "Thank you" })).toBeVisible();
    await endAtDesk(nadia);
  });
});
