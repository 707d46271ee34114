import { type BrowserContext, expect, type Page } from "@playwright/test";
import { type HostPage, serveHostPage } from "@/e2e/support/host-page";
import { linkIn, mailTo } from "@/e2e/support/outbox";
import {
  freePort,
  makeDataFolder,
  type ProductServer,
  removeData,
  startInstallation,
} from "@/e2e/support/server";
import { test as base } from "@/e2e/support/test";

/** An installation that nobody has used yet, and a web site on which its button may appear. */
export type Installation = { server: ProductServer; host: HostPage };

/** What a browser keeps of somebody who is signed in. */
export type Session = Awaited<ReturnType<BrowserContext["storageState"]>>;

type Fixtures = {
  /** A page in a browser of its own, signed in when a session is given. */
  somebody(who: string, session?: Session): Promise<Page>;
};

/** Playwright's test with an installation on an empty database, one for the whole file. */
export const test = base.extend<Fixtures, { installation: Installation }>({
  installation: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const host = await serveHostPage("Vélo Nord");
      const dataDir = makeDataFolder();
      const server = await startInstallation({ port: await freePort(), dataDir });
      await use({ server, host });
      await host.close();
      await server.stop();
      removeData(dataDir);
    },
    { scope: "worker", timeout: 180_000 },
  ],

  somebody: async ({ browser, consoleWatch, installation }, use, testInfo) => {
    const contexts: BrowserContext[] = [];
    await use(async (who, storageState) => {
      const context = await browser.newContext({ storageState, baseURL: installation.server.origin });
      contexts.push(context);
      consoleWatch.listen(context, who);
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
    if (testInfo.status !== testInfo.expectedStatus) {
      await testInfo.attach("server", {
        body: installation.server.output(),
        contentType: "text/plain",
      });
    }
  },
});

/** The one-time link that the start of an unused installation prints. */
export async function setupLinkOf(server: ProductServer): Promise<string> {
  const printed = () => /http:\/\/\S+\/setup\?token=\S+/.exec(server.output())?.[0] ?? "";
  await expect.poll(printed).not.toBe("");
  return printed();
}

/** The link of the newest invitation that was mailed to an address under a subject that holds `subject`. */
export async function invitationOf(server: ProductServer, address: string, subject: string): Promise<string> {
  const mail = await mailTo(server.dataDir, address, subject);
  return linkIn(mail, `${server.origin}/invitation?`);
}

/** Accepts the invitation that the page shows, and waits for the desk. */
export async function acceptAs(page: Page, name: string): Promise<void> {
  await page.getByRole("textbox", { name: "Your name, as others read it" }).fill(name);
  await page.getByRole("button", { name: "Accept and go to the desk" }).click();
  await expect(page).toHaveURL(/\/desk$/);
}
