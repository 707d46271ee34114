import type { Browser, Page } from "@playwright/test";
import { type Appearance, enterShop, type Persona, signIn } from "@/e2e/support/people";
import type { DemoServer } from "@/e2e/support/server";
import { type Language, wordsOf } from "@/e2e/support/words";

/** Where a tour is: its demo, its language, and the pages that stay open from stop to stop. */
export type Stage = {
  server: DemoServer;
  language: Language;
  words: ReturnType<typeof wordsOf>;
  /** A page of the product for nobody in particular. */
  open(path: string): Promise<Page>;
  /** The page of one of the brand's people; the same at every call. */
  person(persona: Persona): Promise<Page>;
  /** The page of a visitor on a bicycle's page of the shop; the same at every call with a name. */
  visitor(name: string): Promise<Page>;
  close(): Promise<void>;
};

/** A screen of a tour. */
export type Stop<S = Stage> = {
  name: string;
  /** Shown in French too. */
  french?: true;
  /** Brings the screen about; later stops find what earlier ones left. */
  go(stage: S): Promise<Page>;
};

/** How everybody on a tour sees the product before its pictures are taken. */
export function appearanceOf(language: Language): Appearance {
  return {
    locale: language === "fr" ? "fr-FR" : "en-GB",
    timezoneId: "Europe/Paris",
    viewport: { width: 1280, height: 800 },
  };
}

/** Sets the stage for one language. Pages open as they are first asked for. */
export function setStage(browser: Browser, server: DemoServer, language: Language): Stage {
  const appearance = appearanceOf(language);
  const pages = new Map<string, Page>();
  const keep = async (name: string, create: () => Promise<Page>) => {
    const page = pages.get(name) ?? (await create());
    page.setDefaultTimeout(10_000);
    pages.set(name, page);
    return page;
  };
  return {
    server,
    language,
    words: wordsOf(language),
    open: async (path) => {
      const page = await keep("somebody", () =>
        browser.newContext({ ...appearance, baseURL: server.origin }).then((context) => context.newPage()),
      );
      await page.goto(path);
      return page;
    },
    person: (persona) => keep(persona, () => signIn(browser, server, persona, { appearance })),
    visitor: (name) =>
      keep(`visitor ${name}`, () =>
        enterShop(browser, server, appearance, { path: "/products/volt-3-city" }),
      ),
    close: async () => {
      await Promise.all([...pages.values()].map((page) => page.context().close()));
    },
  };
}
