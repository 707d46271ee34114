import type { BrowserContext, Page } from "@playwright/test";

/** Hears everything that a browser is sent from now on; the returned function gives it as one text. */
export function listen(page: Page): () => Promise<string> {
  const bodies: Promise<string>[] = [];
  const frames: string[] = [];
  page.on("response", (response) => {
    // What was sent while a page was left, or was a redirect, has no body.
    if (response.url().includes("/api/")) bodies.push(response.text().catch(() => ""));
  });
  page.on("websocket", (socket) => {
    socket.on("framereceived", ({ payload }) => frames.push(payload.toString()));
  });
  return async () => [...(await Promise.all(bodies)), ...frames, await page.content()].join("\n");
}

/** Keeps what a browser asks of an address by a method on its way until the given function is called. */
export async function hold(
  context: BrowserContext,
  address: string,
  method: "GET" | "POST",
): Promise<() => Promise<void>> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await context.route(address, async (route) => {
    if (route.request().method() === method) await released;
    await route.continue();
  });
  return async () => {
    release();
    await context.unrouteAll({ behavior: "wait" });
  };
}
