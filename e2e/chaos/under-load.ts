import { setTimeout as pause } from "node:timers/promises";
import { checkAtRest, checkAtWork } from "@/e2e/chaos/checks";
import type { Outcome } from "@/e2e/chaos/fault";
import { told } from "@/e2e/chaos/judge";
import { type Crowd, openCrowd } from "@/e2e/chaos/people/crowd";
import type { World } from "@/e2e/chaos/world";
import type { ProductServer } from "@/e2e/support/server";

/** The longest after a fault until a question is answered that had no answer yet. */
const RECOVERY_SECONDS = 10;
const WARM_QUESTIONS = 6;
const WARM_SECONDS = 40;
/** So long is looked for an answer before the fault counts as not overcome at all. */
const PATIENCE_SECONDS = 60;
const REST_SECONDS = 120;
/** What the product's own eye on its promises says, and mends, when it sees one broken. */
const CONFESSIONS = [
  "questions wait while somebody could take them",
  "a member's load is not what he carries",
];

/** What a fault says while it happens. */
export type Happening = {
  crowd: Crowd;
  /** A sentence about what was done. */
  did(sentence: string): void;
  /** Something counted. */
  count(what: string, number: number): void;
  /** The fault is over: from here the recovery is measured. The last call counts; without one, it is the return. */
  over(): void;
};

/**
 * Opens a brand's people, lets `fault` happen among them, waits until the product is itself again and everybody has
 * finished, and compares what was promised with what is.
 */
export async function underLoad(
  world: World,
  fault: (happening: Happening) => Promise<void>,
): Promise<Outcome> {
  const did: string[] = [];
  const counts: Record<string, number> = {};
  const problems: string[] = [];
  const crowd = await openCrowd(world);
  const { record } = crowd;
  const before = new Map([world.web, world.worker].map((server) => [server, confessions(server)]));
  const answered = () => [...record.questions.values()].filter(({ answeredAt }) => answeredAt !== null);
  try {
    if (!(await crowd.until(() => answered().length >= WARM_QUESTIONS, WARM_SECONDS)))
      throw new Error(`Only ${answered().length} questions were answered before the fault.`);

    const begunAt = performance.now();
    let overAt = 0;
    await fault({
      crowd,
      did: (sentence) => {
        did.push(sentence);
        world.say(sentence);
      },
      count: (what, number) => {
        counts[what] = number;
      },
      over: () => {
        overAt = performance.now();
      },
    });
    overAt ||= performance.now();
    counts.answeredMeanwhile = answered().filter(
      ({ answeredAt }) => (answeredAt ?? 0) > begunAt && (answeredAt ?? 0) < overAt,
    ).length;

    const later = () => answered().filter(({ answeredAt }) => (answeredAt ?? 0) > overAt);
    const asked = () => later().filter(({ askedAt }) => askedAt > overAt);
    await crowd.until(() => asked().length > 0, PATIENCE_SECONDS);
    const first = (found: readonly { answeredAt: number | null }[]) =>
      (Math.min(...found.map(({ answeredAt }) => answeredAt ?? 0)) - overAt) / 1000;
    const recoverySeconds = first(later());
    // A new question stands at the end of the queue: how soon it is answered says more of the queue than of the fault.
    counts.newQuestionSeconds = Number(first(asked()).toFixed(1));
    problems.push(...told(asked().length > 0 ? 0 : 1, "minute went by without an answer to a new question"));
    if (recoverySeconds > RECOVERY_SECONDS)
      problems.push(`The first question after the fault was answered ${sayTime(recoverySeconds)}.`);
    counts.recoverySeconds = Number(recoverySeconds.toFixed(1));
    await crowd.until(() => crowd.liveHelpers() === crowd.helpers, PATIENCE_SECONDS);
    counts.allLiveSeconds = Number(((performance.now() - overAt) / 1000).toFixed(1));
    problems.push(...told(crowd.helpers - crowd.liveHelpers(), "helpers' screens hear no events any more"));

    await pause(1_000);
    problems.push(...(await checkAtWork(crowd)));
    if (!(await crowd.rest(REST_SECONDS))) problems.push("Not every visitor came to the end of his chat.");
    const { found, problems: promised } = await checkAtRest(crowd);
    for (const server of [world.web, world.worker]) {
      const more = confessions(server) - (before.get(server) ?? 0);
      problems.push(
        ...told(more, "times the product itself saw a question or a load go wrong, and mended it"),
      );
    }
    return { did, found: { ...found, ...counts }, problems: [...problems, ...promised] };
  } finally {
    crowd.close();
  }
}

const sayTime = (seconds: number) =>
  Number.isFinite(seconds) ? `after ${seconds.toFixed(1)} s` : "not at all";

function confessions(server: ProductServer): number {
  const output = server.output();
  return CONFESSIONS.reduce((sum, words) => sum + output.split(words).length - 1, 0);
}
