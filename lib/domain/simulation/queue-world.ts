import { type BrandSettings, defaultSettings } from "@/lib/domain/brand/settings";
import { draw } from "./distribution";
import { randomOf } from "./random";
import type { Arrival, SimulatedPerson, World } from "./world";

/** One queue of the textbooks: rates per mean service time, who serves whom, who is preferred. */
export type QueueModel = {
  /** Arrivals in a mean service time, by class. */
  classes: readonly { topicId: string; arrivals: number }[];
  /** What each server serves. */
  servers: readonly { topicIds: readonly string[]; isPreferred?: boolean }[];
  /** How many of those who wait give up in a mean service time, each; 0 for the patient. */
  patience: number;
  prefers: "specialist" | "longest-idle" | "marked";
};

/** A mean service time of the models, long enough that whole milliseconds change no figure. */
export const serviceSeconds = 100;

/** So far away that no timer of routing ever rings: the textbooks' queues have none. */
const never = 1e9;

const weightOf = {
  specialist: "narrownessWeight",
  "longest-idle": "idleWeight",
  marked: "ownershipWeight",
} as const;

/** Settings under which routing is a queue of the textbooks: nothing widens, nobody is left, one term alone ranks. */
export function queueSettings({ prefers }: Pick<QueueModel, "prefers">): BrandSettings {
  return {
    ...defaultSettings,
    skillWeight: 0,
    ownershipWeight: 0,
    narrownessWeight: 0,
    idleWeight: 0,
    [weightOf[prefers]]: 1,
    exploreShare: 0,
    targetSeconds: never,
    promiseSeconds: never,
    waitLimitSeconds: never,
  };
}

/** The model as a brand: servers are experts with one place who are always there and accept at once. */
export function queueWorld(model: QueueModel, seed: number): World {
  const people: SimulatedPerson[] = model.servers.map(({ topicIds }, index) => ({
    memberId: `server-${String(index).padStart(4, "0")}`,
    kind: "owner",
    languages: ["en"],
    capacity: 1,
    hasHelped: true,
    topics: topicIds.map((topicId) => ({ topicId, thanks: 0, misses: 0 })),
    presence: [{ from: 0, to: Number.POSITIVE_INFINITY, end: "gone" }],
  }));
  const owners = new Set(
    people.filter((_, index) => model.servers[index]?.isPreferred).map(({ memberId }) => memberId),
  );
  return {
    startsAt: new Date(0),
    people,
    arrivals: poisson(model, owners, seed),
    react: () => ({ deliveredAfter: 0, answer: "accept", after: 0 }),
    backAfter: never,
  };
}

/** Endless. Each purpose has its own stream, so that one more server meets the same customers. */
function* poisson(model: QueueModel, owners: ReadonlySet<string>, seed: number): Generator<Arrival> {
  const [gap, kind, work, wait] = ["gap", "kind", "work", "wait"].map((word) => randomOf(seed, word));
  if (!gap || !kind || !work || !wait) return;
  const all = model.classes.reduce((sum, { arrivals }) => sum + arrivals, 0);
  const between = { kind: "exponential", mean: serviceSeconds / all } as const;
  const service = { kind: "exponential", mean: serviceSeconds } as const;
  let at = 0;
  for (let number = 0; ; number++) {
    at += draw(between, gap);
    let pick = kind() * all;
    const topic = model.classes.find(({ arrivals }) => {
      pick -= arrivals;
      return pick < 0;
    });
    yield {
      id: String(number).padStart(9, "0"),
      at,
      language: "en",
      audience: "anybody",
      topicId: topic?.topicId ?? null,
      chance: 0.5,
      patience:
        model.patience > 0
          ? draw({ kind: "exponential", mean: serviceSeconds / model.patience }, wait)
          : Number.POSITIVE_INFINITY,
      answerAfter: 0,
      chatSeconds: draw(service, work),
      owners,
    };
  }
}
