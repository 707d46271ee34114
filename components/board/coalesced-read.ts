export type CoalescedRead = {
  /** Settles as the first reading does that begins from now on. */
  ask(): Promise<void>;
  /** What was asked and has not begun never settles. */
  close(): void;
};

type Waiting = { promise: Promise<void>; resolve: () => void; reject: (error: unknown) => void };

function waiting(): Waiting {
  let resolve: Waiting["resolve"] = () => {};
  let reject: Waiting["reject"] = () => {};
  const promise = new Promise<void>((onDone, onFailed) => {
    resolve = onDone;
    reject = onFailed;
  });
  return { promise, resolve, reject };
}

/**
 * Reads when asked: one reading at a time, and the next one begins `pauseMs` milliseconds after the last began, at the
 * earliest. However often it is asked meanwhile, one more reading answers all. `now` in epoch milliseconds.
 */
export function createCoalescedRead({
  read,
  pauseMs,
  now = Date.now,
}: {
  read: () => Promise<void>;
  pauseMs: number;
  now?: () => number;
}): CoalescedRead {
  let next: Waiting | null = null;
  let isReading = false;
  let beganAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let closed = false;

  function plan(): void {
    if (closed || isReading || !next || timer !== undefined) return;
    timer = setTimeout(() => void run(), Math.max(0, beganAt + pauseMs - now()));
  }

  async function run(): Promise<void> {
    timer = undefined;
    const answered = next;
    next = null;
    isReading = true;
    beganAt = now();
    try {
      await read();
      answered?.resolve();
    } catch (error) {
      answered?.reject(error);
    } finally {
      isReading = false;
      plan();
    }
  }

  return {
    ask() {
      next ??= waiting();
      const { promise } = next;
      plan();
      return promise;
    },
    close() {
      closed = true;
      clearTimeout(timer);
    },
  };
}
