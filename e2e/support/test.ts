import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { type Appearance, enterShop, type Persona, signIn, type VisitorOptions } from "@/e2e/support/people";
import { copyData, type DemoServer, removeData, startDemo } from "@/e2e/support/server";

/** Watches every page's console. */
export type ConsoleWatch = {
  /** Permits errors that the test itself provokes, such as a refused request. */
  allow(pattern: RegExp): void;
  listen(context: BrowserContext, who: string): void;
};

type Fixtures = {
  /** The demo, on data of its own for each spec file. */
  server: DemoServer;
  /** A page of somebody of the brand, signed in, at his own desk or board. */
  person(persona: Persona, appearance?: Appearance): Promise<Page>;
  /** A page of a fresh visitor at the demo shop's first page, or at a path below it. */
  visitor(options?: VisitorOptions, path?: string): Promise<Page>;
  /** Fails the test when a page of his people logs an error that was not allowed. */
  consoleWatch: ConsoleWatch;
};

type WorkerFixtures = { serverOf(file: string): Promise<DemoServer> };

function setting(name: "E2E_PORT" | "E2E_TEMPLATE"): string {
  const value = process.env[name];
  if (!value)
    throw new Error("Start the journeys with `npm run test:browser`; it prepares the browser and the data.");
  return value;
}

/** Playwright's test, with the demo brand's people, its visitors, and a watch on every page's console. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  serverOf: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      let current: { file: string; server: DemoServer } | undefined;
      const end = async () => {
        await current?.server.stop();
        if (current) removeData(current.server.dataDir);
        current = undefined;
      };
      await use(async (file) => {
        if (current?.file === file) return current.server;
        await end();
        const dataDir = copyData(setting("E2E_TEMPLATE"));
        const server = await startDemo({ port: Number(setting("E2E_PORT")), dataDir });
        current = { file, server };
        return server;
      });
      await end();
    },
    { scope: "worker", timeout: 180_000 },
  ],

  server: [
    async ({ serverOf }, use, testInfo) => {
      const server = await serverOf(testInfo.file);
      await use(server);
      if (testInfo.status !== testInfo.expectedStatus) {
        await testInfo.attach("server", { body: server.output(), contentType: "text/plain" });
      }
    },
    { timeout: 180_000 },
  ],

  consoleWatch: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const allowed: RegExp[] = [];
      const heard: string[] = [];
      await use({
        allow: (pattern) => allowed.push(pattern),
        listen: (context, who) => {
          context.on("console", (message) => {
            if (message.type() === "error")
              heard.push(`${who}: ${message.text()} (${message.location().url})`);
          });
          context.on("weberror", (error) =>
            heard.push(`${who}: ${error.error().stack ?? error.error().message}`),
          );
        },
      });
      const unexpected = heard.filter((line) => !allowed.some((pattern) => pattern.test(line)));
      expect(unexpected, "errors in the console").toEqual([]);
    },
    { auto: true },
  ],

  person: async ({ browser, server, consoleWatch }, use) => {
    const pages: Page[] = [];
    await use(async (persona, appearance) => {
      const page = await signIn(browser, server, persona, { appearance, listen: consoleWatch.listen });
      pages.push(page);
      return page;
    });
    await Promise.all(pages.map((page) => page.context().close()));
  },

  visitor: async ({ browser, server, consoleWatch }, use) => {
    const pages: Page[] = [];
    await use(async (options, path) => {
      const page = await enterShop(browser, server, options, { path, listen: consoleWatch.listen });
      pages.push(page);
      return page;
    });
    await Promise.all(pages.map((page) => page.context().close()));
  },
});
