import { randomBytes } from "node:crypto";
import type { BrandSettings } from "@/lib/domain/brand/settings";
import { instantOf } from "@/lib/domain/calendar/zone";
import type { DemoPersona } from "@/lib/domain/demo/demo";
import { lastDays } from "@/lib/domain/simulation/calendar-days";
import { draw } from "@/lib/domain/simulation/distribution";
import { randomOf } from "@/lib/domain/simulation/random";
import { simulate } from "@/lib/domain/simulation/simulate";
import type { Arrival, Outcome, SimulatedPerson } from "@/lib/domain/simulation/world";
import type { AtDesk } from "./cast";
import { type WeekTalk, weekTalks } from "./week-talks";

/** A question of these days and what became of it. */
export type WeekQuestion = { arrival: Arrival; talk: WeekTalk; outcome: Outcome };
export type PastWeek = { startsAt: Date; desks: AtDesk[]; questions: WeekQuestion[] };

const days = 6;
const seed = 11;
/** When each is at his desk on a day, in hours of the wall clock. */
const desks: readonly { persona: DemoPersona; from: number; to: number }[] = [
  { persona: "julien", from: 9, to: 18 },
  { persona: "ingrid", from: 12, to: 13.5 },
  { persona: "ingrid", from: 18, to: 20 },
  { persona: "nadia", from: 18, to: 20.5 },
  { persona: "samir", from: 18.5, to: 20.5 },
];
/** When people ask: three in the day, then the evening's crowd, in minutes of the day. */
const daytime = [615, 755, 942];
const evening = { from: 1_122, questions: 8, every: 4 };

/**
 * Six days of the demo's past as routing's own rule goes through them: who was at his desk, who asked, who came, and who
 * gave up waiting. They end with yesterday: today is left to whoever tries the demonstration.
 */
export function pastWeek(options: {
  now: Date;
  timeZone: string;
  settings: BrandSettings;
  people: ReadonlyMap<DemoPersona, Omit<SimulatedPerson, "presence">>;
  topicId: (slug: string) => string | null;
}): PastWeek {
  const { now, timeZone, settings, people } = options;
  const dates = lastDays(now, days + 1, timeZone).slice(0, days);
  const startsAt = dates[0]?.from ?? now;
  const at = (date: string, minutes: number) => {
    const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
    return instantOf({ year, month, day, hour: Math.floor(minutes / 60), minute: minutes % 60 }, timeZone);
  };
  const after = (date: Date) => (date.getTime() - startsAt.getTime()) / 1000;
  const atDesk = dates.flatMap(({ day }) =>
    desks.map(({ persona, from, to }) => ({ persona, from: at(day, from * 60), to: at(day, to * 60) })),
  );
  const moments = dates.flatMap(({ day }, index) => {
    const gap = randomOf(seed, "gap", index);
    let minutes = evening.from;
    const crowd = Array.from({ length: evening.questions }, () => {
      minutes += draw({ kind: "exponential", mean: evening.every }, gap);
      return minutes;
    });
    return [...daytime, ...crowd].map((minute) => after(at(day, Math.floor(minute))) + (minute % 1) * 60);
  });
  const asked = moments.map((moment, index) => {
    const talk = weekTalks[(index * 5) % weekTalks.length] as WeekTalk;
    return { talk, arrival: arrivalOf(talk, index, moment, options.topicId(talk.topic)) };
  });
  const accepting = randomOf(seed, "accept");
  const outcomes = new Map<string, Outcome>();
  simulate(
    {
      startsAt,
      people: [...people].map(([persona, person]) => ({
        ...person,
        presence: atDesk
          .filter((desk) => desk.persona === persona)
          .map(({ from, to }) => ({ from: after(from), to: after(to), end: "paused" })),
      })),
      arrivals: asked.map(({ arrival }) => arrival),
      react: () => ({
        deliveredAfter: 0.3,
        answer: "accept",
        after: draw({ kind: "lognormal", median: 5, p90: 9 }, accepting),
      }),
      backAfter: 600,
    },
    settings,
    (happening) => {
      if (happening.kind === "over") outcomes.set(happening.outcome.id, happening.outcome);
      return true;
    },
  );
  return {
    startsAt,
    desks: atDesk,
    questions: asked.flatMap((question) => {
      const outcome = outcomes.get(question.arrival.id);
      return outcome ? [{ ...question, outcome }] : [];
    }),
  };
}

function arrivalOf({ language }: WeekTalk, index: number, at: number, topicId: string | null): Arrival {
  const drawn = (purpose: string, kind: Parameters<typeof draw>[0]) =>
    draw(kind, randomOf(seed, purpose, index));
  return {
    id: randomBytes(16).toString("hex"),
    at,
    language,
    audience: "anybody",
    topicId,
    chance: 1 - Number.EPSILON,
    patience: drawn("patience", { kind: "lognormal", median: 70, p90: 220 }),
    answerAfter: drawn("answer", { kind: "uniform", from: 5, to: 14 }),
    chatSeconds: drawn("chat", { kind: "lognormal", median: 540, p90: 1_080 }),
  };
}
