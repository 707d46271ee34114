import type { Page } from "@playwright/test";

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
