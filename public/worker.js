// Shows messages that come while no page of ours is looked at, and says so when there is no network. It keeps one page, the
// one for that, and nothing else: no page of the product and no answer of the API is ever stored or answered from here.
const OFFLINE = "/offline.html";
const STORE = "offline-1";

addEventListener("install", (event) => {
  event.waitUntil(caches.open(STORE).then((store) => store.add(new Request(OFFLINE, { cache: "reload" }))));
  skipWaiting();
});

addEventListener("activate", (event) => {
  const old = caches
    .keys()
    .then((names) => Promise.all(names.filter((name) => name !== STORE).map((name) => caches.delete(name))));
  event.waitUntil(Promise.all([old, clients.claim()]));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const { pathname } = new URL(request.url);
  const isPage = request.mode === "navigate" && request.destination === "document";
  if (!isPage || /^\/(?:api|demo|panel)(?:\/|$)/.test(pathname)) return;
  event.respondWith(fetch(request).catch(async () => (await caches.match(OFFLINE)) ?? Response.error()));
});

function messageOf(event) {
  try {
    return event.data.json();
  } catch {
    return {};
  }
}

addEventListener("push", (event) => {
  const {
    title = "Entraide",
    body = "",
    lang = "",
    tag = "entraide",
    path = "/",
    kind = "",
  } = messageOf(event);
  const shown = registration.showNotification(title, {
    body,
    lang,
    tag,
    // The same question again rings again; anything else takes its place silently.
    renotify: kind === "offers",
    icon: "/icons/icon-192.png",
    badge: "/icons/badge-96.png",
    data: { path },
  });
  event.waitUntil(shown);
});

addEventListener("notificationclick", (event) => {
  event.notification.close();
  const target = new URL(event.notification.data?.path ?? "/", location.origin);
  if (target.origin !== location.origin) return;
  event.waitUntil(show(target));
});

/** Brings the desk that is open to the front and tells it which question called, or opens it. */
async function show(target) {
  const windows = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const open = windows.find(({ url }) => new URL(url).pathname === target.pathname);
  if (!open) return clients.openWindow(target.href);
  open.postMessage({ offer: target.searchParams.get("offer") });
  return open.focus();
}
