import { type Availability, spokenIn } from "@/lib/domain/targeting/launcher";
import { buttonText, isButtonShown, newer } from "./button";
import { listen } from "./channel";
import { createEvents, takeCommands } from "./commands";
import { createFrame } from "./frame";
import { createLauncher } from "./launcher";
import { createMemory } from "./memory";
import { watchAddress } from "./navigation";
import { watchPolicy } from "./policy";
import type { PageContext } from "./protocol";
import { say } from "./say";
import { fetchSite, type Site } from "./site";
import { markTitle } from "./title";

const ASK_MS = 30_000;

function begin(origin: string, key: string, language: "en" | "fr", theme: string | undefined): void {
  const memory = createMemory(key);
  const events = createEvents();
  const luck = Math.random();
  const hosts = [new URL(origin).host];
  let context: PageContext = {};
  let token: string | null = null;
  let forget = false;
  let site: Site | null = null;
  let availability: Availability | null = null;
  let { known, running, opened, banned } = memory.recall();
  let unread = 0;
  let live = false;
  let failures = 0;
  let asking: ReturnType<typeof setTimeout> | undefined;
  /** Draws what has changed, and tells the panel. `moves` takes the focus along. */
  let update: (moves?: boolean) => void = () => {};

  function keep(): void {
    memory.keep(known, running, opened, banned);
  }

  function show(value: boolean): void {
    if (value !== opened) events.emit(value ? "open" : "close");
    opened = value;
    keep();
    update(true);
  }

  const isAlone = takeCommands({
    open: () => show(true),
    close: () => show(false),
    context(given) {
      context = { ...context, ...given };
      update();
    },
    identify(given) {
      token = given;
      update();
    },
    logout() {
      token = null;
      // Who never asked has nothing to be forgotten.
      forget = known;
      update();
    },
    on: events.on,
  });
  if (!isAlone) return;

  /** Asks now, and again while the line is not live. No answer means that nobody can say who is there. */
  async function ask(): Promise<void> {
    asking = clearTimeout(asking) as undefined;
    const answer = await fetchSite(origin, key, language);
    failures = answer ? 0 : failures + 1;
    if (answer && !site) mount(answer);
    if (!site) say(`no site ${key} for ${location.origin}`);
    hear(answer?.availability ?? null);
    // While our server is away we look in more and more rarely, because each failure shows in the page's console.
    if (!live) askLater(ASK_MS * Math.min(10, 2 ** failures) * (0.5 + Math.random() / 2));
  }
  function askLater(ms: number): void {
    asking ??= setTimeout(ask, ms);
  }

  function hear(heard: Availability | null): void {
    const before = availability;
    availability = newer(availability, heard && spokenIn(heard, language));
    update();
    if (availability && availability !== before)
      events.emit("availability", { kind: availability.kind, online: availability.online });
  }

  function mount(answer: Site): void {
    site = answer;
    const { id, realtime, pages, words } = site;
    const launcher = createLauncher(
      theme,
      site,
      () => show(!opened),
      () => show(false),
    );
    const frame = createFrame(
      launcher.panel,
      origin,
      `/panel?site=${key}&lang=${language}&theme=${theme}`,
      words.panelTitle,
      () => {
        markTitle(0);
        const { title } = document;
        markTitle(unread);
        return {
          shown: opened,
          // No query: it may hold what is nobody's business.
          context: { ...context, page: { url: location.origin + location.pathname, title } },
          availability: availability ?? answer.availability,
          token,
          forget,
        };
      },
      (message) => {
        if (message.kind === "minimise") return show(false);
        if (message.kind === "event") return events.emit(message.name, message.detail);
        ({ known, running, unread, banned } = message);
        forget &&= known;
        keep();
        update();
      },
    );

    update = (moves) => {
      const hadFocus = launcher.hasFocus();
      launcher.show({
        ...buttonText(words, { availability, running, unread }),
        isShown: isButtonShown({
          pages,
          path: location.pathname,
          availability,
          luck,
          running,
          opened,
          isBanned: banned > Date.now(),
        }),
        opened,
        people: availability?.faces ?? [],
        unread: opened ? 0 : unread,
      });
      // Only after an earlier question does the panel load unasked: it knows what has come since, or whether a ban holds.
      if (running || opened || forget || banned) frame.load();
      frame.tell();
      if (!moves) return;
      if (opened || hadFocus) (opened ? frame : launcher).takeFocus();
    };

    const line = () =>
      listen(
        realtime,
        `cache-site-${id}`,
        (name, data) => {
          if (name === "availability") hear(data as Availability);
        },
        () => void ask(),
        (value) => {
          const isLost = live && !value;
          live = value;
          if (live || isLost) asking = clearTimeout(asking) as undefined;
          // A lost line is asked about at once, each browser at its own moment.
          if (!live) askLater(isLost ? 1_000 * Math.random() : ASK_MS);
        },
      );
    let stop = line();
    // A page that the browser sets aside keeps no line.
    addEventListener("pagehide", () => stop());
    addEventListener("pageshow", (event) => {
      if (event.persisted) stop = line();
    });
    document.addEventListener("visibilitychange", () => update());
    watchAddress(() => {
      // What one page said of its product is not true of the next.
      context = { ...context, product: null, topic: null };
      update();
      // The page's title follows its address.
      setTimeout(update, 500);
    });
    // Another tab asked, finished, or was left.
    addEventListener("storage", (event) => {
      if (event.key !== memory.name) return;
      ({ known, running, banned } = memory.recall());
      update();
    });
    hosts.push(`${realtime.host}:${realtime.port}`, realtime.host);
  }

  watchPolicy(hosts);
  void ask();
}

/** Our script tag names the site; without it there is nothing to begin. */
const script = (document.currentScript ??
  document.querySelector("script[data-site]")) as HTMLScriptElement | null;
const { site, lang, theme } = script?.dataset ?? {};
if (script && site) {
  const start = () => {
    // The host's page must never notice a fault of ours.
    try {
      const isFrench = /^fr/i.test(lang ?? document.documentElement.lang);
      begin(new URL(script.src).origin, encodeURIComponent(site), isFrench ? "fr" : "en", theme);
    } catch {}
  };
  if (document.body) start();
  else addEventListener("DOMContentLoaded", start);
}
