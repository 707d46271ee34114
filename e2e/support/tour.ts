import type { Browser, Page } from "@playwright/test";
import { type Appearance, enterShop, type Persona, signIn } from "@/e2e/support/people";
import type { DemoServer } from "@/e2e/support/server";

export type Language = "en" | "fr";

/** Where a tour is: its browser, its demo, its language, and the pages that stay open from stop to stop. */
type Stage = {
  server: DemoServer;
  language: Language;
  /** A page of the product for nobody in particular. */
  open(path: string): Promise<Page>;
  /** The page of one of the brand's people; the same at every call. */
  person(persona: Persona): Promise<Page>;
  /** The page of a visitor in the shop; the same at every call with a name. */
  visitor(name: string, path?: string): Promise<Page>;
};

type Stop = {
  name: string;
  /** Shown in French too. */
  french?: true;
  /** Brings the screen about; later stops find what earlier ones left. */
  go(stage: Stage): Promise<Page>;
};

const STOPS: Stop[] = [
  { name: "landing", french: true, go: ({ open }) => open("/") },
  { name: "sign-in", french: true, go: ({ open }) => open("/sign-in") },
  { name: "not-found", go: ({ open }) => open("/nowhere") },
  { name: "shop", french: true, go: ({ visitor }) => visitor("Marie") },
];

/**
 * Walks through the stops in order and hands out each page once its screen stands. A stop that fails is reported and
 * the tour goes on. `wanted` keeps the pictures to names that contain one of its words; the walk is the same.
 */
export async function* takeTour({
  browser,
  server,
  language,
  wanted,
}: {
  browser: Browser;
  server: DemoServer;
  language: Language;
  wanted: string[];
}): AsyncGenerator<
  { name: string; page: Page; problem?: never } | { name: string; page?: never; problem: string }
> {
  const stage = setStage(browser, server, language);
  for (const { name, french, go } of STOPS) {
    try {
      const page = await go(stage);
      const shown =
        (language === "en" || french) && (wanted.length === 0 || wanted.some((word) => name.includes(word)));
      if (shown) yield { name, page };
    } catch (error) {
      yield { name, problem: error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error) };
    }
  }
  await stage.close();
}

function setStage(
  browser: Browser,
  server: DemoServer,
  language: Language,
): Stage & { close(): Promise<void> } {
  const appearance: Appearance = { locale: language === "fr" ? "fr-FR" : "en-GB" };
  const pages = new Map<string, Page>();
  const keep = async (name: string, create: () => Promise<Page>) => {
    const page = pages.get(name) ?? (await create());
    pages.set(name, page);
    return page;
  };
  return {
    server,
    language,
    open: async (path) => {
      const page = await keep("somebody", () =>
        browser.newContext({ ...appearance, baseURL: server.origin }).then((context) => context.newPage()),
      );
      await page.goto(path);
      return page;
    },
    person: (persona) => keep(persona, () => signIn(browser, server, persona, { appearance })),
    visitor: (name, path) => keep(`visitor ${name}`, () => enterShop(browser, server, appearance, { path })),
    close: async () => {
      await Promise.all([...pages.values()].map((page) => page.context().close()));
    },
  };
}
