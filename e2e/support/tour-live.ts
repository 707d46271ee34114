import { expect as expectSoon, type Page } from "@playwright/test";
import { accept, makeAvailable, offerOf, pause } from "@/e2e/support/desk";
import { linkIn, mailTo } from "@/e2e/support/outbox";
import { ask, launcher, openPanel, panelOf, write } from "@/e2e/support/panel";
import type { Stage, Stop } from "@/e2e/support/stage";
import { TEXTS } from "@/e2e/support/tour-texts";
import { fill } from "@/e2e/support/words";

const expect = expectSoon.configure({ timeout: 15_000 });

/** Shows a part of the desk that fills a phone; a wide screen shows all of them. */
async function section(desk: Page, hash: "desk" | "chats" | "thanks" | "visitor"): Promise<Page> {
  await desk.evaluate((name) => {
    location.hash = name;
  }, hash);
  return desk;
}

/** A visitor's new question to the owners, put to Nadia. */
async function askNadia(
  { person, visitor, language, words }: Stage,
  name: string,
  text: string,
): Promise<Page> {
  const shop = await visitor(name);
  const panel = await openPanel(shop, words.widget.ask.titleOwner);
  const topic = language === "fr" ? "Batterie" : "Battery";
  await ask(panel, { text, topic, firstName: name }, words.widget.ask);
  await expect(offerOf(await person("nadia"), text)).toBeVisible();
  return shop;
}

/** The screens of people who meet. Each stop leaves its people where the next one finds them. */
export const LIVE_STOPS: Stop[] = [
  {
    name: "desk-paused",
    go: async ({ person }) => {
      const nadia = await person("nadia");
      await expect(nadia.getByRole("switch")).toBeVisible();
      return nadia;
    },
  },
  {
    name: "desk-idle",
    french: true,
    go: async ({ person }) => {
      await makeAvailable(await person("nadia"));
      return person("nadia");
    },
  },
  { name: "desk-thanks", go: async ({ person }) => section(await person("nadia"), "thanks") },
  { name: "board-quiet", go: ({ person }) => person("helene") },
  {
    name: "shop-launcher",
    french: true,
    go: async ({ visitor }) => {
      const shop = await visitor("Marie");
      await expect(launcher(shop)).toBeVisible();
      return shop;
    },
  },
  {
    name: "panel-ask",
    french: true,
    go: async ({ visitor, language, words }) => {
      const shop = await visitor("Marc");
      const panel = await openPanel(shop, words.widget.ask.titleOwner);
      await panel.getByRole("textbox", { name: words.widget.ask.question }).fill(TEXTS[language].winter);
      return shop;
    },
  },
  {
    name: "desk-offer",
    french: true,
    go: async (stage) => {
      await askNadia(stage, "Marie", TEXTS[stage.language].winter);
      return section(await stage.person("nadia"), "desk");
    },
  },
  {
    name: "panel-matching",
    french: true,
    go: async (stage) => {
      await accept(await stage.person("nadia"), TEXTS[stage.language].winter);
      return askNadia(stage, "Paul", TEXTS[stage.language].socket);
    },
  },
  { name: "board-waiting", go: ({ person }) => person("helene") },
  {
    name: "panel-chat",
    french: true,
    go: async ({ person, visitor, language }) => {
      const { winter, indoors, hour, heavy, socket } = TEXTS[language];
      const nadia = await person("nadia");
      await offerOf(nadia, socket).getByRole("button").nth(1).click();
      const shop = await visitor("Marie");
      await expect(panelOf(shop).getByText(winter)).toBeVisible();
      await write(nadia, indoors);
      await write(nadia, hour);
      await write(panelOf(shop), heavy);
      return shop;
    },
  },
  { name: "desk-chat", french: true, go: async ({ person }) => section(await person("nadia"), "chats") },
  { name: "board-running", french: true, go: ({ person }) => person("helene") },
  {
    name: "board-observe",
    go: async ({ person, words }) => {
      const helene = await person("helene");
      await helene
        .getByRole("button", { name: fill(words.board.chats.observeOf, { name: "Marie" }) })
        .click();
      await expect(helene.getByRole("log")).toBeVisible();
      return helene;
    },
  },
  {
    name: "panel-offline",
    go: async ({ visitor, language, words, person }) => {
      await (await person("helene")).keyboard.press("Escape");
      const shop = await visitor("Marie");
      await shop.context().setOffline(true);
      await expect(panelOf(shop).getByText(words.widget.panel.offline)).toBeVisible();
      await write(panelOf(shop), TEXTS[language].offline);
      return shop;
    },
  },
  {
    name: "desk-handover",
    go: async ({ person, visitor, language, words }) => {
      await (await visitor("Marie")).context().setOffline(false);
      await makeAvailable(await person("julien"));
      const nadia = await person("nadia");
      await expect(nadia.getByRole("log").getByText(TEXTS[language].offline)).toBeVisible();
      await nadia.getByRole("button", { name: words.desk.chat.handOver }).click();
      await nadia.getByRole("textbox", { name: words.desk.handover.field }).fill(TEXTS[language].error);
      await nadia.getByRole("textbox", { name: words.desk.handover.reason }).fill(TEXTS[language].reason);
      return nadia;
    },
  },
  {
    name: "panel-handover",
    go: async ({ person, visitor, words }) => {
      const nadia = await person("nadia");
      await nadia.getByRole("button", { name: words.desk.handover.send, exact: true }).click();
      const shop = await visitor("Marie");
      await expect(panelOf(shop).getByRole("textbox", { name: words.widget.handover.help })).toBeVisible();
      return shop;
    },
  },
  {
    name: "panel-rating",
    french: true,
    go: async ({ visitor, words }) => {
      const shop = await visitor("Marie");
      const panel = panelOf(shop);
      await panel.getByRole("button", { name: fill(words.widget.handover.stay, { name: "Nadia" }) }).click();
      await panel.getByRole("button", { name: words.widget.chat.end, exact: true }).click();
      await panel.getByRole("button", { name: words.widget.chat.endSolved }).click();
      await panel.getByRole("radio", { name: words.widget.rating.star5 }).check();
      return shop;
    },
  },
  {
    name: "panel-thanks",
    go: async ({ visitor, language, words }) => {
      const shop = await visitor("Marie");
      const panel = panelOf(shop);
      await panel.getByRole("button", { name: words.widget.rating.yes, exact: true }).click();
      await panel.getByRole("textbox", { name: words.widget.rating.words }).fill(TEXTS[language].thanks);
      await panel.getByRole("button", { name: words.widget.rating.send }).click();
      await expect(panel.getByRole("heading", { name: words.widget.thanks.title })).toBeVisible();
      return shop;
    },
  },
  { name: "desk-thanked", go: async ({ person }) => section(await person("nadia"), "thanks") },
  { name: "staff-idle", french: true, go: ({ person }) => person("julien") },
  {
    name: "staff-offer",
    go: async ({ person, visitor, language, words }) => {
      await pause(await section(await person("nadia"), "desk"));
      const shop = await visitor("Tomasz");
      await shop.getByRole("button", { name: words.demo.buy.add }).click();
      const panel = await openPanel(shop, words.widget.ask.titleStaff);
      await ask(panel, { text: TEXTS[language].socket, firstName: "Tomasz", staff: true }, words.widget.ask);
      const julien = await person("julien");
      await expect(
        julien.getByRole("button", { name: fill(words.desk.waiting.takeOf, { name: "Tomasz" }) }),
      ).toBeVisible();
      return julien;
    },
  },
  {
    name: "staff-chat",
    french: true,
    go: async ({ person, visitor, language, words }) => {
      const julien = await person("julien");
      await julien.getByRole("button", { name: fill(words.desk.waiting.takeOf, { name: "Tomasz" }) }).click();
      await section(julien, "chats");
      await write(julien, TEXTS[language].ampere);
      await expect(panelOf(await visitor("Tomasz")).getByText(TEXTS[language].ampere)).toBeVisible();
      return julien;
    },
  },
  { name: "staff-visitor", go: async ({ person }) => section(await person("julien"), "visitor") },
  { name: "panel-staff-chat", go: ({ visitor }) => visitor("Tomasz") },
  {
    name: "panel-left",
    french: true,
    go: async ({ person, visitor, language, words }) => {
      const shop = await visitor("Léa");
      const panel = await openPanel(shop, words.widget.ask.titleStaff);
      await ask(panel, { text: TEXTS[language].seat, firstName: "Léa", staff: true }, words.widget.ask);
      await pause(await section(await person("julien"), "desk"));
      await expect(panel.getByRole("heading", { name: words.widget.left.title })).toBeVisible();
      return shop;
    },
  },
  {
    name: "panel-nobody",
    french: true,
    go: async ({ visitor, words }) => {
      const shop = await visitor("Marc");
      await expect(panelOf(shop).getByText(words.widget.ask.titleNobody)).toBeVisible();
      return shop;
    },
  },
  {
    name: "staff-left",
    go: async ({ person, visitor, language, words }) => {
      const panel = panelOf(await visitor("Léa"));
      await panel.getByRole("textbox", { name: words.widget.left.email }).fill("lea@example.org");
      await panel.getByRole("button", { name: words.widget.left.send }).click();
      const julien = await person("julien");
      await julien
        .getByRole("button", { name: new RegExp(fill(words.desk.left.label, { name: "Léa" })) })
        .click();
      await julien.getByRole("textbox", { name: words.desk.left.field }).fill(TEXTS[language].narrow);
      return section(julien, "chats");
    },
  },
  {
    name: "answer",
    french: true,
    go: async ({ person, server, open, words }) => {
      const julien = await person("julien");
      await julien.getByRole("button", { name: words.desk.left.send }).click();
      const mail = await mailTo(server.dataDir, "lea@example.org", "Volt");
      return open(linkIn(mail, server.origin));
    },
  },
];
