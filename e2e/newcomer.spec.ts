import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "@/e2e/support/accessibility";
import { confirmApplication, fillApplication } from "@/e2e/support/applying";
import { makeAvailable } from "@/e2e/support/desk";
import { CITY, endAtDesk, meet, thank } from "@/e2e/support/meeting";
import { linkIn, mailTo } from "@/e2e/support/outbox";
import { write } from "@/e2e/support/panel";
import { test } from "@/e2e/support/test";

const LEA = "lea.bernard@example.com";
const TRAINING = "/volt-velo/training";
const LEARNERS = "/volt-velo/community/training";
const WINTER = "Does the battery like the garage in winter?";

/** Which answer is right, question by question, counted from nought. */
const RIGHT = [1, 1, 0, 2, 1, 0, 1, 1];

/** Writes to a pretend visitor, or hands him over where there are no words. */
async function practise(page: Page, ...words: string[]): Promise<void> {
  for (const text of words) {
    await page.getByRole("textbox", { name: /^Message to/ }).fill(text);
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await expect(page.getByRole("log").getByText(text)).toBeVisible();
  }
  if (words.length === 0) await page.getByRole("button", { name: "Hand over to staff" }).click();
  await expect(page.getByText("This talk counts. Well done.")).toBeVisible();
}

test("a stranger applies, learns, answers beside her coach, is confirmed, and has her first badge", async ({
  browser,
  server,
  person,
  visitor,
  consoleWatch,
}) => {
  test.setTimeout(300_000);
  const helene = await person("helene");
  const nadia = await person("nadia");
  const context = await browser.newContext({ locale: "en-GB", baseURL: server.origin });
  consoleWatch.listen(context, "lea");
  const lea = await context.newPage();

  await test.step("a manager writes how long a trial is, and who names coaches", async () => {
    await helene.goto(LEARNERS);
    await expectAccessible(helene);
    await helene.getByRole("link", { name: "Edit the course" }).click();
    await expect(helene.getByRole("button", { name: "Save", exact: true })).toBeVisible();
    await expectAccessible(helene);
    await helene.getByRole("link", { name: "Trial and quiz" }).click();
    await helene.getByLabel("Talks that a coach sees before he confirms").fill("1");
    await helene.getByLabel("A rule names the coach").selectOption("No, a manager names him");
    await helene.getByRole("button", { name: "Save", exact: true }).click();
    await expect(helene.getByText("Saved.", { exact: true }).first()).toBeVisible();
    await helene.reload();
    await expect(helene.getByLabel("Talks that a coach sees before he confirms")).toHaveValue("1");
    await expectAccessible(helene);
  });

  await test.step("she trusts Nadia with more than her thanks say, and says why", async () => {
    await helene.goto("/volt-velo/people");
    await helene.getByRole("link", { name: /^Edit Nadia/ }).click();
    const trust = helene.getByRole("region", { name: "Trust", exact: true });
    await trust.getByLabel("Set or hold").selectOption("Exactly this level");
    await trust.getByLabel("Level", { exact: true }).selectOption("4 · Guardian");
    await trust.getByRole("button", { name: "Save" }).click();
    await expect(trust.getByText("Write a reason")).toBeVisible();
    await trust.getByLabel("Reason").fill("Three years of patient answers");
    await trust.getByRole("button", { name: "Save" }).click();
    await expect(trust.getByText(/is at level 4: Guardian/)).toBeVisible();
    await expectAccessible(helene);
    await nadia.goto(`${TRAINING}/trust`);
    await expect(nadia.getByText(/Three years of patient answers/)).toBeVisible();
    await expectAccessible(nadia);
  });

  await test.step("somebody applies, is accepted, and is led to her training", async () => {
    await lea.goto("/community/volt-velo/join");
    await fillApplication(lea, { firstName: "Léa B.", email: LEA });
    await lea.getByRole("button", { name: "Send my application" }).click();
    await confirmApplication(lea, server, LEA);
    await helene.goto("/volt-velo/community");
    const card = helene
      .getByRole("region", { name: /^Applied/ })
      .getByRole("article")
      .filter({ hasText: "Léa B." });
    await card.getByRole("button", { name: "Move Léa B." }).press("Enter");
    await helene.getByRole("menuitem", { name: "Accept into training" }).press("Enter");
    await expect(helene.getByText("Léa B. starts the training.")).toBeVisible();
    await lea.goto(linkIn(await mailTo(server.dataDir, LEA, "Welcome to"), server.origin));
    await lea.getByRole("button", { name: "Come in" }).click();
    await expect(lea).toHaveURL(/\/volt-velo\/training$/);
    await expectAccessible(lea);
  });

  await test.step("her desk says kindly that nothing rings yet", async () => {
    await lea.goto("/volt-velo/desk");
    await expect(lea.getByRole("heading", { level: 1 })).toHaveText("Your first question isn’t far");
    await expect(lea.getByRole("switch")).toHaveCount(0);
    await expectAccessible(lea);
    await lea.getByRole("link", { name: "Go on with the training" }).click();
  });

  await test.step("she reads the course", async () => {
    await lea.getByRole("link", { name: "Read on" }).click();
    await expect(lea.getByText("Chapter 1 of 4")).toBeVisible();
    await expectAccessible(lea);
    for (const number of [2, 3, 4]) {
      await lea.getByRole("button", { name: "Read, next chapter" }).click();
      await expect(lea.getByText(`Chapter ${number} of 4`)).toBeVisible();
    }
    await lea.getByRole("button", { name: "I’ve read this" }).click();
    await expect(lea.getByText("4 of 8 done")).toBeVisible();
  });

  await test.step("she talks to the pretend visitors; what must not be said does not count", async () => {
    await lea.getByRole("link", { name: "Talk to a pretend visitor" }).click();
    await practise(lea, "Hello! I ride mine all winter.", "Honestly it’s heavy, 24 kg.");
    await expect(lea.getByText("You said the less good side, too.")).toBeVisible();
    await expectAccessible(lea);
    await lea.getByRole("link", { name: "Next visitor" }).click();
    await expect(lea.getByRole("heading", { name: "Talk with Karim" })).toBeVisible();
    await practise(lea, "Sorry for the wait. Yes, it fits.", "I’m not sure about the gauge.");
    await lea.getByRole("link", { name: "Next visitor" }).click();
    await expect(lea.getByRole("heading", { name: "Talk with Léo" })).toBeVisible();
    await lea.getByRole("textbox", { name: "Message to Léo" }).fill("Cut the red wire");
    await lea.getByRole("button", { name: "Send", exact: true }).click();
    await expect(lea.getByText(/This talk doesn’t count yet/)).toBeVisible();
    await expectAccessible(lea);
    await lea.getByRole("button", { name: "Try again" }).click();
    await practise(lea);
    await lea.getByRole("link", { name: "Next visitor" }).click();
    await expect(lea.getByRole("heading", { name: "Talk with Odile" })).toBeVisible();
    await practise(lea);
    await lea.getByRole("link", { name: "To the quiz" }).click();
  });

  await test.step("she takes the quiz, with a break in the middle", async () => {
    await expect(lea.getByRole("heading", { name: "The quiz" })).toBeVisible();
    await expectAccessible(lea);
    await lea.getByRole("button", { name: "Start the quiz" }).click();
    for (const [index, right] of RIGHT.entries()) {
      await expect(lea.getByText(`Question ${index + 1} of 8`)).toBeVisible();
      await lea
        .getByRole("radio")
        .nth(index === 0 ? 0 : right)
        .check();
      await lea.getByRole("button", { name: "Check my answer" }).click();
      await expect(lea.getByText(index === 0 ? /^Not quite/ : /^Right\.$/)).toBeVisible();
      if (index === 0) {
        await expectAccessible(lea);
        await lea.reload();
      } else
        await lea.getByRole("button", { name: index === 7 ? "See the result" : "Next question" }).click();
    }
    await expect(lea.getByRole("heading", { name: "7 of 8 right" })).toBeVisible();
    await expectAccessible(lea);
    await lea.goto(TRAINING);
    await expect(lea.getByText(/We’re looking for your coach/)).toBeVisible();
    await expectAccessible(lea);
  });

  await test.step("the manager names her coach", async () => {
    await helene.goto(LEARNERS);
    const learner = helene.getByRole("listitem").filter({ hasText: "Léa B." });
    await learner.getByRole("button", { name: "Pass a step" }).click();
    await helene.getByRole("dialog").getByRole("button", { name: "Pass", exact: true }).click();
    await expect(helene.getByText("Write a reason")).toBeVisible();
    await expectAccessible(helene);
    await helene.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
    const choice = helene.getByLabel("Coach of Léa B.");
    const option = choice.locator("option", { hasText: "Nadia" });
    await choice.selectOption((await option.getAttribute("value")) ?? "");
    await expect(helene.getByText(/^Nadia.* coaches Léa B\./)).toBeVisible();
    await expectAccessible(helene);
  });

  await test.step("the newcomer takes a question; her coach reads along, writes nothing to the visitor", async () => {
    await lea.goto("/volt-velo/desk");
    await expect(lea.getByText(/Your trial: 0 of 1 talk/)).toBeVisible();
    await makeAvailable(lea);
    const shop = await visitor({}, CITY);
    const panel = await meet(lea, shop, { text: WINTER, firstName: "Paul" });
    await write(lea, "Hello Paul, mine sleeps there since two winters.");
    await expectAccessible(lea);
    await nadia.goto(TRAINING);
    await nadia.getByRole("link", { name: "Those whom you coach" }).click();
    await expect(nadia.getByRole("heading", { level: 1, name: "Those whom you coach" })).toBeVisible();
    await expectAccessible(nadia);
    await nadia.getByRole("link", { name: new RegExp(`^Read along.*${WINTER.slice(0, -1)}`) }).click();
    await expect(nadia.getByRole("log").getByText("mine sleeps there")).toBeVisible();
    await expect(nadia.locator(".composer")).toHaveCount(0);
    await write(lea, "Keep it half full.");
    await expect(nadia.getByRole("log").getByText("Keep it half full.")).toBeVisible();
    await expectAccessible(nadia);
    await nadia.getByLabel("A note for Léa B.").fill("Well said, and short.");
    await nadia.getByRole("button", { name: "Leave the note" }).click();
    await expect(nadia.getByRole("listitem").filter({ hasText: "Well said, and short." })).toBeVisible();
    await endAtDesk(lea);
    await expect(nadia.getByText("Over", { exact: true })).toBeVisible();
    await helene.goto(LEARNERS);
    await expectAccessible(helene);
    await thank(panel, "Now I know where to keep it.");
  });

  await test.step("the thanks arrive, and a first badge with them", async () => {
    await expect(lea.getByText("“Now I know where to keep it.”")).toBeVisible();
    await expect(lea.getByRole("heading", { name: "New badge" })).toBeVisible();
    await expectAccessible(lea);
  });

  await test.step("the coach confirms, and the newcomer is active", async () => {
    await nadia.goto(`${TRAINING}/coaching`);
    await nadia.getByRole("button", { name: "Confirm Léa B." }).click();
    await expectAccessible(nadia);
    await nadia.getByRole("dialog").getByRole("button", { name: "Confirm", exact: true }).click();
    await expect(nadia.getByText("Léa B. is active now. Thank you for coaching.")).toBeVisible();
    await lea.goto("/volt-velo/desk");
    await expect(lea.getByRole("switch")).toBeEnabled();
    await expect(lea.getByText(/Your trial:/)).toHaveCount(0);
    await lea.goto(TRAINING);
    await expect(lea.getByRole("heading", { level: 1 })).toHaveText("Your training");
    await expect(lea.getByText("Well said, and short.")).toBeVisible();
    await expectAccessible(lea);
    await lea.goto(`${TRAINING}/trust`);
    await expectAccessible(lea);
    await helene.goto(LEARNERS);
    await expect(helene.getByRole("heading", { level: 2, name: "Mats L." })).toBeVisible();
    await expect(helene.getByRole("heading", { level: 2, name: "Léa B." })).toHaveCount(0);
  });
  await context.close();
});
