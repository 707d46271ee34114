import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultSettings } from "@/lib/domain/brand/settings";
import { type Candidate, freePlaces, misfit, type Person } from "./candidate";
import type { StandingOffer } from "./next-step";
import { comesBefore, routeQueue, type Waiting } from "./route-queue";
import { at, candidate, person, waiting } from "./testing/people";

const stranger = (one: Person): Candidate => ({ ...candidate(one.memberId), ...one });
const route = (queue: Waiting[], people: Person[], seconds = 0) =>
  routeQueue(queue, people, stranger, { ...defaultSettings, exploreShare: 0 }, at(seconds));
const given = (queue: Waiting[], people: Person[], seconds = 0) =>
  route(queue, people, seconds).decisions.map(({ step }) => step.make.map(({ memberId }) => memberId));
const waited = { wave: 3, roundAt: at(-60), askedAt: at(-60), promiseKept: false };

describe("comesBefore", () => {
  it("puts who was helped already first, then the oldest", () => {
    const rows = [
      { id: "new", round: 1, askedAt: at(9) },
      { id: "lost", round: 2, askedAt: at(5) },
      { id: "old", round: 1, askedAt: at(0) },
    ];
    expect(rows.sort(comesBefore).map(({ id }) => id)).toEqual(["lost", "old", "new"]);
  });
});

describe("routeQueue", () => {
  it("gives the one free place to who came first", () => {
    expect(given([waiting("old", waited), waiting("new")], [person("nadia")])).toEqual([["nadia"], []]);
  });

  it("gives questions of the same minute to people of their own, as long as somebody has no chat", () => {
    const roomy = (memberId: string, idle: number) => person(memberId, { capacity: 3, idleSince: at(-idle) });
    const people = [roomy("long", 7_200), roomy("hour", 3_600), roomy("while", 1_200)];
    const queue = ["a", "b", "c"].map((id) => waiting(id));
    expect(given(queue, people).flat().sort()).toEqual(["hour", "long", "while"]);
  });

  it("keeps the place also from a new question that alone is looked at", () => {
    const queue = [waiting("old", waited, { isDue: false }), waiting("new")];
    const { decisions } = route(queue, [person("nadia")]);
    expect(decisions).toHaveLength(1);
    expect(decisions[0]?.step).toMatchObject({ make: [], outcome: "calling", position: 2 });
    expect(decisions[0]?.step.considered).toEqual([{ memberId: "nadia", verdict: "kept" }]);
  });

  it("does not keep a place for somebody who passed on it", () => {
    const passed: StandingOffer = {
      id: "o",
      memberId: "nadia",
      state: "declined",
      reserves: true,
      madeAt: at(-9),
      expiresAt: at(11),
    };
    const queue = [waiting("old", waited, { offers: [passed] }), waiting("new")];
    expect(given(queue, [person("nadia"), person("busy", { load: 1 })])).toEqual([[], ["nadia"]]);
  });

  it("does not let one who needs nobody of these hold the others up", () => {
    const french = waiting("french", { ...waited, language: "fr" });
    const both = [person("nadia"), person("julien", { languages: ["fr"], load: 1 })];
    const { decisions } = route([french, waiting("english")], both);
    expect(decisions.map(({ step }) => step.make.length)).toEqual([0, 1]);
    expect(decisions[0]?.step.position).toBe(1);
  });

  it("counts among those ahead only who waits for the same people", () => {
    const queue = [
      waiting("french", { ...waited, language: "fr" }),
      waiting("first", waited),
      waiting("second", waited),
    ];
    const busy = [person("nadia", { load: 1 }), person("julien", { languages: ["fr"], load: 1 })];
    expect(route(queue, busy).decisions.map(({ step }) => step.position)).toEqual([1, 1, 2]);
  });
});

const anyPerson = (id: number) =>
  fc
    .record({
      kind: fc.constantFrom("owner" as const, "staff" as const),
      languages: fc.constantFrom(["en"], ["fr"], ["en", "fr"]),
      topicIds: fc.constantFrom(["battery"], ["brakes"], ["battery", "brakes"]),
      capacity: fc.integer({ min: 1, max: 3 }),
      load: fc.integer({ min: 0, max: 3 }),
      hasHelped: fc.boolean(),
    })
    .map(({ load, ...facts }) => person(`m${id}`, { ...facts, load: Math.min(load, facts.capacity) }));

const anyQuestion = fc.record({
  language: fc.constantFrom("en", "fr"),
  topicId: fc.constantFrom("battery", "brakes", null),
  audience: fc.constantFrom("anybody" as const, "staff" as const, "owners" as const),
  hasWaited: fc.boolean(),
  isDue: fc.boolean(),
});

const anyQueue = fc
  .record({
    people: fc.nat(6).chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => anyPerson(i)))),
    questions: fc.array(anyQuestion, { maxLength: 8 }),
  })
  .map(({ people, questions }) => ({
    people: [...people] as Person[],
    queue: questions.map(({ hasWaited, isDue, ...need }, i) =>
      waiting(`q${i}`, { ...need, ...(hasWaited ? waited : {}) }, { isDue }),
    ),
  }));

describe("routeQueue, whatever the queue", () => {
  it("gives nobody more than he has places for", () => {
    fc.assert(
      fc.property(anyQueue, ({ queue, people }) => {
        for (const after of route(queue, people).people)
          expect(after.load).toBeLessThanOrEqual(after.capacity);
      }),
    );
  });

  it("never gives a place to a later question while an earlier one of the same need has nobody", () => {
    fc.assert(
      fc.property(anyQueue, ({ queue, people }) => {
        const { decisions } = route(queue, people);
        for (const { waiting: later, step } of decisions) {
          if (!step.make.some(({ reserves }) => reserves)) continue;
          const earlier = queue.slice(0, queue.indexOf(later)).filter((one) => sameNeed(one, later));
          for (const one of earlier) {
            const own = decisions.find(({ waiting: w }) => w === one)?.step;
            // One that is not looked at now keeps its place in the queue; enough places must be left for it.
            if (own) expect(own.make.length).toBeGreaterThan(0);
          }
        }
      }),
    );
  });

  it("leaves nobody waiting while a capable person has a place that no question ahead needs", () => {
    fc.assert(
      fc.property(anyQueue, ({ queue, people }) => {
        const { decisions, people: after } = route(queue, people);
        const calls = decisions.filter(({ step }) => step.make.some(({ reserves }) => !reserves)).length;
        const notDue = queue.filter(({ isDue }) => !isDue).length;
        for (const { waiting: one, step } of decisions) {
          if (step.make.length > 0 || step.outcome === "left") continue;
          const places = after
            .filter((p) => misfit(p, one.question) === null)
            .reduce((sum, p) => sum + freePlaces(p), 0);
          expect(places).toBeLessThanOrEqual(calls + notDue);
        }
      }),
    );
  });

  it("decides alike whatever the order in which people are given", () => {
    fc.assert(
      fc.property(anyQueue, ({ queue, people }) => {
        const turned = given(queue, [...people].reverse()).map((who) => who.sort());
        expect(turned).toEqual(given(queue, people).map((who) => who.sort()));
      }),
    );
  });
});

function sameNeed({ question: a }: Waiting, { question: b }: Waiting): boolean {
  return a.language === b.language && a.topicId === b.topicId && a.audience === b.audience;
}
