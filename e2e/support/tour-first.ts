import { type Browser, expect as expectSoon, type Page } from "@playwright/test";
import { type Installation, invitationOf, setupLinkOf } from "@/e2e/support/installation";
import { appearanceOf, type Stop } from "@/e2e/support/stage";
import { type Language, wordsOf } from "@/e2e/support/words";

const expect = expectSoon.configure({ timeout: 15_000 });
const BRAND = "Vélo Nord";
const SETTINGS = "/velo-nord/settings";

/** An installation that nobody has used, its language, and the pages that stay open from stop to stop. */
export type FirstStage = Installation & {
  language: Language;
  words: ReturnType<typeof wordsOf>;
  /** The page of the first admin, or of somebody else; the same at every call with a name. */
  somebody(name: string): Promise<Page>;
  close(): Promise<void>;
};

/** Sets the stage for one language. */
export function setFirstStage(browser: Browser, place: Installation, language: Language): FirstStage {
  const pages = new Map<string, Page>();
  return {
    ...place,
    language,
    words: wordsOf(language),
    somebody: async (name) => {
      const known = pages.get(name);
      if (known) return known;
      const context = await browser.newContext({
        ...appearanceOf(language),
        baseURL: place.server.origin,
      });
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      pages.set(name, page);
      return page;
    },
    close: async () => {
      await Promise.all([...pages.values()].map((page) => page.context().close()));
    },
  };
}

/** The screens of a first run, from the one-time link to the first invitation. */
export const FIRST_STOPS: Stop<FirstStage>[] = [
  {
    name: "setup",
    french: true,
    go: async ({ somebody, server }) => {
      const ada = await somebody("Ada");
      await ada.goto(await setupLinkOf(server));
      return ada;
    },
  },
  {
    name: "setup-brand",
    french: true,
    go: async ({ somebody, words: { setup } }) => {
      const ada = await somebody("Ada");
      await ada.getByRole("textbox", { name: setup.name }).fill("Ada");
      await ada.getByRole("textbox", { name: setup.email }).fill("ada@example.org");
      await ada.getByRole("button", { name: setup.start }).click();
      // Words typed before the page has come alive are not heard: the address shows that they were.
      await expect(async () => {
        await ada.getByRole("textbox", { name: setup.brandName }).fill("");
        await ada.getByRole("textbox", { name: setup.brandName }).fill(BRAND);
        await expect(ada.getByText("/velo-nord", { exact: false })).toBeVisible({ timeout: 500 });
      }).toPass();
      return ada;
    },
  },
  {
    name: "settings-first-days",
    french: true,
    go: async ({ somebody, words: { setup, settings } }) => {
      const ada = await somebody("Ada");
      await ada.getByRole("button", { name: setup.create }).click();
      await expect(ada.getByRole("heading", { name: settings.guide.title })).toBeVisible();
      return ada;
    },
  },
  {
    name: "settings-site-new",
    go: async ({ somebody, host, words: { settings } }) => {
      const ada = await somebody("Ada");
      await ada.getByRole("link", { name: settings.guide.siteGo, exact: true }).click();
      const address = ada.getByRole("textbox", { name: `${settings.site.originLabel} 1` });
      await address.fill(`${new URL(host.origin).host}/shop/index.html`);
      return ada;
    },
  },
  {
    name: "settings-site-waiting",
    french: true,
    go: async ({ somebody, words: { settings } }) => {
      const ada = await somebody("Ada");
      await ada.getByRole("button", { name: settings.sites.create }).click();
      await expect(ada.getByText(settings.site.waiting)).toBeVisible();
      return ada;
    },
  },
  {
    name: "settings-site-installed",
    go: async ({ somebody, host, words: { settings } }) => {
      const ada = await somebody("Ada");
      host.carry((await ada.locator("pre").textContent()) ?? "");
      await (await somebody("visitor")).goto(host.origin);
      await expect(ada.getByText(settings.site.waiting)).toBeHidden();
      return ada;
    },
  },
  {
    name: "settings-site-look",
    french: true,
    go: async ({ somebody, words: { settings } }) => {
      const ada = await somebody("Ada");
      const colour = ada.getByRole("textbox", { name: settings.site.colour });
      await colour.fill("#c9f24a");
      await colour.scrollIntoViewIfNeeded();
      return ada;
    },
  },
  {
    name: "settings-topics-none",
    go: async ({ somebody }) => {
      const ada = await somebody("Ada");
      await ada.goto(`${SETTINGS}/topics`);
      return ada;
    },
  },
  {
    name: "settings-danger",
    french: true,
    go: async ({ somebody }) => {
      const ada = await somebody("Ada");
      await ada.goto(`${SETTINGS}/danger`);
      return ada;
    },
  },
  {
    name: "settings-danger-close",
    go: async ({ somebody, words: { settings } }) => {
      const ada = await somebody("Ada");
      await ada.getByRole("button", { name: settings.danger.close }).click();
      await expect(ada.getByRole("dialog")).toBeVisible();
      return ada;
    },
  },
  {
    name: "people-invite",
    french: true,
    go: async ({ somebody, words: { people } }) => {
      const ada = await somebody("Ada");
      await ada.goto("/velo-nord/people/invitations");
      await ada
        .getByRole("textbox", { name: people.invite.addresses })
        .fill("nadia@example.org, nadia at home");
      await ada.locator("main form button[type=submit]").click();
      await expect(ada.getByRole("row", { name: /nadia@example\.org/ })).toBeVisible();
      return ada;
    },
  },
  {
    name: "invitation",
    french: true,
    go: async ({ somebody, server }) => {
      const nadia = await somebody("Nadia");

      await nadia.goto(await invitationOf(server, "nadia@example.org", BRAND));
      return nadia;
    },
  },
  {
    name: "invitation-other",
    go: async ({ somebody, server }) => {
      const ada = await somebody("Ada");

      await ada.goto(await invitationOf(server, "nadia@example.org", BRAND));
      return ada;
    },
  },
];
