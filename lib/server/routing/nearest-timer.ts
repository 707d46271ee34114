/**
 * Calls `run` at the nearest of all moments that it is told of, each as milliseconds from now. Later ones are forgotten
 * by then: whoever runs sees for himself what comes next.
 */
export function nearestTimer(run: () => void): { within(ms: number): void; stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  // By a clock that nobody sets.
  let due = Number.POSITIVE_INFINITY;
  return {
    within(ms) {
      const at = performance.now() + ms;
      if (due <= at) return;
      clearTimeout(timer);
      due = at;
      timer = setTimeout(() => {
        due = Number.POSITIVE_INFINITY;
        run();
      }, ms);
    },
    stop: () => clearTimeout(timer),
  };
}
