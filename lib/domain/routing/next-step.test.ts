import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultSettings } from "@/lib/domain/brand/settings";
import { audiences } from "@/lib/domain/question/audience";
import type { Candidate } from "./candidate";
import { nextStep, type RoutedQuestion, type StandingOffer } from "./next-step";
import { at, candidate as person, question } from "./testing/people";

function offer(memberId: string, state: StandingOffer["state"], madeAt = 0, reserves = true): StandingOffer {
  return {
    id: `offer-${memberId}`,
    memberId,
    state,
    reserves,
    madeAt: at(madeAt),
    expiresAt: at(madeAt + 20),
  };
}

const nadia = person("nadia", { thanks: 23 });
const samir = person("samir", { thanks: 3 });
const ingrid = person("ingrid", { thanks: 1 });
const julien = person("julien", { kind: "staff", capacity: 3 });
const everybody = [julien, ingrid, samir, nadia];

const step = (
  q: Partial<RoutedQuestion>,
  offers: StandingOffer[],
  candidates: Candidate[],
  seconds: number,
) => nextStep({ ...question, ...q }, offers, candidates, defaultSettings, at(seconds));
const asked = (result: ReturnType<typeof nextStep>) => result.make.map(({ memberId }) => memberId);

describe("nextStep", () => {
  it("asks the best owner alone first, and reserves a place of his", () => {
    const first = step({}, [], everybody, 0);
    expect(asked(first)).toEqual(["nadia"]);
    expect(first.make[0]?.reserves).toBe(true);
    expect(first).toMatchObject({ wave: 1, outcome: "offering" });
  });

  it("looks again when the delivery should be confirmed", () => {
    expect(step({}, [], everybody, 0).wakeAt).toEqual(at(2));
  });

  it("asks two more at 40 % of the target, and leaves the earlier offer open", () => {
    const offers = [offer("nadia", "delivered")];
    expect(asked(step({ wave: 1 }, offers, everybody, 5.9))).toEqual([]);
    const second = step({ wave: 1 }, offers, everybody, 6);
    expect(asked(second)).toEqual(["samir", "ingrid"]);
    expect(second.lapse).toEqual([]);
    expect(second.wave).toBe(2);
  });

  it("calls everybody, staff too, at 80 % of the target, and reserves nobody's place", () => {
    const offers = [offer("nadia", "delivered"), offer("samir", "delivered", 6)];
    const third = step({ wave: 2 }, offers, everybody, 12);
    expect(asked(third).sort()).toEqual(["ingrid", "julien"]);
    expect(third.make.every(({ reserves }) => !reserves)).toBe(true);
    expect(third.outcome).toBe("calling");
  });

  it("does not wait for the clock when all who were asked have passed", () => {
    const afterPass = step({ wave: 1 }, [offer("nadia", "declined")], everybody, 1);
    expect(asked(afterPass)).toEqual(["samir", "ingrid"]);
    const passed = ["nadia", "samir", "ingrid"].map((id) => offer(id, "declined"));
    expect(asked(step({ wave: 2 }, passed, everybody, 2))).toEqual(["julien"]);
  });

  it("asks staff at once where no owner is free", () => {
    const busy = everybody.map((c) => (c.kind === "owner" ? { ...c, load: 1 } : c));
    expect(asked(step({}, [], busy, 0))).toEqual(["julien"]);
  });

  it("asks staff alone when the visitor wants staff", () => {
    expect(asked(step({ audience: "staff" }, [], everybody, 0))).toEqual(["julien"]);
  });

  it("asks owners alone when owners are wanted, and everybody once none of them is free or time is short", () => {
    expect(asked(step({ audience: "owners" }, [], everybody, 0))).toEqual(["nadia"]);
    const passed = ["nadia", "samir", "ingrid"].map((who) => offer(who, "declined"));
    expect(asked(step({ audience: "owners", wave: 2 }, passed, everybody, 2))).toEqual(["julien"]);
    const busy = everybody.map((c) => (c.kind === "owner" ? { ...c, load: 1 } : c));
    expect(step({ audience: "owners" }, [], busy, 0)).toMatchObject({
      outcome: "calling",
      make: [{ memberId: "julien", reserves: false }],
    });
    expect(
      asked(step({ audience: "owners", wave: 2 }, [offer("nadia", "delivered")], everybody, 12)),
    ).toEqual(["julien", "ingrid", "samir"]);
  });

  it("asks whom the helper before named first, whatever the scores; when he passes, the others", () => {
    const named = everybody.map((c) => ({ ...c, isNamed: c.memberId === "ingrid" }));
    expect(step({ audience: "owners" }, [], named, 0).make).toMatchObject([
      { memberId: "ingrid", before: "named", reserves: true },
    ]);
    expect(asked(step({ audience: "owners", wave: 1 }, [offer("ingrid", "declined")], named, 2))).toEqual([
      "nadia",
      "samir",
    ]);
    expect(asked(step({ audience: "owners", wave: 1 }, [offer("ingrid", "delivered")], named, 6))).toEqual([
      "nadia",
      "samir",
    ]);
  });

  it("takes a screen that did not confirm within 2 s as absent, and asks the next one at once", () => {
    const silent = step({ wave: 1 }, [offer("nadia", "made")], everybody, 2);
    expect(silent.lapse).toEqual([{ offerId: "offer-nadia", memberId: "nadia", as: "absent" }]);
    expect(asked(silent)).toEqual(["samir"]);
  });

  it("reaches an absent member once more in the open call", () => {
    const offers = [offer("nadia", "withdrawn"), offer("samir", "delivered", 2)];
    expect(asked(step({ wave: 1 }, offers, everybody, 12))).toContain("nadia");
  });

  it("lets a delivered offer live 20 s", () => {
    const offers = [offer("nadia", "delivered")];
    expect(step({ wave: 3 }, offers, everybody, 19.9).lapse).toEqual([]);
    expect(step({ wave: 3 }, offers, everybody, 20).lapse).toEqual([
      { offerId: "offer-nadia", memberId: "nadia", as: "expired" },
    ]);
  });

  it("rings once more in the open call for who let his offer lapse, until he counts as away", () => {
    const lapsed = [offer("samir", "expired")];
    expect(asked(step({ wave: 1 }, lapsed, [samir], 20))).toEqual(["samir"]);
    const again = [offer("samir", "delivered", 20, false)];
    expect(step({ wave: 3 }, again, [{ ...samir, lapses: 1 }], 40).outcome).toBe("left");
  });

  it("does not ring again for who passed", () => {
    expect(step({ wave: 3 }, [offer("samir", "declined")], [samir], 13).outcome).toBe("left");
  });

  it("gives the question up when nobody is there", () => {
    expect(step({}, [], [], 0).outcome).toBe("left");
    const closed = everybody.map((c) => ({ ...c, isOpen: false }));
    expect(step({ wave: 1 }, [offer("nadia", "declined")], closed, 3).outcome).toBe("left");
  });

  it("waits for somebody who is full, and for somebody gone for less than the grace", () => {
    const full = [{ ...samir, load: 1 }];
    expect(step({}, [], full, 0).outcome).toBe("calling");
    const blinked = [{ ...samir, leaseUntil: at(-9) }];
    const waiting = step({}, [], blinked, 0);
    expect(waiting.outcome).toBe("calling");
    expect(waiting.wakeAt).toEqual(at(1));
    expect(step({}, [], blinked, 1).outcome).toBe("left");
  });

  it("looks at nobody who is gone while somebody is asked", () => {
    const blinked = { ...samir, memberId: "blinked", leaseUntil: at(-9.5) };
    expect(step({}, [], [samir], 0).wakeAt).toEqual(step({}, [], [samir, blinked], 0).wakeAt);
  });

  it("does not wait for ever", () => {
    expect(step({ wave: 3, promiseKept: false }, [], [{ ...samir, load: 1 }], 600).outcome).toBe("left");
  });

  it("says once that the promise is broken", () => {
    expect(step({ wave: 3 }, [], everybody, 29).breaksPromise).toBe(false);
    expect(step({ wave: 3 }, [], everybody, 30).breaksPromise).toBe(true);
    expect(step({ wave: 3, promiseKept: false }, [], everybody, 31).breaksPromise).toBe(false);
  });

  it.each([
    ["inactive", { isActive: false }],
    ["closed", { isOpen: false }],
    ["closed", { openUntil: at(-1) }],
    ["away", { awaySince: at(-5) }],
    ["gone", { leaseUntil: at(-1) }],
    ["hours", { isInHours: false }],
    ["handed-over", { handedOver: true }],
    ["blocked", { isBlocked: true }],
    ["language", { languages: ["fr"] }],
    ["topic", { topicIds: ["brakes"] }],
    ["full", { load: 1 }],
    ["full", { capacity: 3, load: 1, hasHelped: false }],
  ] as const)("says why somebody is not asked: %s", (verdict, facts) => {
    const result = step({}, [], [person("x", facts), julien], 0);
    expect(result.considered).toContainEqual({ memberId: "x", verdict });
    expect(asked(result)).not.toContain("x");
  });
});

const anyCandidate = (id: number) =>
  fc
    .record({
      kind: fc.constantFrom("owner" as const, "staff" as const),
      isOpen: fc.boolean(),
      awaySince: fc.constantFrom(null, at(-5)),
      leaseUntil: fc.constantFrom(null, at(-30), at(-3), at(60)),
      languages: fc.constantFrom(["en"], ["fr"], ["en", "fr"]),
      topicIds: fc.constantFrom(["battery"], ["brakes"], []),
      thanks: fc.nat(60),
      capacity: fc.integer({ min: 0, max: 4 }),
      load: fc.integer({ min: 0, max: 4 }),
      ownsProduct: fc.boolean(),
    })
    .map((facts) => person(`m${id}`, facts));

const anyCase = fc
  .nat(8)
  .chain((n) =>
    fc.record({
      candidates: fc.tuple(...Array.from({ length: n }, (_, i) => anyCandidate(i))),
      states: fc.array(
        fc.record({
          member: fc.nat(9),
          state: fc.constantFrom(
            "made" as const,
            "delivered" as const,
            "declined" as const,
            "expired" as const,
          ),
          madeAt: fc.integer({ min: 0, max: 20 }),
        }),
        { maxLength: 6 },
      ),
      wave: fc.integer({ min: 0, max: 3 }),
      audience: fc.constantFrom(...audiences),
      seconds: fc.integer({ min: 0, max: 700 }),
    }),
  )
  .map(({ candidates, states, ...rest }) => {
    const byMember = new Map(states.map((s) => [s.member, offer(`m${s.member}`, s.state, s.madeAt)]));
    return { candidates: [...candidates], offers: [...byMember.values()], ...rest };
  });

describe("nextStep, whatever the facts", () => {
  const run = ({
    candidates,
    offers,
    wave,
    audience,
    seconds,
  }: typeof anyCase extends fc.Arbitrary<infer C> ? C : never) =>
    step({ wave, audience }, offers, candidates, seconds);

  it("asks only people who are there, capable, free, and were not asked in this round", () => {
    fc.assert(
      fc.property(anyCase, (facts) => {
        const eligible = new Set(
          run(facts)
            .considered.filter(({ verdict }) => verdict === "eligible")
            .map(({ memberId }) => memberId),
        );
        for (const memberId of asked(run(facts))) expect(eligible).toContain(memberId);
      }),
    );
  });

  it("never gives a question up while a capable person is free, unless it waited too long", () => {
    fc.assert(
      fc.property(anyCase, (facts) => {
        const result = run(facts);
        fc.pre(facts.seconds < defaultSettings.waitLimitSeconds);
        if (result.considered.some(({ verdict }) => verdict === "eligible")) {
          expect(result.outcome).not.toBe("left");
          const live = facts.offers.length - result.lapse.length;
          expect(result.make.length + live).toBeGreaterThan(0);
        }
      }),
    );
  });

  it("asks the same people in whatever order they are named", () => {
    fc.assert(
      fc.property(anyCase, (facts) => {
        const turned = { ...facts, candidates: [...facts.candidates].reverse() };
        expect(asked(run(turned)).sort()).toEqual(asked(run(facts)).sort());
      }),
    );
  });

  it("always has a next moment while it waits, and never one that has passed", () => {
    fc.assert(
      fc.property(anyCase, (facts) => {
        const { outcome, wakeAt } = run(facts);
        if (outcome === "left") expect(wakeAt).toBeNull();
        else expect(wakeAt?.getTime()).toBeGreaterThan(at(facts.seconds).getTime());
      }),
    );
  });
});
