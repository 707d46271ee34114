import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "@playwright/test";
import { makeAvailable } from "@/e2e/support/desk";
import { CITY, endAtDesk, meet } from "@/e2e/support/meeting";
import { launcher } from "@/e2e/support/panel";
import { test } from "@/e2e/support/test";

test("a page with an unknown key or of a foreign origin gets no button, and no error of ours", async ({
  person,
  visitor,
  server,
  browser,
}) => {
  await makeAvailable(await person("nadia"));
  const shop = await visitor({}, CITY);
  await expect(launcher(shop)).toBeVisible();
  const key = (await shop.locator("script[data-site]").first().getAttribute("data-site")) ?? "";
  expect(key).not.toBe("");

  const stranger = await startHost(server.origin);
  const context = await browser.newContext();
  for (const { site, code } of [
    { site: "no-site-has-this-key", code: "SITE_UNKNOWN" },
    { site: key, code: "ORIGIN_NOT_ALLOWED" },
  ]) {
    const page = await context.newPage();
    const thrown: string[] = [];
    page.on("pageerror", (error) => thrown.push(error.message));
    // The browser keeps the refusal from the page, because nothing in it allows this origin to read it.
    const refused = page.waitForEvent("requestfailed", (request) => request.url().includes("/api/sites/"));
    await page.goto(`${stranger.origin}/?site=${site}`);
    await refused;
    await page.evaluate(() => (window as unknown as { entraide(verb: string): void }).entraide("open"));
    await page.getByRole("button", { name: "Count" }).click();
    await expect(page.getByText("Counted 1")).toBeVisible();
    await expect(page.locator("[data-entraide]")).toHaveCount(0);
    await expect(page.locator("iframe")).toHaveCount(0);
    expect(thrown).toEqual([]);

    const asked = await context.request.get(`${server.origin}/api/sites/${site}`, {
      headers: { Origin: stranger.origin },
    });
    expect(asked.ok()).toBe(false);
    expect(await asked.json()).toMatchObject({ error: { code } });
  }
  await context.close();
  await stranger.stop();
});

test("forged tokens and foreign origins are refused", async ({ person, visitor, server }) => {
  const nadia = await person("nadia");
  await makeAvailable(nadia);
  const shop = await visitor({}, CITY);
  const bearer = new Promise<string>((resolve) => {
    shop.on("request", (request) => {
      const { authorization } = request.headers();
      if (authorization) resolve(authorization);
    });
  });
  const panel = await meet(nadia, shop, { text: "How wide are the tyres?", firstName: "Theo" });
  const genuine = await bearer;
  const forged = genuine.replace(/.$/, (last) => (last === "A" ? "B" : "A"));
  const brand = new URL(nadia.url()).pathname.split("/")[1];
  const base = `${server.origin}/api`;
  // The visitor's own browser context holds no cookie; the tokens are all it brings.
  const asVisitor = async (authorization: string, path: string) =>
    (await shop.request.get(`${base}${path}`, { headers: { Authorization: authorization } })).status();

  expect(await asVisitor(genuine, "/visitor/state")).toBe(200);
  expect(await asVisitor(forged, "/visitor/state")).toBe(401);
  expect(await asVisitor("", "/visitor/state")).toBe(401);
  expect(await asVisitor(genuine, `/brands/${brand}/desk`)).toBe(403);
  expect((await shop.request.get(`${base}/brands/${brand}/desk`)).status()).toBe(401);
  expect((await nadia.request.get(`${base}/brands/${brand}/board`)).status()).toBe(403);
  expect((await nadia.request.get(`${base}/brands/another-brand/desk`)).status()).toBe(404);

  const pauseFrom = (headers: Record<string, string>) =>
    nadia.request.put(`${base}/brands/${brand}/desk/availability`, {
      headers,
      data: { isOpen: false, screenId: "0123456789abcdef0123456789abcdef" },
    });
  const foreign: Record<string, string>[] = [{ Origin: "https://elsewhere.example" }, { Origin: "null" }, {}];
  for (const headers of foreign) {
    const refused = await pauseFrom(headers);
    expect(refused.status()).toBe(403);
    expect((await refused.json()).error.code).toBe("ORIGIN_REFUSED");
  }
  await expect(nadia.getByRole("switch")).toHaveAttribute("aria-checked", "true");
  expect((await pauseFrom({ Origin: server.origin })).status()).toBe(200);
  await expect(nadia.getByRole("switch")).toHaveAttribute("aria-checked", "false");
  await expect(panel.locator(".composer textarea")).toBeVisible();
  await endAtDesk(nadia);
});

/** A web server of somebody else's, whose one page has a life of its own and the documented tag for `?site=`. */
async function startHost(origin: string): Promise<{ origin: string; stop(): Promise<void> }> {
  const host = createServer((request, response) => {
    const site = new URL(request.url ?? "/", "http://host").searchParams.get("site") ?? "";
    response
      .setHeader("Content-Type", "text/html")
      .end(`<!doctype html><html lang="en"><title>A shop</title><body>
<button onclick="this.nextElementSibling.textContent = 'Counted 1'">Count</button><p></p>
<script>window.entraide=window.entraide||function(){(window.entraide.q=window.entraide.q||[]).push(arguments)}</script>
<script async src="${origin}/widget.js" data-site="${site}"></script>
</body></html>`);
  }).listen(0, "127.0.0.1");
  await once(host, "listening");
  const { port } = host.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    async stop() {
      host.closeAllConnections();
      host.close();
      await once(host, "close");
    },
  };
}
