import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultSettings } from "@/lib/domain/brand/settings";
import type { HelperKind } from "@/lib/domain/member/role";
import { audiences } from "@/lib/domain/question/audience";
import type { Candidate, Person } from "./candidate";
import type { StandingOffer } from "./next-step";
import { comesBefore, routeQueue, type Waiting } from "./route-queue";
import { isDecidedAlike, shortlist } from "./shortlist";
import { at, candidate, person, waiting } from "./testing/people";

const now = at(0);
const topics = ["battery", "brakes", "frame"];
const rarely = fc.integer({ min: 0, max: 9 }).map((n) => n === 0);

const anybody = fc.record({
  kind: fc.constantFrom<HelperKind>("owner", "owner", "staff"),
  topicIds: fc.subarray(topics, { minLength: 1 }).map((ids): readonly string[] => ids),
  languages: fc.constantFrom<readonly string[]>(["en"], ["en", "fr"], ["fr"]),
  capacity: fc.integer({ min: 1, max: 3 }),
  load: fc.nat(2),
  hasHelped: fc.boolean(),
  idleSince: fc.integer({ min: -4_000, max: 0 }).map(at),
  leaseUntil: fc.constantFrom<Date | null>(at(25), at(25), at(25), at(-4), at(-60)),
  awaySince: fc.constantFrom<Date | null>(null, null, null, at(-9)),
  thanks: fc.nat(12),
  misses: fc.nat(2),
});
type Stranger = Person & { thanks: number; misses: number };

const asked = fc.record({
  language: fc.constantFrom<string>("en", "fr"),
  audience: fc.constantFrom(...audiences),
  topicId: fc.option(fc.constantFrom(...topics), { freq: 4 }),
  chance: fc.constantFrom<number>(0.5, 0.9, 0.01, 0.2),
  isDue: fc.boolean(),
  seconds: fc.nat(14),
  round: fc.constantFrom<number>(1, 1, 2),
  offers: fc.array(
    fc.record({
      member: fc.nat(90),
      state: fc.constantFrom("made" as const, "delivered" as const, "declined" as const, "expired" as const),
    }),
    { maxLength: 3 },
  ),
  notFor: fc.array(fc.nat(90), { maxLength: 2 }),
  thanked: fc.option(fc.nat(90), { freq: 2 }),
  named: fc.option(fc.nat(90), { freq: 1 }),
  owners: fc.array(fc.nat(90), { maxLength: 20 }),
});
const world = fc.record({
  people: fc.array(anybody, { minLength: 40, maxLength: 90 }),
  queue: fc.array(asked, { minLength: 1, maxLength: 6 }),
  // What falls short of the usual size shows that the certificate notices.
  size: fc.option(fc.integer({ min: 1, max: 20 }), { freq: 3 }),
  explores: rarely,
});
type World = typeof world extends fc.Arbitrary<infer W> ? W : never;

function build({ people: raw, queue: questions, size, explores }: World) {
  const people = raw.map((one, i): Stranger => ({ ...person(`m${1000 + i}`), ...one }));
  const idOf = (n: number) => `m${1000 + (n % people.length)}`;
  const settings = { ...defaultSettings, exploreShare: explores ? 0.3 : 0.05 };
  const facts = new Map(questions.map((one, i) => [`q${i}`, one]));
  const queue = questions
    .map((one, i) => {
      const askedAt = at(-one.seconds);
      const offers = [
        ...new Map(one.offers.map((offer) => [offer.member % people.length, offer])).values(),
      ].map(
        ({ member, state }, n): StandingOffer => ({
          id: `o${i}-${n}`,
          memberId: idOf(member),
          state,
          reserves: true,
          madeAt: at(-1),
          expiresAt: at(19),
        }),
      );
      const { language, audience, topicId, chance, isDue, round } = one;
      const notFor = new Set(one.notFor.map(idOf));
      return {
        ...waiting(`q${i}`, { language, audience, topicId, chance, askedAt, roundAt: askedAt }),
        ...{ offers, isDue, notFor, round, askedAt },
      };
    })
    .sort(comesBefore);
  const candidateOf = (one: Stranger, { id, notFor }: Waiting): Stranger & Candidate => {
    const of = facts.get(id);
    return {
      ...candidate(one.memberId),
      ...one,
      isBlocked: notFor.has(one.memberId),
      wasThanked: of?.thanked != null && idOf(of.thanked) === one.memberId,
      isNamed: of?.named != null && idOf(of.named) === one.memberId,
      ownsProduct: of?.owners.some((n) => idOf(n) === one.memberId) ?? false,
    };
  };
  const among = (some: readonly Stranger[]) => routeQueue(queue, some, candidateOf, settings, now).decisions;
  const found = shortlist(
    queue,
    people,
    candidateOf,
    settings,
    now,
    size === null ? undefined : { best: size, newcomers: size },
  );
  const chosen = among(found.people);
  return { chosen, found, isAlike: isDecidedAlike(chosen, found.cuts, settings), whole: () => among(people) };
}

describe("shortlist", () => {
  it("leads to what everybody would have led to, wherever it says so", () => {
    let alike = 0;
    let runs = 0;
    fc.assert(
      fc.property(world, (one) => {
        const { chosen, isAlike, whole } = build(one);
        runs += 1;
        if (!isAlike) return;
        alike += 1;
        const decided = (of: typeof chosen) => of.map(({ step: { considered: _, ...step } }) => step);
        expect(decided(chosen)).toEqual(decided(whole()));
      }),
      { numRuns: 400 },
    );
    expect(alike / runs).toBeGreaterThan(0.2);
  });

  it("is short for a question in a crowd, and enough", () => {
    const people = fc
      .sample(anybody, { numRuns: 2_000, seed: 3 })
      .map((one) => ({ ...one, load: 0, leaseUntil: at(25), awaySince: null, languages: ["en"] }));
    const [question] = fc.sample(asked, { numRuns: 1, seed: 3 });
    if (!question) throw new Error("no sample");
    const plain = {
      ...question,
      language: "en",
      audience: "anybody" as const,
      isDue: true,
      seconds: 0,
      offers: [],
    };
    const { found, isAlike, chosen } = build({ people, queue: [plain], size: null, explores: false });
    expect(isAlike).toBe(true);
    expect(found.people.length).toBeLessThan(80);
    expect(chosen[0]?.step.make.length).toBe(1);
  });

  it("is not enough for a question that has to wait, or that calls everybody", () => {
    const people = [{ ...person("m1000"), thanks: 0, misses: 0, load: 1 }];
    const question = { isDue: true, offers: [], notFor: [] };
    const rest = { language: "en", audience: "anybody" as const, topicId: "battery", chance: 0.9, round: 1 };
    const ties = { thanked: null, named: null, owners: [] };
    const one = { ...question, ...rest, ...ties, seconds: 0 };
    expect(build({ people, queue: [one], size: null, explores: false }).isAlike).toBe(false);
    const free = Array.from({ length: 40 }, () => ({ ...person(""), thanks: 0, misses: 0 }));
    const called = { ...one, seconds: 14 };
    expect(build({ people: free, queue: [called], size: null, explores: false }).isAlike).toBe(false);
    expect(build({ people: free, queue: [one], size: null, explores: false }).isAlike).toBe(true);
  });
});
