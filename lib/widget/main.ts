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
    document.querySelector("script[data-site]")) as HTMLScriptElement | null;
  const { site, lang, theme } = script?.dataset ?? {};
  if (!script || !site) return null;
  const language = (lang ?? document.documentElement.lang).toLowerCase().startsWith("fr") ? "fr" : "en";
  return { origin: new URL(script.src).origin, key: site, language, theme };
}

function begin(place: Place): void {
  const memory = createMemory(place.key);
  const luck = Math.random();
  let context: PageContext = {};
  let token: string | null = null;
  let mounted: ReturnType<typeof mount> | null = null;
  let availability: Availability | null = null;
  let running = memory.isRunning();
  let unread = 0;
  let opened = running && memory.wasOpen();
  let live = false;
  let failures = 0;
  let asking: ReturnType<typeof setTimeout> | undefined;

  function show(value: boolean): void {
    opened = value;
    mounted?.opened();
  }
  const alone = takeCommands({
    open: () => show(true),
    close: () => show(false),
    context(given) {
      context = { ...context, ...given };
      mounted?.tellContext();
    },
    identify(given) {
      token = given;
      mounted?.send({ kind: "identify", token });
    },
  });
  if (!alone) return;

  /** Asks now, and again while the line is not live. No answer means that nobody can say who is there. */
  async function ask(): Promise<void> {
    asking = clearTimeout(asking) as undefined;
    const site = await fetchSite(place.origin, place.key, place.language);
    failures = site ? 0 : failures + 1;
    if (site) mounted ??= mount(site);
    hear(site?.availability ?? null);
    if (!live) askLater(Math.min(MOST_ASK_MS, ASK_MS * 2 ** failures) * (0.5 + Math.random() / 2));
  }
  function askLater(ms: number): void {
    asking ??= setTimeout(ask, ms);
  }

  function hear(heard: Availability | null): void {
    availability = heard && newer(availability, heard);
    if (availability) mounted?.send({ kind: "availability", availability });
    mounted?.draw();
  }

  function mount(site: Site) {
    const launcher = createLauncher({
      theme: place.theme,
      onPress: () => show(!opened),
      onEscape: () => show(false),
    });
    const query = new URLSearchParams({ site: place.key, lang: place.language, theme: place.theme ?? "" });
    const currentContext = () => ({
      ...context,
      // No query: it may hold what is nobody's business.
      page: {
        url: (location.origin + location.pathname).slice(0, 2_000),
        title: document.title.slice(0, 300),
      },
    });
    const frame = createFrame({
      place: launcher.panel,
      src: `${place.origin}/panel?${query}`,
      title: site.words.panelTitle,
      hello: () => ({
        kind: "hello",
        shown: opened,
        context: currentContext(),
        availability: availability ?? site.availability,
        token,
      }),
      onMessage(message) {
        if (message.kind === "minimise") return show(false);
        ({ running, unread } = message);
        memory.keep(running, opened);
        draw();
      },
    });

    function draw(): void {
      launcher.show({
        ...buttonText(site.words, { availability, running, unread }),
        shown: isButtonShown({
          pages: site.pages,
          path: location.pathname,
          availability,
          luck,
          running,
          opened,
        }),
        opened,
        faces: availability?.faces ?? [],
        unread: opened ? 0 : unread,
      });
    }

    function tellContext(): void {
      frame.send({ kind: "context", context: currentContext() });
    }

    const line = () =>
      listen({
        realtime: site.realtime,
        channel: `cache-site-${site.id}`,
        onEvent(name, data) {
          if (name === "availability") hear(data as Availability);
        },
        onMiss: ask,
        onLive(value) {
          const lost = live && !value;
          live = value;
          if (live || lost) asking = clearTimeout(asking) as undefined;
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
      void ask();
    });
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

    // Only after an earlier question does the panel load unasked: it knows what has come since.
    if (running || opened) frame.load();
    return {
      draw,
      send: frame.send,
      tellContext,
      opened() {
        memory.keep(running, opened);
        if (opened) frame.load();
        draw();
        frame.send({ kind: "shown", shown: opened });
        if (opened) frame.focus();
        else launcher.focus();
      },
    };
  }

  void ask();
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
