import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BrandSettings, defaultSettings } from "@/lib/domain/brand/settings";
import { audiences } from "@/lib/domain/question/audience";
import { randomOf } from "./random";
import { simulate } from "./simulate";
import type { Arrival, Happening, Outcome, SimulatedPerson, World } from "./world";

function hear(world: World, settings: BrandSettings = defaultSettings) {
  const heard: Happening[] = [];
  simulate(world, settings, (happening) => {
    heard.push(happening);
    return true;
  });
  const outcomes = heard.flatMap((one) => (one.kind === "over" ? [one.outcome] : []));
  return {
    heard,
    outcomes: new Map(outcomes.map((one): [string, Outcome] => [one.id, one])),
    count: outcomes.length,
  };
}

const nadia: SimulatedPerson = {
  memberId: "nadia",
  kind: "owner",
  languages: ["en"],
  capacity: 1,
  hasHelped: true,
  topics: [{ topicId: "battery", thanks: 3, misses: 0 }],
  presence: [{ from: 0, to: 1e6, end: "paused" }],
};
const samir: SimulatedPerson = {
  ...nadia,
  memberId: "samir",
  topics: [{ topicId: "battery", thanks: 0, misses: 0 }],
};
const asks = (id: string, at: number, more: Partial<Arrival> = {}): Arrival => ({
  id,
  at,
  language: "en",
  audience: "anybody",
  topicId: "battery",
  chance: 0.9,
  patience: Number.POSITIVE_INFINITY,
  answerAfter: 5,
  chatSeconds: 300,
  ...more,
});
const world = (more: Partial<World>): World => ({
  startsAt: new Date("2026-03-10T09:00:00.000Z"),
  people: [nadia],
  arrivals: [],
  react: () => ({ deliveredAfter: 0.2, answer: "accept", after: 4 }),
  backAfter: 600,
  ...more,
});

describe("a run", () => {
  it("matches with whom the rule asks, after the time he takes", () => {
    const { heard, outcomes } = hear(world({ people: [samir, nadia], arrivals: [asks("one", 10)] }));
    expect(outcomes.get("one")).toMatchObject({
      as: "answered",
      memberId: "nadia",
      waited: 4,
      promiseKept: true,
      offers: 1,
    });
    expect(heard.find(({ kind }) => kind === "freed")).toMatchObject({
      at: 314_000,
      memberId: "nadia",
      chats: 0,
    });
  });

  it("asks the next at once when the first passes, and lets the second wait for whoever is free first", () => {
    const { outcomes } = hear(
      world({
        people: [nadia, samir],
        arrivals: [asks("one", 0), asks("two", 20, { chatSeconds: 60 }), asks("three", 25)],
        react: ({ questionId, memberId }) =>
          questionId === "one" && memberId === "nadia"
            ? { deliveredAfter: 0, answer: "decline", after: 3 }
            : { deliveredAfter: 0, answer: "accept", after: 2 },
      }),
    );
    expect(outcomes.get("one")).toMatchObject({ memberId: "samir", waited: 5 });
    expect(outcomes.get("two")).toMatchObject({ memberId: "nadia", waited: 2 });
    expect(outcomes.get("three")).toMatchObject({ memberId: "nadia", waited: 22 + 60 + 2 - 25 });
  });

  it("takes a screen that never shows the offer as absent, and widens", () => {
    const { outcomes } = hear(
      world({
        people: [nadia, samir],
        arrivals: [asks("one", 0)],
        react: ({ memberId }) => ({
          deliveredAfter: memberId === "nadia" ? null : 0,
          answer: "accept",
          after: 1,
        }),
      }),
    );
    expect(outcomes.get("one")).toMatchObject({ memberId: "samir", waited: 3, offers: 2 });
  });

  it("leaves a question when nobody is there, and loses a visitor who has waited enough", () => {
    const { outcomes } = hear(
      world({
        people: [{ ...nadia, presence: [{ from: 100, to: 1e6, end: "gone" }] }],
        arrivals: [asks("early", 0), asks("one", 100), asks("two", 120, { patience: 40 })],
      }),
    );
    expect(outcomes.get("early")).toMatchObject({ as: "left", waited: 0, promiseKept: null });
    expect(outcomes.get("two")).toMatchObject({ as: "abandoned", waited: 40, promiseKept: false });
  });

  it("waits the grace for somebody whose screen is gone, and not for somebody who paused", () => {
    const until = (end: "paused" | "gone") =>
      hear(
        world({
          people: [{ ...nadia, presence: [{ from: 0, to: 0.5, end }] }],
          arrivals: [asks("one", 1)],
        }),
      ).outcomes.get("one");
    expect(until("paused")).toMatchObject({ as: "left", waited: 0 });
    expect(until("gone")).toMatchObject({ as: "left", waited: 9.5 });
  });

  it("makes away who is silent, and brings him back later", () => {
    const { outcomes } = hear(
      world({
        arrivals: [asks("one", 0), asks("two", 200), asks("three", 400), asks("four", 2_000)],
        react: ({ questionId }) => ({
          deliveredAfter: 0,
          answer: questionId === "four" ? "accept" : "silence",
          after: 1,
        }),
        backAfter: 600,
      }),
      { ...defaultSettings, awayAfterLapses: 2 },
    );
    expect(outcomes.get("three")).toMatchObject({ as: "left", waited: 0 });
    expect(outcomes.get("four")).toMatchObject({ as: "answered", waited: 1 });
  });

  it("stops when its observer has heard enough", () => {
    const heard: string[] = [];
    simulate(world({ arrivals: [asks("one", 0), asks("two", 1)] }), defaultSettings, ({ kind }) => {
      heard.push(kind);
      return kind !== "arrived";
    });
    expect(heard).toEqual(["present", "arrived"]);
  });
});

const anyWorld = fc
  .record({
    seed: fc.nat(),
    people: fc.array(
      fc.record({
        kind: fc.constantFrom("owner" as const, "staff" as const),
        languages: fc.subarray(["en", "fr"]),
        capacity: fc.integer({ min: 1, max: 4 }),
        hasHelped: fc.boolean(),
        topics: fc.subarray(["battery", "brakes"]),
        from: fc.nat(900),
        lasts: fc.integer({ min: 1, max: 3_000 }),
        end: fc.constantFrom("paused" as const, "gone" as const),
      }),
      { maxLength: 6 },
    ),
    gaps: fc.array(fc.nat(60), { maxLength: 40 }),
    waitLimitSeconds: fc.constantFrom(60, 600),
  })
  .map(({ seed, people, gaps, waitLimitSeconds }) => {
    const random = randomOf(seed, "world");
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
    let at = 0;
    const arrivals = gaps.map((gap, i): Arrival => {
      at += gap;
      return asks(String(i).padStart(3, "0"), at, {
        language: pick(["en", "fr"]),
        audience: pick(audiences),
        topicId: pick(["battery", "brakes", null]),
        chance: random(),
        patience: random() < 0.5 ? random() * 200 : Number.POSITIVE_INFINITY,
        chatSeconds: random() * 400,
      });
    });
    const simulated = people.map(
      ({ from, lasts, end, topics, ...person }, i): SimulatedPerson => ({
        ...person,
        memberId: `member-${i}`,
        topics: topics.map((topicId) => ({ topicId, thanks: i, misses: 1 })),
        presence: [
          { from, to: from + lasts, end },
          { from: from + lasts + 50, to: from + lasts + 500, end: "paused" },
        ],
      }),
    );
    const react: World["react"] = ({ questionId, memberId, wave }) => {
      const own = randomOf(seed, questionId, memberId, wave);
      return {
        deliveredAfter: own() < 0.9 ? own() * 2.5 : null,
        answer: (["accept", "decline", "silence"] as const)[Math.floor(own() * 3)] ?? "accept",
        after: own() * 25,
      };
    };
    const make = () => world({ people: simulated, arrivals, react, backAfter: 120 });
    return { make, arrivals, people: simulated, settings: { ...defaultSettings, waitLimitSeconds } };
  });

describe("any run", () => {
  it("ends every question once, keeps nobody above his capacity, and every chat begun has its end", () => {
    fc.assert(
      fc.property(anyWorld, ({ make, arrivals, people, settings }) => {
        const { heard, outcomes, count } = hear(make(), settings);
        expect(count).toBe(arrivals.length);
        expect([...outcomes.keys()].sort()).toEqual(arrivals.map(({ id }) => id));
        const capacity = new Map(people.map((person) => [person.memberId, person.capacity]));
        const chats = new Map<string, number>();
        for (const one of heard) {
          if (one.kind !== "joined" && one.kind !== "freed") continue;
          const now = (chats.get(one.memberId) ?? 0) + (one.kind === "joined" ? 1 : -1);
          chats.set(one.memberId, now);
          expect(one.chats).toBe(now);
          expect(now).toBeLessThanOrEqual(capacity.get(one.memberId) ?? 0);
        }
        expect([...chats.values()].every((open) => open === 0)).toBe(true);
        for (const { as, waited, id, promiseKept } of outcomes.values()) {
          expect(waited).toBeGreaterThanOrEqual(0);
          expect(waited).toBeLessThanOrEqual(settings.waitLimitSeconds + 0.001);
          if (as === "abandoned")
            expect(waited).toBeCloseTo(arrivals.find((a) => a.id === id)?.patience ?? -1, 2);
          if (as === "answered") expect(promiseKept).not.toBeNull();
        }
      }),
      { numRuns: 150 },
    );
  });

  it("is the same run again", () => {
    fc.assert(
      fc.property(anyWorld, ({ make, settings }) => {
        expect(hear(make(), settings).heard).toEqual(hear(make(), settings).heard);
      }),
      { numRuns: 30 },
    );
  });

  it("leaves nobody waiting while somebody who fits is free, once everybody accepts", () => {
    fc.assert(
      fc.property(anyWorld, ({ make, settings }) => {
        const eager = {
          ...make(),
          react: () => ({ deliveredAfter: 0, answer: "accept" as const, after: 0 }),
        };
        const { outcomes } = hear(eager, settings);
        const always = eager.people.filter(
          ({ kind, capacity, hasHelped, presence }) =>
            kind === "staff" && hasHelped && capacity === 4 && presence[0]?.from === 0,
        );
        if (always.length === 0) return;
        const first = [...outcomes.values()].find(({ askedAt }) => askedAt === 0);
        const arrival = [...eager.arrivals].find(({ at }) => at === 0);
        if (
          first &&
          arrival?.audience === "staff" &&
          always.some((a) => a.languages.includes(arrival.language))
        )
          expect(first).toMatchObject({ as: "answered", waited: 0 });
      }),
    );
  });
});
