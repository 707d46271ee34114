import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import sharp from "sharp";
import { describe, expect, it, vi } from "vitest";

const code = readFileSync("public/worker.js", "utf8");
const origin = "https://help.example.com";

/** The worker in a browser of our own: its caches, windows and notifications, and a network that may be away. */
function startWorker({ isOnline = true, windows = [] as { url: string }[] } = {}) {
  const listeners = new Map<string, (event: unknown) => void>();
  const stored = new Map<string, string>();
  const add = vi.fn(async (request: { url: string }) => void stored.set(request.url, "offline page"));
  const shown: { title: string; options: Record<string, unknown> }[] = [];
  const openWindow = vi.fn(async (_url: string) => undefined);
  const fetched = vi.fn(async (request: { url: string }) => {
    if (!isOnline) throw new TypeError("no network");
    return `page ${request.url}`;
  });
  const places = windows.map(({ url }) => ({
    url,
    postMessage: vi.fn(),
    focus: vi.fn(async () => undefined),
  }));
  runInContext(
    code,
    createContext({
      URL,
      addEventListener: (name: string, listener: (event: unknown) => void) => listeners.set(name, listener),
      skipWaiting: () => undefined,
      location: { origin },
      Request: class {
        constructor(readonly url: string) {}
      },
      Response: { error: () => "error" },
      fetch: fetched,
      caches: {
        open: async () => ({ add }),
        match: async (url: string) => stored.get(url),
        keys: async () => ["offline-0", "offline-1"],
        delete: vi.fn(async (name: string) => stored.delete(name)),
      },
      clients: { claim: async () => undefined, matchAll: async () => places, openWindow },
      registration: {
        showNotification: async (title: string, options: Record<string, unknown>) => {
          shown.push({ title, options });
        },
      },
    }),
  );
  /** Resolves with what the worker answered or waited for; undefined where it left the event alone. */
  async function fire(name: string, event: object): Promise<unknown> {
    let result: unknown;
    const take = (promise: unknown) => {
      result = promise;
    };
    listeners.get(name)?.({ ...event, waitUntil: take, respondWith: take });
    return await result;
  }
  const visit = (path: string, mode = "navigate", destination = "document") =>
    fire("fetch", { request: { url: `${origin}${path}`, mode, destination } });
  return { fire, visit, add, shown, places, openWindow, fetched };
}

describe("the worker", () => {
  it("keeps the offline page and nothing else", async () => {
    const { fire, visit, add } = startWorker();
    await fire("install", {});
    await visit("/volt-velo/desk");
    expect(add.mock.calls.map(([request]) => request.url)).toEqual(["/offline.html"]);
  });

  it("leaves the API, the shop, the panel and every file alone", async () => {
    const { visit, fetched } = startWorker();
    for (const path of ["/api/auth/session", "/demo/cart", "/panel", "/api"])
      expect(await visit(path)).toBeUndefined();
    expect(await visit("/api/brands/volt-velo/desk", "cors", "")).toBeUndefined();
    expect(await visit("/_next/static/x.js", "no-cors", "script")).toBeUndefined();
    expect(fetched).not.toHaveBeenCalled();
  });

  it("answers a page from the network, and without one says so", async () => {
    expect(await startWorker().visit("/volt-velo/desk")).toBe(`page ${origin}/volt-velo/desk`);
    const away = startWorker({ isOnline: false });
    expect(await away.visit("/volt-velo/desk")).toBe("error");
    await away.fire("install", {});
    expect(await away.visit("/volt-velo/desk")).toBe("offline page");
  });

  it("shows what came, one for each subject; an offer rings again", async () => {
    const { fire, shown } = startWorker();
    const message = {
      title: "A question for you",
      body: "Does it last?",
      tag: "t",
      kind: "offers",
      lang: "en",
      path: "/b/desk?offer=1",
    };
    await fire("push", { data: { json: () => message } });
    await fire("push", { data: { json: () => ({ ...message, kind: "thanks" }) } });
    await fire("push", { data: null });
    expect(shown.map(({ title, options }) => [title, options.tag, options.renotify])).toEqual([
      ["A question for you", "t", true],
      ["A question for you", "t", false],
      ["Entraide", "entraide", false],
    ]);
  });

  const click = (path: string) => ({ notification: { close: vi.fn(), data: { path } } });

  it("brings the open desk to the front and tells it which question called, or opens it", async () => {
    const open = startWorker({ windows: [{ url: `${origin}/other/desk` }, { url: `${origin}/b/desk` }] });
    await open.fire("notificationclick", click("/b/desk?offer=42"));
    const [other, desk] = open.places;
    expect(desk?.postMessage).toHaveBeenCalledWith({ offer: "42" });
    expect(desk?.focus).toHaveBeenCalledOnce();
    expect(other?.focus).not.toHaveBeenCalled();
    const closed = startWorker();
    await closed.fire("notificationclick", click("/b/desk?offer=42"));
    expect(closed.openWindow).toHaveBeenCalledWith(`${origin}/b/desk?offer=42`);
  });

  it("opens nothing that is not ours", async () => {
    const { fire, openWindow } = startWorker();
    await fire("notificationclick", click("https://evil.example.com/"));
    await fire("notificationclick", click("//evil.example.com/"));
    expect(openWindow).not.toHaveBeenCalled();
  });
});

describe("what is installed", () => {
  it("has pictures of the sizes that it names", async () => {
    const { icons, start_url: start } = JSON.parse(readFileSync("public/app.webmanifest", "utf8")) as {
      icons: { src: string; sizes: string; type: string; purpose?: string }[];
      start_url: string;
    };
    expect(start).toBe("/");
    expect(icons.some(({ purpose }) => purpose === "maskable")).toBe(true);
    for (const { src, sizes, type } of icons) {
      const { width, height, format } = await sharp(`public${src}`).metadata();
      expect([`${width}x${height}`, `image/${format}`]).toEqual([sizes, type]);
    }
  });
});
