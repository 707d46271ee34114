import { apiClient, reply } from "./api";

/** How a browser stands to messages: it cannot have them, was forbidden them, has none, or has them. */
export type PushState = "unsupported" | "denied" | "off" | "on";

const WORKER = "/worker.js";
const KEY = "entraide push";
const PATIENCE_MS = 15_000;

const canPush = () => "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;

/** The worker shows messages and, without a network, a page that says so; it keeps nothing else. */
export async function registerWorker(): Promise<ServiceWorkerRegistration | null> {
  if (!("serviceWorker" in navigator)) return null;
  return navigator.serviceWorker.register(WORKER).catch(() => null);
}

/** How this browser stands to messages for a person, in whichever of his brands he is: it has one subscription for all. */
export async function readPushState(userId: string): Promise<PushState> {
  if (!canPush()) return "unsupported";
  if (Notification.permission === "denied") return "denied";
  const registration = await navigator.serviceWorker.getRegistration("/");
  const subscription = await registration?.pushManager.getSubscription();
  return subscription && isChosen(userId) ? "on" : "off";
}

function requestsOf(brand: string) {
  const { push } = apiClient().api.brands[":brand"];
  const param = { brand };
  return {
    key: () => reply(push.$get({ param })),
    subscribe: (json: { endpoint: string; keys: { p256dh: string; auth: string } }) =>
      reply(push.$post({ param, json })),
    unsubscribe: (endpoint: string) => reply(push.$delete({ param, json: { endpoint } })),
  };
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}

const isSameKey = (one: ArrayBuffer | null, other: Uint8Array) => {
  const own = new Uint8Array(one ?? new ArrayBuffer(0));
  return own.length === other.length && own.every((byte, index) => byte === other[index]);
};

/** Rejects with a DOMException when a browser goes on trying to reach its push service. */
function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException("no answer in time", "TimeoutError")), PATIENCE_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Subscribes with the installation's key, anew where it has another one now, and tells the server. */
async function subscribe(brand: string): Promise<void> {
  const requests = requestsOf(brand);
  const applicationServerKey = bytesOf((await requests.key()).publicKey);
  await registerWorker();
  const { pushManager } = await navigator.serviceWorker.ready;
  const old = await pushManager.getSubscription();
  const fits = old !== null && isSameKey(old.options.applicationServerKey, applicationServerKey);
  if (old && !fits) await old.unsubscribe();
  const subscription =
    old && fits ? old : await inTime(pushManager.subscribe({ userVisibleOnly: true, applicationServerKey }));
  const { endpoint = "", keys = {} } = subscription.toJSON();
  await requests.subscribe({ endpoint, keys: { p256dh: keys.p256dh ?? "", auth: keys.auth ?? "" } });
}

/**
 * Asks the browser to let this person be told things here. "failed" where its push service cannot be reached: nothing is
 * switched on then. To be called in a click. Throws ApiError.
 */
export async function allowPush(brand: string, userId: string): Promise<PushState | "failed"> {
  if (!canPush()) return "unsupported";
  if ((await Notification.requestPermission()) !== "granted")
    return Notification.permission === "denied" ? "denied" : "off";
  try {
    await subscribe(brand);
  } catch (error) {
    // The browser's own refusals; what the server says is for the caller.
    if (error instanceof DOMException) return "failed";
    throw error;
  }
  choose(userId);
  return "on";
}

/** Lets this browser be told nothing any more; the choice is forgotten once the server knows. Throws ApiError. */
export async function endPush(brand: string): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration("/");
  const subscription = await registration?.pushManager.getSubscription();
  if (subscription) {
    await requestsOf(brand).unsubscribe(subscription.endpoint);
    await subscription.unsubscribe();
  }
  choose(null);
}

/** Subscriptions end with the session that allowed them: whoever signs in again here has his back. */
export async function renewPush(brand: string, userId: string): Promise<void> {
  if (!canPush() || Notification.permission !== "granted" || !isChosen(userId)) return;
  await subscribe(brand);
}

function isChosen(userId: string): boolean {
  try {
    return localStorage.getItem(KEY) === userId;
  } catch {
    return false;
  }
}

function choose(userId: string | null): void {
  try {
    if (userId) localStorage.setItem(KEY, userId);
    else localStorage.removeItem(KEY);
  } catch {
    // Blocked storage: the choice lasts as long as the session.
  }
}
