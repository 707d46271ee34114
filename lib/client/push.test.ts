import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { allowPush, endPush, readPushState, renewPush } from "./push";

const server = vi.hoisted(() => ({ $get: vi.fn(), $post: vi.fn(), $delete: vi.fn() }));
vi.mock("./api", () => ({
  apiClient: () => ({ api: { brands: { ":brand": { push: server } } } }),
  reply: (answer: unknown) => answer,
}));

const endpoint = "https://push.example.com/1";

/** A browser that allows messages, with one place for a subscription and one for what it remembers. */
function makeBrowser() {
  const kept = new Map<string, string>();
  let subscription: object | null = null;
  const made = {
    endpoint,
    options: { applicationServerKey: new Uint8Array([1, 2, 3]).buffer },
    toJSON: () => ({ endpoint, keys: { p256dh: "key", auth: "secret" } }),
    unsubscribe: async () => {
      subscription = null;
    },
  };
  const pushManager = {
    getSubscription: async () => subscription,
    subscribe: async () => {
      subscription = made;
      return made;
    },
  };
  const registration = { pushManager };
  const serviceWorker = {
    register: async () => registration,
    getRegistration: async () => registration,
    ready: Promise.resolve(registration),
  };
  const Notification = { permission: "granted", requestPermission: async () => "granted" };
  vi.stubGlobal("navigator", { serviceWorker });
  vi.stubGlobal("window", { PushManager: {}, Notification });
  vi.stubGlobal("Notification", Notification);
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
}

beforeEach(() => {
  vi.clearAllMocks();
  server.$get.mockResolvedValue({ publicKey: "AQID" });
  server.$post.mockResolvedValue({ done: true });
  server.$delete.mockResolvedValue({ done: true });
  makeBrowser();
});
afterEach(() => void vi.unstubAllGlobals());

describe("messages on this device", () => {
  it("are one person's, in whichever of his brands he looks", async () => {
    expect(await allowPush("volt-velo", "samir")).toBe("on");
    expect(await readPushState("samir")).toBe("on");
    expect(await readPushState("nadia")).toBe("off");
    await renewPush("other-brand", "nadia");
    expect(server.$post).toHaveBeenCalledTimes(1);
    await renewPush("other-brand", "samir");
    expect(server.$post).toHaveBeenCalledTimes(2);
  });

  it("stay on as long as the server was not told that they are off", async () => {
    await allowPush("volt-velo", "samir");
    server.$delete.mockRejectedValueOnce(new Error("no network"));
    await expect(endPush("volt-velo")).rejects.toThrow("no network");
    expect(await readPushState("samir")).toBe("on");
    await endPush("volt-velo");
    expect(await readPushState("samir")).toBe("off");
    expect(server.$delete).toHaveBeenLastCalledWith({ param: { brand: "volt-velo" }, json: { endpoint } });
  });
});
