import { Agenda, type Entry } from "./agenda";

/** The clock of a run, and what is planned on it. */
export class Timeline {
  readonly #agenda = new Agenda();
  /** What happens at this very moment, before time goes on. */
  readonly #atOnce: (() => void)[] = [];
  /** Milliseconds from the run's start. */
  now = 0;

  constructor(readonly startsAt: Date) {}

  /** Goes on to the next thing that was planned, and does it; false when there is none. */
  next(): boolean {
    const entry = this.#agenda.take();
    if (!entry) return false;
    this.now = entry.at;
    entry.run();
    return true;
  }

  /** Does the next thing of this moment; false when there is none. */
  nextAtOnce(): boolean {
    const run = this.#atOnce.shift();
    run?.();
    return run !== undefined;
  }

  /** At so many seconds from the run's start. */
  at(seconds: number, run: () => void): Entry {
    return this.#agenda.plan(ms(seconds), run);
  }

  on(date: Date, run: () => void): Entry {
    return this.#agenda.plan(date.getTime() - this.startsAt.getTime(), run);
  }

  in(seconds: number, run: () => void): Entry {
    return this.#agenda.plan(this.now + ms(seconds), run);
  }

  /** As `in`, for what cannot be called off: what takes no time happens before anything else does. */
  soon(seconds: number, run: () => void): void {
    if (ms(seconds) === 0) this.#atOnce.push(run);
    else this.in(seconds, run);
  }

  callOff(entry: Entry | undefined): void {
    if (entry) this.#agenda.callOff(entry);
  }

  /** So many seconds from now on the calendar; without an argument, now. */
  date(seconds = 0): Date {
    return new Date(this.startsAt.getTime() + this.now + ms(seconds));
  }

  /** So many seconds from the run's start on the calendar; its last day for never. */
  dateAt(seconds: number): Date {
    return seconds === Number.POSITIVE_INFINITY
      ? new Date(8.64e15)
      : new Date(this.startsAt.getTime() + ms(seconds));
  }
}

const ms = (seconds: number) => Math.round(seconds * 1000);
