import { now } from "@/lib/server/clock";
import { log } from "@/lib/server/log";

/** One for the process, which holds two copies of every module. */
type Paces = { areKept: boolean; next: Map<string, number>; timers: Map<string, NodeJS.Timeout> };

function paces(): Paces {
  const shared = globalThis as { entraidePaces?: Paces };
  shared.entraidePaces ??= { areKept: false, next: new Map(), timers: new Map() };
  return shared.entraidePaces;
}

/** Whether paced tasks wait for each other's pause: where a process lives on to make up for what it puts off. */
export function keepPaces(areKept: boolean): void {
  const { timers } = paces();
  paces().areKept = areKept;
  if (areKept) return;
  for (const timer of timers.values()) clearTimeout(timer);
  timers.clear();
}

/**
 * `run` for what happens many times a second: at once after a pause, else at the pause's end, and then once for all who
 * asked, each key by itself. Does not wait for what it puts off.
 * @param name is its own among all paced tasks
 */
export function paced({
  name,
  pauseMs,
  run,
}: {
  name: string;
  pauseMs: number;
  run: (key: string, at: Date) => Promise<void>;
}): (key: string, at: Date) => Promise<void> {
  return async (key, at) => {
    const { areKept, next, timers } = paces();
    if (!areKept) return run(key, at);
    const id = `${name} ${key}`;
    if (timers.has(id)) return;
    const wait = (next.get(id) ?? 0) - performance.now();
    next.set(id, performance.now() + Math.max(0, wait) + pauseMs);
    if (wait <= 0) return run(key, at);
    const timer = setTimeout(() => {
      timers.delete(id);
      run(key, now()).catch((error: unknown) => log.error({ error, name, key }, "what was put off failed"));
    }, wait);
    timer.unref();
    timers.set(id, timer);
  };
}
