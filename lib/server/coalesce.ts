/**
 * Runs a task for each key one at a time. Who asks while it runs shares one more run, which begins after that one and so
 * sees whatever he did before; `merge` makes one input of theirs.
 */
export function coalesce<T>(
  run: (input: T) => Promise<void>,
  keyOf: (input: T) => string,
  merge: (one: T, other: T) => T,
): (input: T) => Promise<void> {
  const running = new Map<string, Promise<void>>();
  const waiting = new Map<string, { input: T; done: Promise<void> }>();

  function start(key: string, input: T): Promise<void> {
    const done = run(input).finally(() => {
      if (running.get(key) === done) running.delete(key);
    });
    running.set(key, done);
    return done;
  }

  return (input) => {
    const key = keyOf(input);
    const before = running.get(key);
    if (!before) return start(key, input);
    const next = waiting.get(key);
    if (next) {
      next.input = merge(next.input, input);
      return next.done;
    }
    const begin = () => {
      const { input: merged } = waiting.get(key) ?? { input };
      waiting.delete(key);
      return start(key, merged);
    };
    // A run that failed has told its own askers.
    const done = before.then(begin, begin);
    waiting.set(key, { input, done });
    return done;
  };
}
