import type { PageContext } from "./protocol";

/** `entraide("open")`, `entraide("close")`, `entraide("context", {…})`, `entraide("identify", token)`. */
export type Commands = {
  open(): void;
  close(): void;
  /** As the page gave it: nobody has looked at it. */
  context(context: PageContext): void;
  identify(token: string): void;
};

type Queue = { (...call: unknown[]): void; q?: ArrayLike<unknown>[]; loaded?: boolean };

/**
 * Takes the page's calls, those made before the script was there first. False when another script of ours on this page
 * does already: two snippets make one button.
 */
export function takeCommands(commands: Commands): boolean {
  const page = window as unknown as { entraide?: Queue };
  const before = page.entraide;
  if (before?.loaded) return false;
  const run = (name: unknown, value: unknown) => {
    // A mistake in the page's call must not break the page.
    try {
      if (Object.hasOwn(commands, name as string)) commands[name as keyof Commands](value as never);
    } catch {}
  };
  const taker: Queue = (name: unknown, value: unknown) => run(name, value);
  taker.loaded = true;
  page.entraide = taker;
  for (const call of before?.q ?? []) run(call[0], call[1]);
  return true;
}
