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
  const allowed = `${server.shop}/a-page-of-its-own`;
  const foreign = "http://elsewhere.localhost/a-page-of-its-own";

  const context = await browser.newContext();
  /** A page of three lines with the documented tag, at `address`; gives what the browser said to it. */
  const visit = async (address: string, site: string) => {
    const page = await context.newPage();
    const thrown: string[] = [];
    page.on("pageerror", (error) => thrown.push(error.message));
    await page.route(address, (route) =>
      route.fulfill({ contentType: "text/html", body: hostPage(server.origin, site) }),
    );
    const asked = page.waitForRequest((request) => request.url().includes("/api/sites/"));
    await page.goto(address);
    const refused = await (await asked).response();
    await page.getByRole("button", { name: "Count" }).click();
    await page.evaluate(() => (window as unknown as { entraide(verb: string): void }).entraide("open"));
    await expect(page.getByText("Counted 1")).toBeVisible();
    return { page, thrown, status: refused?.status() };
  };

  const welcome = await visit(allowed, key);
  await expect(launcher(welcome.page)).toBeVisible();
  expect(welcome.thrown).toEqual([]);

  for (const [address, site] of [
    [allowed, "no-site-has-this-key"],
    [foreign, key],
  ] as const) {
    const { page, thrown } = await visit(address, site);
    await expect(page.locator("[data-entraide]")).toHaveCount(0);
    await expect(page.locator("iframe")).toHaveCount(0);
    expect(thrown).toEqual([]);
  }
  const direct = (site: string, origin: string) =>
    context.request.get(`${server.origin}/api/sites/${site}`, { headers: { Origin: origin } });
  expect((await direct(key, new URL(server.shop).origin)).status()).toBe(200);
  expect((await direct(key, new URL(foreign).origin)).status()).toBe(403);
  expect((await direct("no-site-has-this-key", new URL(server.shop).origin)).status()).toBe(404);
  await context.close();
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

/** A host's page with a life of its own. */
function hostPage(origin: string, site: string): string {
  return `<!doctype html><html lang="en"><title>A shop</title><body>
<button onclick="this.nextElementSibling.textContent = 'Counted 1'">Count</button><p></p>
<script>window.entraide=window.entraide||function(){(window.entraide.q=window.entraide.q||[]).push(arguments)}</script>
<script async src="${origin}/widget.js" data-site="${site}"></script>
</body></html>`;
}
