import type { PageContext } from "./protocol";
import { say } from "./say";

/** What `entraide("on", …)` can listen to. */
export type EventName = "open" | "close" | "question" | "message" | "ended" | "availability";
type Listener = (detail?: object) => void;

/** The page's commands, as in `entraide("open")`. */
export type Commands = {
  open(): void;
  close(): void;
  /** As the page gave it: nobody has looked at it. */
  context(context: PageContext): void;
  identify(token: string): void;
  logout(): void;
  /** Calls back at each event of that name until the function that it gives is called. */
  on(event: EventName, listener: Listener): (() => void) | undefined;
};

type Queue = { (...call: unknown[]): unknown; q?: Iterable<unknown>[]; loaded?: boolean };

/**
 * Takes the page's calls, those made before the script was there first. False when another script of ours on this page
 * does already: two snippets make one button.
 */
export function takeCommands(commands: Commands): boolean {
  const page = window as unknown as { entraide?: Queue };
  const before = page.entraide;
  if (before?.loaded) {
    say("two snippets, the first counts");
    return false;
  }
  const taker: Queue = (name, ...values) => {
    // A mistake in the page's call must not break the page.
    try {
      if (Object.hasOwn(commands, name as string))
        return (commands[name as keyof Commands] as (...given: unknown[]) => unknown)(...values);
      sayUnknown(name, commands);
    } catch {}
  };
  taker.loaded = true;
  page.entraide = taker;
  for (const call of before?.q ?? []) taker(...call);
  return true;
}

function sayUnknown(name: unknown, known: object): void {
  say(`${name} is not one of ${Object.keys(known).join(", ")}`);
}

/** The page's listeners. `emit` calls them a moment later, so that their faults are theirs alone. */
export function createEvents() {
  const listeners: Record<EventName, Set<Listener>> = {
    open: new Set(),
    close: new Set(),
    question: new Set(),
    message: new Set(),
    ended: new Set(),
    availability: new Set(),
  };
  return {
    on(name: EventName, listener: Listener): (() => void) | undefined {
      if (Object.hasOwn(listeners, name)) {
        listeners[name].add(listener);
        return () => void listeners[name].delete(listener);
      }
      sayUnknown(name, listeners);
    },
    emit(name: EventName, detail?: object): void {
      for (const listener of listeners[name]) setTimeout(listener, 0, detail);
    },
  };
}
