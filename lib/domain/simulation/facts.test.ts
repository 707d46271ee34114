import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultSettings } from "@/lib/domain/brand/settings";
import { audiences } from "@/lib/domain/question/audience";
import type { Candidate } from "@/lib/domain/routing/candidate";
import { type Ahead, lineUp } from "@/lib/domain/routing/line";
import { nextStep, type RoutedQuestion, type StandingOffer } from "@/lib/domain/routing/next-step";
import { boundedFacts } from "./bounded-facts";
import { decideAgain, differencesOf } from "./decide-again";
import { compactFacts, factsOf } from "./facts";
import { readFacts } from "./facts-schema";

const now = new Date("2026-03-10T09:00:00.123Z");
const at = (ms: number) => new Date(now.getTime() + ms);
const soon = fc.integer({ min: -60_000, max: 60_000 }).map(at);
const past = fc.integer({ min: -60_000, max: 0 }).map(at);
const topic = fc.constantFrom<string>("battery", "brakes");
const rarely = fc.integer({ min: 0, max: 9 }).map((n) => n === 0);
const mostly = rarely.map((is) => !is);

const candidate = fc.record({
  kind: fc.constantFrom("owner" as const, "staff" as const),
  isActive: mostly,
  isOpen: mostly,
  openUntil: fc.option(soon, { freq: 5 }),
  awaySince: fc.option(past, { freq: 1 }).map((date) => (date && date > at(-5_000) ? date : null)),
  lapses: fc.nat(2),
  leaseUntil: fc.option(soon, { freq: 9 }),
  isInHours: mostly,
  languages: fc.subarray<string>(["en", "fr"]),
  topicIds: fc.uniqueArray(topic),
  capacity: fc.integer({ min: 1, max: 3 }),
  load: fc.nat(3),
  hasHelped: fc.boolean(),
  idleSince: past,
  thanks: fc.nat(9),
  misses: fc.nat(3),
  wasThanked: rarely,
  isNamed: rarely,
  isBlocked: rarely,
  handedOver: rarely,
  ownsProduct: fc.boolean(),
});
const need = {
  language: fc.constantFrom<string>("en", "fr"),
  audience: fc.constantFrom(...audiences),
  topicId: fc.option(topic),
};
const moment = fc.record({
  people: fc.array(candidate, { maxLength: 8 }),
  offers: fc.array(
    fc.record({
      member: fc.nat(7),
      state: fc.constantFrom("made" as const, "delivered" as const, "declined" as const, "expired" as const),
      reserves: fc.boolean(),
      madeAt: past,
      expiresAt: soon,
    }),
    { maxLength: 4 },
  ),
  ahead: fc.array(fc.record({ ...need, notFrom: fc.subarray(["m0", "m1", "m2"]) }), { maxLength: 4 }),
  question: fc.record({
    ...need,
    chance: fc.double({ min: 0, max: 0.999, noNaN: true }),
    wave: fc.integer({ min: 0, max: 3 }),
    roundAt: past,
    askedAt: past,
    targetSeconds: fc.integer({ min: 5, max: 120 }),
    promiseSeconds: fc.integer({ min: 15, max: 90 }),
    promiseKept: fc.constantFrom(null, false),
  }),
  settings: fc.constantFrom({}, { widenBy: 3 }, { skillWeight: 0, idleWeight: 80, exploreShare: 0.5 }),
});
type Moment = typeof moment extends fc.Arbitrary<infer M> ? M : never;

function decide({ people, offers: rawOffers, ahead: rawAhead, question, settings: own }: Moment) {
  const settings = { ...defaultSettings, ...own };
  const candidates: Candidate[] = people.map((person, i) => ({ ...person, memberId: `m${i}` }));
  const offers: StandingOffer[] = rawOffers
    .filter(({ member }) => member < people.length)
    .map(({ member, ...offer }, i) => ({ ...offer, id: `o${i}`, memberId: `m${member}` }));
  const ahead: Ahead[] = rawAhead.map((one) => ({ ...one, notFrom: new Set(one.notFrom) }));
  const line = lineUp(candidates, now);
  for (const one of ahead) line.join(one);
  const routed: RoutedQuestion = question;
  const step = nextStep(routed, offers, candidates, settings, now, line);
  const input = { question: routed, offers, candidates, ahead, settings, now };
  return { step, facts: factsOf(input, step), bounded: () => boundedFacts(input, step) };
}

/** Open, there, free, and able to answer about batteries in English. */
function inService(one: Moment["people"][number]): Moment["people"][number] {
  const there = { isActive: true, isOpen: true, openUntil: null, awaySince: null, leaseUntil: at(9_000) };
  const fit = { isInHours: true, languages: ["en"], topicIds: ["battery"], kind: "owner" as const };
  const free = { load: 0, isBlocked: false, handedOver: false, isNamed: false, wasThanked: false };
  return { ...one, ...there, ...fit, ...free };
}

/** As it comes back from the database. */
function stored(facts: ReturnType<typeof factsOf>) {
  const read = readFacts(JSON.parse(JSON.stringify({ wave: 1, facts: compactFacts(facts) })));
  if (!read) throw new Error("facts that cannot be read");
  return read;
}

describe("facts of a decision", () => {
  it("come back from the database as they were", () => {
    fc.assert(
      fc.property(moment, (one) => {
        const { facts } = decide(one);
        expect(stored(facts)).toEqual(facts);
      }),
    );
  });

  it("lead to the same decision again, exactly", () => {
    fc.assert(
      fc.property(moment, (one) => {
        const { facts, step } = decide(one);
        const again = decideAgain(stored(facts), now);
        expect(again.decided).toEqual(facts.decided);
        expect(again.step.make).toEqual(step.make);
        expect(differencesOf(again.decided, facts.decided)).toEqual([]);
        const before = new Map(step.considered.map(({ memberId, verdict }) => [memberId, verdict]));
        for (const { memberId, verdict } of again.step.considered) expect(verdict).toBe(before.get(memberId));
      }),
      { numRuns: 1_000 },
    );
  });

  it("of a crowd are those of its best, and lead to the same decision", () => {
    let kept = 0;
    fc.assert(
      fc.property(moment, fc.array(candidate, { minLength: 150, maxLength: 200 }), (one, people) => {
        const facts = decide({ ...one, people }).bounded();
        if (!facts) return;
        kept += 1;
        expect(facts.people.length).toBeLessThanOrEqual(200);
        expect(decideAgain(stored(facts), now).decided).toEqual(facts.decided);
      }),
      { numRuns: 60 },
    );
    expect(kept).toBe(60);
  });

  it("of a crowd are few, whether one is asked, a newcomer has the first chance, or all are called", () => {
    const people = fc.sample(candidate, { numRuns: 2_000, seed: 4 }).map(inService);
    const [some] = fc.sample(moment, { numRuns: 1, seed: 4 });
    if (!some) throw new Error("no sample");
    const question = {
      ...some.question,
      ...{ language: "en", audience: "anybody" as const, topicId: "battery", wave: 0, roundAt: now },
    };
    const of = (change: object, ahead: Moment["ahead"] = []) =>
      decide({ people, offers: [], ahead, question: { ...question, ...change }, settings: {} });
    const waiting = { language: "fr", audience: "owners" as const, topicId: "brakes", notFrom: [] };
    for (const { step, bounded } of [
      of({ chance: 0.9 }),
      of({ chance: 0.01 }),
      of({ chance: 0.9 }, [waiting, waiting]),
      of({ chance: 0.9, wave: 3 }),
    ]) {
      const facts = bounded();
      expect(facts?.people.length).toBeLessThan(100);
      expect((facts?.people.length ?? 0) + (facts?.more ?? 0)).toBe(people.length);
      const least = step.make.map(({ score }) => score).sort((a, b) => b - a)[23] ?? 0;
      const best = step.make.filter(({ score }) => score >= least);
      expect(facts?.decided.make).toEqual(best.slice(0, 24).map((one) => [one.memberId, one.reserves]));
      expect(facts && decideAgain(stored(facts), now).decided).toEqual(facts?.decided);
    }
  });

  it("of a crowd in which nobody is free are some of those who are hoped for", () => {
    const people = fc.sample(candidate, { numRuns: 300, seed: 4 }).map((one, i) => ({
      ...inService(one),
      ...(i % 2 === 0 ? { load: one.capacity, hasHelped: true } : { leaseUntil: at(-5_000 + i) }),
    }));
    const [some] = fc.sample(moment, { numRuns: 1, seed: 4 });
    if (!some) throw new Error("no sample");
    const question = { ...some.question, language: "en", audience: "anybody" as const, topicId: "battery" };
    const { step, bounded } = decide({ people, offers: [], ahead: [], question, settings: {} });
    expect(step.outcome).toBe("calling");
    expect(bounded()?.people.length).toBeLessThan(20);
    expect(bounded()?.decided.wake).toBe((step.wakeAt?.getTime() ?? 0) - now.getTime());
  });

  it("lead to another one under settings that make a difference", () => {
    const person = {
      kind: "owner" as const,
      isActive: true,
      isOpen: true,
      openUntil: null,
      awaySince: null,
      lapses: 0,
      leaseUntil: at(20_000),
      isInHours: true,
      languages: ["en"],
      topicIds: ["battery"],
      capacity: 1,
      load: 0,
      hasHelped: true,
      misses: 0,
      wasThanked: false,
      isNamed: false,
      isBlocked: false,
      handedOver: false,
      ownsProduct: false,
    };
    const { facts } = decide({
      people: [
        { ...person, thanks: 9, idleSince: at(-1_000) },
        { ...person, thanks: 0, idleSince: at(-50_000) },
      ],
      offers: [],
      ahead: [],
      question: {
        language: "en",
        audience: "anybody",
        topicId: "battery",
        chance: 0.9,
        wave: 0,
        roundAt: now,
        askedAt: now,
        targetSeconds: 15,
        promiseSeconds: 30,
        promiseKept: null,
      },
      settings: {},
    });
    expect(facts.decided.make).toEqual([["m0", true]]);
    const other = decideAgain(facts, now, (settings) => ({ ...settings, skillWeight: 0 }));
    expect(other.decided.make).toEqual([["m1", true]]);
    expect(differencesOf(other.decided, facts.decided)).toEqual(["make"]);
  });

  it("that a later version wrote, or none, are not read", () => {
    expect(readFacts({ wave: 1 })).toBeNull();
    expect(readFacts({ facts: { v: 3 } })).toBeNull();
  });
});
