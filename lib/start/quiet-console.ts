import { log } from "@/lib/server/log";

/**
 * Sends errors that other code prints, Next above all for a page that failed, through the log, which keeps what they
 * quote of people to itself. Words without an error go on as they are: they are about the program.
 *
 * @returns how to take that back
 */
export function quietConsole(): () => void {
  const before = { error: console.error, warn: console.warn };
  for (const level of ["error", "warn"] as const) {
    console[level] = (...words: unknown[]) => {
      const error = words.find((word) => typeof word === "object" && word !== null);
      if (error === undefined) before[level](...words);
      else log[level]({ error }, "a page or a package reported an error");
    };
  }
  return () => {
    Object.assign(console, before);
  };
}

/** Ends a process that broke with its error in the log; Node alone would print the error whole. Next has its own way. */
export function endQuietly(exit: (code: number) => void = process.exit): void {
  process.once("uncaughtException", (error) => {
    log.error({ error }, "the process broke");
    exit(1);
  });
}
