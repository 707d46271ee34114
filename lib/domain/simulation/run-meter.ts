import type { Happening, Outcome } from "./world";

/** What one member carried in a run. Times in seconds. */
export type LoadFigures = {
  memberId: string;
  chats: number;
  /** The most chats that he carried at once. */
  most: number;
  /** Chats that began when he already carried as many as he takes as it is now. */
  overloads: number;
  presentSeconds: number;
  /** Of the time in which he was there. */
  fullSeconds: number;
};

export type RunFigures = {
  questions: number;
  answered: number;
  /** Nobody came: given up by the visitor, or left. */
  missed: number;
  abandoned: number;
  left: number;
  /** When those were asked whom nobody came to, in seconds from the run's start. */
  missedAt: readonly number[];
  promisesKept: number;
  promisesBroken: number;
  /** Seconds until a helper came, of those to whom one did, shortest first. */
  waits: readonly number[];
  offers: number;
  overloads: number;
  loads: readonly LoadFigures[];
};

type Carrying = LoadFigures & { carries: number; isThere: boolean; since: number };

/** Adds up what a run did, or what the past did, told as happenings. */
export class RunMeter {
  readonly #members: Map<string, Carrying>;
  readonly #people: Map<string, { capacity: number; usual: number }>;
  readonly #outcomes: Outcome[] = [];

  /** `capacity` is that of the run, `usual` what the member takes as it is now. */
  constructor(people: readonly { memberId: string; capacity: number; usual: number }[]) {
    this.#people = new Map(people.map((person) => [person.memberId, person]));
    this.#members = new Map(
      people.map(({ memberId }) => [
        memberId,
        {
          memberId,
          chats: 0,
          most: 0,
          overloads: 0,
          presentSeconds: 0,
          fullSeconds: 0,
          carries: 0,
          isThere: false,
          since: 0,
        },
      ]),
    );
  }

  readonly hear = (happening: Happening): boolean => {
    if (happening.kind === "over") this.#outcomes.push(happening.outcome);
    const member = "memberId" in happening ? this.#members.get(happening.memberId) : undefined;
    if (!member) return true;
    this.#pass(member, happening.at);
    if (happening.kind === "present") member.isThere = true;
    if (happening.kind === "absent") member.isThere = false;
    if (happening.kind === "joined") {
      const { usual = 0 } = this.#people.get(member.memberId) ?? {};
      if (member.carries >= usual) member.overloads += 1;
      member.carries += 1;
      member.chats += 1;
      member.most = Math.max(member.most, member.carries);
    }
    if (happening.kind === "freed") member.carries = Math.max(0, member.carries - 1);
    return true;
  };

  /** Time passes for one member, in milliseconds from the run's start. */
  #pass(member: Carrying, at: number): void {
    const { capacity = 1 } = this.#people.get(member.memberId) ?? {};
    const seconds = Math.max(0, at - member.since) / 1000;
    member.since = at;
    if (!member.isThere) return;
    member.presentSeconds += seconds;
    if (member.carries >= capacity) member.fullSeconds += seconds;
  }

  figures(): RunFigures {
    const count = (is: (outcome: Outcome) => boolean) => this.#outcomes.filter(is).length;
    const loads = [...this.#members.values()].map(
      ({ carries: _, isThere: __, since: ___, ...load }): LoadFigures => load,
    );
    return {
      questions: this.#outcomes.length,
      answered: count(({ as }) => as === "answered"),
      missed: count(({ as }) => as !== "answered"),
      abandoned: count(({ as }) => as === "abandoned"),
      left: count(({ as }) => as === "left"),
      missedAt: this.#outcomes.filter(({ as }) => as !== "answered").map(({ askedAt }) => askedAt),
      promisesKept: count(({ promiseKept }) => promiseKept === true),
      promisesBroken: count(({ promiseKept }) => promiseKept === false),
      waits: this.#outcomes
        .filter(({ as }) => as === "answered")
        .map(({ waited }) => waited)
        .sort((a, b) => a - b),
      offers: this.#outcomes.reduce((sum, { offers }) => sum + offers, 0),
      overloads: loads.reduce((sum, { overloads }) => sum + overloads, 0),
      loads,
    };
  }
}

/** The value that a part of all do not exceed; null of nothing. `sorted`: smallest first. */
export function quantileOf(sorted: readonly number[], part: number): number | null {
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? null;
}

/** The share of judged promises that were kept; null where none was judged. */
export function keptShare({ promisesKept, promisesBroken }: RunFigures): number | null {
  const judged = promisesKept + promisesBroken;
  return judged === 0 ? null : promisesKept / judged;
}

/** The share of their time at the desk in which members were full; null where nobody was there. */
export function fullShare({ loads }: RunFigures): number | null {
  const present = loads.reduce((sum, { presentSeconds }) => sum + presentSeconds, 0);
  return present === 0 ? null : loads.reduce((sum, { fullSeconds }) => sum + fullSeconds, 0) / present;
}
