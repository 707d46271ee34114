import type { Availability } from "@/lib/domain/targeting/launcher";
import { buttonText, isButtonShown, newer } from "./button";
import { listen } from "./channel";
import { takeCommands } from "./commands";
import { createFrame } from "./frame";
import { createLauncher } from "./launcher";
import { createMemory } from "./memory";
import { watchAddress } from "./navigation";
import type { PageContext } from "./protocol";
import { fetchSite, type Site } from "./site";

const ASK_MS = 30_000;
/** While our server is away we look in more and more rarely, because each failure shows in the page's console. */
const MOST_ASK_MS = 300_000;

type Place = { origin: string; key: string; language: "en" | "fr"; theme: string | undefined };

/** Our script tag's site and address; null when the tag cannot be told. */
function findPlace(): Place | null {
  const script = (document.currentScript ??
    document.querySelector("script[data-site][src*='/widget.js']")) as HTMLScriptElement | null;
  const { site, lang, theme } = script?.dataset ?? {};
  if (!script || !site) return null;
  const language = (lang ?? document.documentElement.lang).toLowerCase().startsWith("fr") ? "fr" : "en";
  return { origin: new URL(script.src).origin, key: site, language, theme };
}

/** A line of the page that our server may see: no query, which may hold what is nobody's business. */
const currentPage = () => ({
  url: (location.origin + location.pathname).slice(0, 2_000),
  title: document.title.slice(0, 300),
});

function begin(place: Place): void {
  const memory = createMemory(place.key);
  const luck = Math.random();
  let context: PageContext = {};
  let token: string | null = null;
  let wantsOpen = false;
  let mounted: ReturnType<typeof mount> | null = null;

  const alone = takeCommands({
    open() {
      wantsOpen = true;
      mounted?.open();
    },
    close() {
      wantsOpen = false;
      mounted?.close();
    },
    context(given) {
      context = { ...context, ...given };
      mounted?.tellContext();
    },
    identify(given) {
      token = given;
      mounted?.tellIdentity(given);
    },
  });
  if (!alone) return;

  let failures = 0;
  const ask = async () => {
    const site = await fetchSite(place.origin, place.key, place.language);
    if (!site) {
      failures += 1;
      setTimeout(ask, Math.min(MOST_ASK_MS, ASK_MS * 2 ** failures) * (0.5 + Math.random()));
      return;
    }
    mounted = mount(site);
    if (wantsOpen) mounted.open();
  };
  void ask();

  function mount(site: Site) {
    let availability: Availability | null = site.availability;
    let running = memory.isRunning();
    let unread = 0;
    let opened = false;
    let asking: ReturnType<typeof setTimeout> | undefined;
    let failed = 0;

    const launcher = createLauncher({
      theme: place.theme,
      onPress: () => (opened ? close() : open()),
      onEscape: close,
    });
    const query = new URLSearchParams({ site: place.key, lang: place.language, theme: place.theme ?? "" });
    const frame = createFrame({
      place: launcher.panel,
      src: `${place.origin}/panel?${query}`,
      title: site.words.panelTitle,
      hello: () => ({
        kind: "hello",
        shown: opened,
        context: { ...context, page: currentPage() },
        availability: availability ?? site.availability,
        token,
      }),
      onMessage(message) {
        if (message.kind === "minimise") return close();
        ({ running, unread } = message);
        memory.setRunning(running);
        memory.setOpen(running && opened);
        draw();
      },
    });

    function draw(): void {
      launcher.keep();
      const at = { pages: site.pages, path: location.pathname, availability, luck, running, opened };
      launcher.show({
        ...buttonText(site.words, { availability, running, unread }),
        shown: isButtonShown(at),
        opened,
        faces: availability?.faces ?? [],
        unread: opened ? 0 : unread,
      });
    }

    function setOpened(value: boolean): void {
      if (opened === value) return;
      opened = value;
      memory.setOpen(running && opened);
      if (opened) frame.load();
      draw();
      frame.send({ kind: "shown", shown: opened });
    }
    function open(): void {
      setOpened(true);
      frame.focus();
    }
    function close(): void {
      if (!opened) return;
      setOpened(false);
      launcher.focus();
    }

    function hear(heard: Availability | null): void {
      availability = heard && newer(availability, heard);
      if (availability) frame.send({ kind: "availability", availability });
      draw();
    }

    let live = false;
    /** Asks now, and again while the line is not live. No answer means that nobody can say who is there. */
    async function askAgain(): Promise<void> {
      clearTimeout(asking);
      asking = undefined;
      const answer = await fetchSite(place.origin, place.key, place.language);
      failed = answer ? 0 : failed + 1;
      hear(answer?.availability ?? null);
      if (!live) askLater(Math.min(MOST_ASK_MS, ASK_MS * 2 ** failed));
    }
    function askLater(ms: number): void {
      asking ??= setTimeout(askAgain, ms);
    }

    const line = () =>
      listen({
        realtime: site.realtime,
        channel: `cache-site-${site.id}`,
        onEvent(name, data) {
          if (name === "availability") hear(data as Availability);
        },
        onMiss: () => void askAgain(),
        onLive(value) {
          const lost = live && !value;
          live = value;
          if (live || lost) {
            clearTimeout(asking);
            asking = undefined;
          }
          // A lost line is asked about at once, each browser at its own moment.
          if (!live) askLater(lost ? 1_000 * Math.random() : ASK_MS);
        },
      });
    let listening = line();
    // A page that the browser sets aside keeps no line; one that it brings back asks at once.
    addEventListener("pagehide", () => listening.stop());
    addEventListener("pageshow", (event) => {
      if (!event.persisted) return;
      listening = line();
      void askAgain();
    });

    function tellContext(): void {
      frame.send({ kind: "context", context: { ...context, page: currentPage() } });
    }
    watchAddress(() => {
      // What one page said of its product is not true of the next.
      context = { ...context, product: null, topic: null };
      draw();
      // The page's title follows its address.
      setTimeout(tellContext, 500);
    });
    // Another tab asked, or finished.
    addEventListener("storage", (event) => {
      if (event.key !== memory.name) return;
      running = memory.isRunning();
      if (running) frame.load();
      draw();
    });

    draw();
    // Only after an earlier question does the panel load unasked: it knows what has come since.
    if (running) {
      frame.load();
      if (memory.wasOpen()) setOpened(true);
    }
    return {
      open,
      close,
      tellContext,
      tellIdentity: (given: string) => frame.send({ kind: "identify", token: given }),
    };
  }
}

/** The host's page must never notice a fault of ours. */
function quietly(run: () => void): void {
  try {
    run();
  } catch {}
}

const place = findPlace();
if (place) {
  if (document.body) quietly(() => begin(place));
  else addEventListener("DOMContentLoaded", () => quietly(() => begin(place)));
}
