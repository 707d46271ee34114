import { expect, type Locator, type Page } from "@playwright/test";
import { accept, makeAvailable } from "@/e2e/support/desk";
import { CITY } from "@/e2e/support/meeting";
import { launcher, panelOf, write } from "@/e2e/support/panel";
import { test } from "@/e2e/support/test";

const LIGHT = "How bright is the light on a dark lane?";

test("a visitor asks and reads with the keyboard alone", async ({ person, visitor }) => {
  const nadia = await person("nadia");
  await makeAvailable(nadia);
  const shop = await visitor({}, CITY);
  const panel = panelOf(shop);
  const keys = shop.keyboard;
  await expect(launcher(shop)).toContainText("Ask an owner");

  await test.step("Enter opens the panel, with the focus where one writes", async () => {
    await tabTo(shop, launcher(shop));
    await keys.press("Enter");
    await expect(panel.getByRole("textbox", { name: "What would you like to know?" })).toBeFocused();
  });

  await test.step("asking", async () => {
    await keys.type(LIGHT);
    await tabTo(shop, panel.getByRole("button", { name: "Battery", exact: true }));
    await keys.press("Space");
    await expect(panel.getByRole("button", { name: "Battery", exact: true })).toHaveAttribute(
      "aria-pressed",
      "true",
    );
    await tabTo(shop, panel.getByRole("textbox", { name: /First name/ }));
    await keys.type("Paul");
    await keys.press("Enter");
    await accept(nadia, LIGHT);
  });

  await test.step("reading and answering", async () => {
    await write(nadia, "Bright enough to read the map by.");
    await expect(panel.getByRole("log").getByText("Bright enough to read the map by.")).toBeVisible();
    await expect(panel.getByRole("textbox", { name: /^Message to Nadia/ })).toBeFocused();
    await keys.type("That will do.");
    await keys.press("Enter");
    await expect(nadia.getByRole("log").getByText("That will do.")).toBeVisible();
  });

  await test.step("Escape minimises, and the focus is back on the button", async () => {
    await keys.press("Escape");
    await expect(panel.getByRole("log")).toBeHidden();
    await expect(launcher(shop)).toBeFocused();
    await keys.press("Enter");
    await expect(panel.getByRole("log").getByText("Bright enough to read the map by.")).toBeVisible();
    await expect(panel.getByRole("textbox", { name: /^Message to Nadia/ })).toBeFocused();
  });
});

test("a topic is added, moved, renamed and taken away with the keyboard alone", async ({ person }) => {
  const helene = await person("helene");
  const keys = helene.keyboard;
  const press = async (goal: Locator) => {
    await tabTo(helene, goal);
    await keys.press("Enter");
  };
  const button = (name: string) => helene.getByRole("button", { name, exact: true });
  const name = helene.getByRole("textbox", { name: "Name in English" });

  await test.step("to the page, and a new topic", async () => {
    await press(helene.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Settings" }));
    await press(helene.getByRole("navigation", { name: "Settings" }).getByRole("link", { name: "Topics" }));
    await tabTo(helene, name);
    await keys.type("Lights");
    await tabTo(helene, helene.getByRole("textbox", { name: "Name in French" }));
    await keys.type("Éclairage");
    await keys.press("Enter");
    await expect(helene.getByText("Lights is added.")).toBeVisible();
    await expect(name).toBeFocused();
  });

  await test.step("its button travels with it, and it is said where it is", async () => {
    await press(button("Move Lights up"));
    await expect(helene.getByRole("status").filter({ hasText: /^Lights is number \d of \d\.$/ })).toHaveCount(
      1,
    );
    await expect(button("Move Lights up")).toBeFocused();
  });

  const notice = helene.getByRole("listitem").filter({ hasText: "Lights is removed." });
  await test.step("a dialog takes the focus, and gives it back", async () => {
    await press(button("Rename Lights"));
    const field = helene.getByRole("dialog").getByRole("textbox", { name: "Name in English" });
    await tabTo(helene, field);
    await keys.press("Escape");
    await expect(button("Rename Lights")).toBeFocused();
    await press(button("Remove Lights"));
    await press(helene.getByRole("dialog").getByRole("button", { name: "Remove", exact: true }));
    // It goes by itself, except while it is pointed at.
    await notice.hover();
    await expect(button("Remove Lights")).toHaveCount(0);
    // The focus is not thrown to the page's top when what had it is gone.
    await expect(helene.locator("main:focus, main :focus")).toHaveCount(1);
  });

  await test.step("and it comes back", async () => {
    await keys.press("Alt+t");
    await press(notice.getByRole("button", { name: "Undo" }));
    await expect(button("Remove Lights")).toBeVisible();
  });
});

/** Presses Tab until something has the focus; fails when a long page has been walked without meeting it. */
async function tabTo(page: Page, goal: Locator): Promise<void> {
  await expect(goal).toBeVisible();
  for (let presses = 0; presses < 100; presses += 1) {
    if (await goal.evaluate((element) => element.matches(":focus"))) return;
    await page.keyboard.press("Tab");
  }
  await expect(goal).toBeFocused();
}
