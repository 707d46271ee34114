/** The longest a polite end may take: less than the 30 s that service managers usually allow. */
const LIMIT_MS = 20_000;
/** Ctrl-C arrives twice under npm, from the terminal and from npm itself; a person's second one comes later. */
const SAME_PRESS_MS = 500;

export type Shutdown = {
  /** What must be ended; the last one added ends first. */
  add(name: string, end: () => Promise<unknown>): void;
  /** Ends everything added, one after the other. A part that fails is told and does not stop the rest. */
  run(): Promise<void>;
  /** Handles one signal: the first ends politely within 20 s, a later one at once. */
  signal(name: NodeJS.Signals): void;
  /** Whether the end has begun. */
  readonly begun: boolean;
};

type Surroundings = {
  say(sentence: string): void;
  exit(code: number): void;
  now?(): number;
  limitMs?: number;
};

/** Collects what a process has started, so that it can be ended at any moment, in order. */
export function createShutdown({
  say,
  exit,
  now = () => performance.now(),
  limitMs = LIMIT_MS,
}: Surroundings): Shutdown {
  const parts: { name: string; end: () => Promise<unknown> }[] = [];
  let running: Promise<void> | undefined;
  let firstAt: number | undefined;

  async function endAll(): Promise<void> {
    for (let part = parts.pop(); part; part = parts.pop()) {
      try {
        await part.end();
      } catch (error) {
        say(`${part.name} did not end well: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }

  const shutdown: Shutdown = {
    get begun() {
      return running !== undefined;
    },
    add(name, end) {
      parts.push({ name, end });
    },
    run() {
      running ??= endAll();
      return running;
    },
    signal() {
      if (firstAt !== undefined) {
        if (now() - firstAt >= SAME_PRESS_MS) exit(130);
        return;
      }
      firstAt = now();
      say("Stopping …");
      const limit = setTimeout(() => {
        say(`Not everything ended within ${limitMs / 1000} s; leaving it.`);
        exit(1);
      }, limitMs);
      void shutdown.run().then(() => {
        clearTimeout(limit);
        say("Stopped.");
        exit(0);
      });
    },
  };
  return shutdown;
}

/**
 * Starts something that runs until a signal ends it. When the start fails, what it had begun is ended before the
 * error goes on; an error that a signal has caused is nobody's business any more.
 */
export async function untilSignal(
  say: (sentence: string) => void,
  start: (shutdown: Shutdown) => Promise<void>,
): Promise<void> {
  const shutdown = createShutdown({ say, exit: process.exit });
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => shutdown.signal(name));
  try {
    await start(shutdown);
  } catch (error) {
    const interrupted = shutdown.begun;
    await shutdown.run();
    if (!interrupted) throw error;
  }
}
