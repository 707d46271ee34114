import type { Browser, BrowserContext, BrowserContextOptions, Page } from "@playwright/test";
import type { DemoServer } from "@/e2e/support/server";

/** The people of the demo brand who sign in. */
export type Persona = "nadia" | "samir" | "ingrid" | "julien" | "helene";

/** How a browser presents itself. */
export type Appearance = Pick<
  BrowserContextOptions,
  "locale" | "timezoneId" | "viewport" | "colorScheme" | "reducedMotion"
>;

export type VisitorOptions = Appearance & {
  /** False for a browser without scripts. */
  javaScript?: boolean;
  /** Browsers that refuse storage to frames of other sites throw at the first touch. */
  blockStorage?: boolean;
};

/** Hears of every new browser context, and whose it is, before its first page opens. */
type Listener = (context: BrowserContext, who: string) => void;

/**
 * A new browser, signed in as one of the demo's people, on the screen that the demo names as his.
 * Throws when the demo refuses the session.
 */
export async function signIn(
  browser: Browser,
  server: DemoServer,
  persona: Persona,
  { appearance = {}, listen }: { appearance?: Appearance; listen?: Listener } = {},
): Promise<Page> {
  const context = await browser.newContext({ ...appearance, baseURL: server.origin });
  listen?.(context, persona);
  const answer = await context.request.post("/api/demo/session", {
    data: { persona },
    headers: { Origin: server.origin },
  });
  if (!answer.ok())
    throw new Error(`The demo refused ${persona} a session: ${answer.status()} ${await answer.text()}`);
  const { location } = (await answer.json()) as { location: string };
  const page = await context.newPage();
  await page.goto(location);
  return page;
}

/** A new browser of a visitor, on the demo shop's first page or on a path below it. */
export async function enterShop(
  browser: Browser,
  server: DemoServer,
  { javaScript = true, blockStorage = false, ...appearance }: VisitorOptions = {},
  { path = "", listen }: { path?: string; listen?: Listener } = {},
): Promise<Page> {
  const context = await browser.newContext({ locale: "en-GB", ...appearance, javaScriptEnabled: javaScript });
  listen?.(context, "visitor");
  if (blockStorage) await context.addInitScript(refuseStorage);
  const page = await context.newPage();
  await page.goto(`${server.shop}${path}`);
  return page;
}

/** Runs in every frame before its own scripts. */
function refuseStorage(): void {
  for (const name of ["localStorage", "sessionStorage", "indexedDB"]) {
    Object.defineProperty(window, name, {
      configurable: true,
      get() {
        throw new DOMException("Access is denied for this document.", "SecurityError");
      },
    });
  }
}
