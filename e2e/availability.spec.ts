import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "@/e2e/support/accessibility";
import { makeAvailable, report } from "@/e2e/support/desk";
import { CITY, endAtDesk, meet } from "@/e2e/support/meeting";
import { write } from "@/e2e/support/panel";
import { test } from "@/e2e/support/test";

const TIME = "/volt-velo/profile/availability";
const DESK = "/volt-velo/desk";

/** A range around this very moment by the brand's clock, whatever the hour: it may run past midnight. */
function around(): { from: string; to: string } {
  const hour = Number(
    new Intl.DateTimeFormat("en-GB", {
      timeZone: "Europe/Paris",
      hour: "2-digit",
      hourCycle: "h23",
    }).format(),
  );
  const clock = (hours: number) => `${String((hours + 24) % 24).padStart(2, "0")}:00`;
  return { from: clock(hour - 2), to: clock(hour + 3) };
}

/** Saves a part of one's own time as the page does. */
async function save(page: Page, data: Record<string, unknown>): Promise<void> {
  const { origin } = new URL(page.url());
  const answer = await page.request.patch("/api/brands/volt-velo/habits", {
    data,
    headers: { Origin: origin },
  });
  expect(answer.status()).toBe(200);
}

test("after an ugly talk a quarter of an hour is offered, and taken in one tap", async ({
  person,
  visitor,
}) => {
  const ingrid = await person("ingrid");
  await makeAvailable(ingrid);
  const shop = await visitor({}, CITY);
  const panel = await meet(ingrid, shop, { text: "Why does the chain jump?", firstName: "Gus" });
  await write(panel, "You are useless");
  await report(ingrid, { of: "Gus", text: "You are useless" }, "He insults me.");
  await endAtDesk(ingrid);
  await expect(ingrid.getByText("That may have been hard. Take a quarter of an hour?")).toBeVisible();
  await expectAccessible(ingrid);
  await ingrid.getByRole("button", { name: "A quarter of an hour" }).click();
  await expect(ingrid.getByText(/^Catch your breath\. We ask again from/)).toBeVisible();
  await expectAccessible(ingrid);
});

test("a usual hour is asked about once, opened in a tap, and quiet hours are said", async ({ person }) => {
  const nadia = await person("nadia");
  await nadia.goto(TIME);
  await nadia.getByRole("button", { name: "Monday: add an hour" }).click();
  await nadia.getByLabel("Monday: to").fill("20:30");
  await nadia.getByRole("switch", { name: "Keep it quiet every day" }).click();
  await nadia.getByRole("button", { name: "Save", exact: true }).click();
  await expect(nadia.getByText("Your time is saved.")).toBeVisible();
  await expectAccessible(nadia);
  await nadia.reload();
  await expect(nadia.getByLabel("Monday: to")).toHaveValue("20:30");
  await expect(nadia.getByLabel("From", { exact: true })).toHaveValue("22:00");

  const range = around();
  await save(nadia, { habits: Array.from({ length: 7 }, () => [range]), quietHours: range });
  await nadia.goto(DESK);
  await expect(nadia.getByText(/^Quiet hours until/)).toBeVisible();
  await expect(nadia.getByText("You usually help now. Open?")).toBeVisible();
  await expectAccessible(nadia);
  await nadia.getByRole("button", { name: /^Open until/ }).click();
  await expect(nadia.getByRole("switch")).toHaveAttribute("aria-checked", "true");
  await expect(nadia.getByText("You usually help now. Open?")).toBeHidden();
  await save(nadia, { habits: Array.from({ length: 7 }, () => []), quietHours: null });
});

test("after the last question of the day she is left alone, and takes one more if she likes", async ({
  person,
  visitor,
}) => {
  const nadia = await person("nadia");
  await save(nadia, { energyBudget: 1 });
  await nadia.reload();
  await makeAvailable(nadia);
  await expect(nadia.getByText(/^0 of 1 question today/)).toBeVisible();
  const shop = await visitor({}, CITY);
  await meet(nadia, shop, { text: "Is the chain quiet?", firstName: "Ada" });
  await expect(nadia.getByText(/^Your questions of today are taken/)).toBeVisible();
  await expect(nadia.getByRole("switch")).toHaveAttribute("aria-checked", "false");
  await nadia.getByRole("button", { name: "One more today" }).click();
  await expect(nadia.getByRole("switch")).toHaveAttribute("aria-checked", "true");

  await nadia.getByRole("button", { name: "More about this chat" }).click();
  await nadia.getByRole("menuitem", { name: /^I’m not comfortable/ }).click();
  await expect(nadia.getByText("Our staff take over. You owe nobody a reason.")).toBeVisible();
  // To somebody of the staff or, where none is there, for them to answer later.
  await expect(nadia.getByText(/^(?:You handed over|Nobody could take it)/).first()).toBeVisible();
});

test("a vacation is read by the manager as days, and ended by opening", async ({ person }) => {
  const samir = await person("samir");
  const helene = await person("helene");
  await samir.goto(TIME);
  await samir.getByRole("button", { name: "Be away then" }).click();
  await expect(samir.getByText(/^You’re away since/)).toBeVisible();
  await helene.goto("/volt-velo/people");
  const row = helene.getByRole("row").filter({ hasText: "Samir" });
  await expect(row.getByText("Away", { exact: true })).toBeVisible();
  await expect(row.getByText("Paused")).toHaveCount(0);
  await samir.goto(DESK);
  await expect(samir.getByText(/^You’re away\. Nobody asks/)).toBeVisible();
  // The switch follows his press at once, the brand once it is stored.
  const stored = samir.waitForResponse((answer) => answer.url().endsWith("/desk/availability"));
  await samir.getByRole("button", { name: "I’m back" }).click();
  await expect(samir.getByRole("switch")).toHaveAttribute("aria-checked", "true");
  await stored;
  await helene.reload();
  await expect(row.getByText("Away", { exact: true })).toHaveCount(0);
});

test("what the browser refuses of messages is said as it is, and what is heard of is chosen by kind", async ({
  person,
  consoleWatch,
}) => {
  // A browser of the journeys keeps nothing, and says that it takes no messages therefore.
  consoleWatch.allow(/Push API in incognito/);
  const ingrid = await person("ingrid");
  await ingrid.context().grantPermissions(["notifications"]);
  await ingrid.goto(TIME);
  await ingrid.getByRole("switch", { name: "Messages on this device" }).click();
  // No journey reaches a push service: the browser gives up, or lets nobody have messages at all.
  await expect(ingrid.getByText(/couldn’t reach its message service|are blocked/)).toBeVisible({
    timeout: 30_000,
  });
  await expect(ingrid.getByRole("switch", { name: "Messages on this device" })).toHaveAttribute(
    "aria-checked",
    "false",
  );
  const thanks = ingrid.getByRole("switch", { name: "Thanks", exact: true });
  await thanks.click();
  await expect(thanks).toHaveAttribute("aria-checked", "false");
  await ingrid.reload();
  await expect(thanks).toHaveAttribute("aria-checked", "false");
  await expectAccessible(ingrid);
});
