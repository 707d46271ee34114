import { expect as expectSoon, type Page } from "@playwright/test";
import { makeAvailable, offerOf, report } from "@/e2e/support/desk";
import { ask, openPanel, panelOf, write } from "@/e2e/support/panel";
import type { Stage, Stop } from "@/e2e/support/stage";
import { fill } from "@/e2e/support/words";

const expect = expectSoon.configure({ timeout: 15_000 });
const BRAND = "/volt-velo";

/** A stop at one of the manager's pages. */
function page(name: string, path: string, french?: true): Stop {
  return { name, french, go: ({ person }) => managerAt(person, path) };
}

async function managerAt(person: Stage["person"], path: string): Promise<Page> {
  const helene = await person("helene");
  await helene.goto(`${BRAND}/${path}`);
  await expect(helene.getByRole("heading", { level: 1 })).toBeVisible();
  return helene;
}

/** The pages on which a brand is kept, with what the stops before them left there. */
export const KEEPING_STOPS: Stop[] = [
  page("settings", "settings", true),
  page("settings-brand", "settings/brand", true),
  page("settings-sites", "settings/sites"),
  page("settings-topics", "settings/topics", true),
  page("settings-defaults", "settings/defaults", true),
  page("settings-replies", "settings/replies", true),
  {
    name: "settings-conflict",
    french: true,
    go: async ({ person, words: { settings } }) => {
      const helene = await managerAt(person, "settings/brand");
      const rival = await helene.context().newPage();
      await rival.goto(`${BRAND}/settings/brand`);
      for (const [tab, url] of [
        [rival, "https://volt-velo.example/privacy"],
        [helene, "https://volt-velo.example/legal"],
      ] as const) {
        await tab.getByRole("textbox", { name: settings.brand.privacyUrl }).fill(url);
        await tab.getByRole("button", { name: settings.save, exact: true }).click();
        if (tab === rival) await expect(tab.getByText(settings.saved, { exact: true })).toBeVisible();
      }
      await rival.close();
      await expect(helene.getByRole("button", { name: settings.conflict.mine })).toBeVisible();
      return helene;
    },
  },
  page("settings-journal", "settings/journal", true),
  page("people", "people", true),
  {
    name: "person",
    french: true,
    go: async ({ person, words: { people } }) => {
      const helene = await managerAt(person, "people");
      await helene
        .getByRole("link", { name: new RegExp(`^${fill(people.list.editOf, { name: "Nadia" })}`) })
        .click();
      await expect(helene.getByRole("button", { name: people.edit.save })).toBeVisible();
      return helene;
    },
  },
  page("people-removed", "people/removed"),
  {
    name: "profile",
    french: true,
    go: async ({ person }) => {
      const nadia = await person("nadia");
      await nadia.goto(`${BRAND}/profile`);
      await expect(nadia.getByRole("heading", { level: 1 })).toBeVisible();
      return nadia;
    },
  },
  {
    name: "desk-reported",
    go: async ({ person, visitor, language, words }) => {
      const nadia = await person("nadia");
      await nadia.goto(`${BRAND}/desk`);
      await makeAvailable(nadia);
      const shop = await visitor("Rex");
      const panel = await openPanel(shop, words.widget.ask.titleOwner);
      const [question, insult] =
        language === "fr"
          ? ["Où est mon remboursement ?", "Vous êtes tous des voleurs"]
          : ["Where is my refund?", "You are all thieves"];
      const topic = language === "fr" ? "Batterie" : "Battery";
      await ask(panel, { text: question, topic, firstName: "Rex" }, words.widget.ask);
      await offerOf(nadia, question).getByRole("button").first().click();
      await write(panelOf(shop), insult);
      await report(nadia, { of: "Rex", text: insult }, "", words.desk);
      await write(panelOf(shop), "06 12 34 56 78, rex@example.org");
      return nadia;
    },
  },
  page("moderation", "moderation", true),
  {
    name: "moderation-ban",
    go: async ({ person, words: { moderation } }) => {
      const helene = await person("helene");
      await helene.getByRole("button", { name: moderation.actions.ban }).click();
      await expect(helene.getByRole("dialog")).toBeVisible();
      return helene;
    },
  },
  {
    name: "moderation-log",
    french: true,
    go: async ({ person, words: { moderation } }) => {
      const helene = await person("helene");
      await helene.keyboard.press("Escape");
      await helene.getByRole("button", { name: moderation.actions.hide }).click();
      await helene.getByRole("tab", { name: moderation.tabs.log }).click();
      await expect(helene.getByRole("main").getByRole("time").first()).toBeVisible();
      return helene;
    },
  },
  page("conversations", "conversations", true),
  page("conversations-found", "conversations?q=batterie+battery", true),
  page("conversations-nothing", "conversations?q=marmalade"),
  {
    name: "conversation",
    french: true,
    go: async ({ person, words: { conversation } }) => {
      const helene = await managerAt(person, "conversations?state=ended");
      await helene.getByRole("main").getByRole("listitem").getByRole("link").first().click();
      await expect(helene.getByRole("region", { name: conversation.one.transcript })).toBeVisible();
      return helene;
    },
  },
  {
    name: "visitor",
    french: true,
    go: async ({ person, words: { conversation, visitor } }) => {
      const helene = await person("helene");
      await helene.getByRole("link", { name: conversation.one.visitorOpen }).click();
      await expect(helene.getByRole("button", { name: visitor.erase, exact: true })).toBeVisible();
      return helene;
    },
  },
  {
    name: "visitor-erase",
    go: async ({ person, words: { visitor } }) => {
      const helene = await person("helene");
      await helene.getByRole("button", { name: visitor.erase, exact: true }).click();
      await expect(helene.getByRole("dialog")).toBeVisible();
      return helene;
    },
  },
];
