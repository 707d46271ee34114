import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AnswerSample, measure, type PromiseRule, readableSeconds, seatBand } from "./measure";
import { settle, shownPromise } from "./shown-promise";

const rule: PromiseRule = { quantile: 0.85, floorSeconds: 15, capSeconds: 60, from: 10, defaultSeconds: 30 };
const took = (...seconds: (number | null)[]): AnswerSample[] =>
  seconds.map((s) => ({ seconds: s, seats: 2 }));
const same = (seconds: number | null, count: number, seats: number | null = 2): AnswerSample[] =>
  Array.from({ length: count }, () => ({ seconds, seats }));

const anySample = fc.record({
  seconds: fc.option(fc.double({ min: 0.5, max: 400, noNaN: true })),
  seats: fc.option(fc.integer({ min: 0, max: 40 })),
});
const anySamples = fc.array(anySample, { maxLength: 60 });
const anyBefore = fc.option(fc.constantFrom(...readableSeconds));
const anyRule = fc
  .record({
    quantile: fc.double({ min: 0.5, max: 0.99, noNaN: true }),
    floorSeconds: fc.integer({ min: 5, max: 60 }),
    span: fc.integer({ min: 0, max: 200 }),
    from: fc.integer({ min: 1, max: 30 }),
    defaultSeconds: fc.integer({ min: 15, max: 300 }),
  })
  .map(({ span, ...rest }) => ({ ...rest, capSeconds: rest.floorSeconds + span }));

describe("measure", () => {
  it("takes the smallest time within which the stated part had come", () => {
    const answers = took(...Array.from({ length: 20 }, (_, i) => i + 1));
    expect(measure(answers, 2, rule)).toEqual({ seconds: 17, samples: 20, isSimilar: true });
  });

  it("counts what never came as later than anything", () => {
    const answers = [...same(12, 17), ...same(null, 3)];
    expect(measure(answers, 2, rule).seconds).toBe(12);
    expect(measure([...answers, ...same(null, 1)], 2, rule).seconds).toBe(Number.POSITIVE_INFINITY);
  });

  it("prefers the questions asked with about as many free places, when they are enough", () => {
    const busy = same(40, 12, 1);
    const quiet = same(8, 30, 9);
    expect(measure([...busy, ...quiet], 1, rule)).toEqual({ seconds: 40, samples: 12, isSimilar: true });
    expect(measure([...busy, ...quiet], 12, rule)).toEqual({ seconds: 8, samples: 30, isSimilar: true });
    expect(measure([...busy, ...quiet], 3, rule)).toMatchObject({ samples: 42, isSimilar: false });
  });

  it("calls places alike by how often they could be halved", () => {
    expect([0, 1, 2, 3, 4, 7, 8, 15, 16].map(seatBand)).toEqual([0, 1, 2, 2, 3, 3, 4, 4, 5]);
  });

  it("is met by at least the stated part of its samples", () => {
    fc.assert(
      fc.property(anySamples, fc.integer({ min: 0, max: 40 }), anyRule, (samples, seats, anything) => {
        const { seconds, isSimilar } = measure(samples, seats, anything);
        if (seconds === null) return;
        const isTaken = (noted: number | null) =>
          !isSimilar || (noted !== null && seatBand(noted) === seatBand(seats));
        const taken = samples.filter((s) => isTaken(s.seats));
        const within = taken.filter((s) => s.seconds !== null && s.seconds <= seconds).length;
        if (Number.isFinite(seconds))
          expect(within).toBeGreaterThanOrEqual(anything.quantile * taken.length - 1e-6);
        else expect(within).toBeLessThan(anything.quantile * taken.length);
      }),
    );
  });
});

describe("shownPromise", () => {
  it("is the brand's default until enough was measured", () => {
    expect(shownPromise(same(8, 9), 2, 30, rule)).toEqual({
      shownSeconds: 30,
      seconds: null,
      samples: 9,
      isSimilar: false,
    });
  });

  it("rounds up to what people read, never past the cap", () => {
    expect(shownPromise(same(22, 34), 2, null, rule).shownSeconds).toBe(25);
    expect(shownPromise(same(31, 34), 2, null, rule).shownSeconds).toBe(40);
    expect(shownPromise(same(3, 34), 2, null, rule).shownSeconds).toBe(15);
    expect(shownPromise(same(null, 34), 2, null, rule).shownSeconds).toBe(60);
  });

  it("lies between floor and cap, whatever was measured and shown", () => {
    fc.assert(
      fc.property(
        anySamples,
        fc.integer({ min: 0, max: 40 }),
        anyBefore,
        anyRule,
        (samples, seats, before, any) => {
          const { shownSeconds, seconds } = shownPromise(samples, seats, before, any);
          if (seconds === null) {
            expect(shownSeconds).toBe(any.defaultSeconds);
            return;
          }
          expect(shownSeconds).toBeGreaterThanOrEqual(any.floorSeconds);
          expect(shownSeconds).toBeLessThanOrEqual(any.capSeconds);
        },
      ),
    );
  });

  it("is a number that people can read, or the brand's own floor or cap", () => {
    fc.assert(
      fc.property(anySamples, anyBefore, anyRule, (samples, before, any) => {
        const { shownSeconds, seconds } = shownPromise(samples, 2, before, any);
        if (seconds === null) return;
        expect([...readableSeconds, any.floorSeconds, any.capSeconds]).toContain(shownSeconds);
      }),
    );
  });

  it("does not shrink when any answer takes longer", () => {
    fc.assert(
      fc.property(
        fc.array(anySample, { minLength: 10, maxLength: 40 }),
        fc.nat(),
        fc.option(fc.double({ min: 0, max: 300, noNaN: true })),
        anyBefore,
        (samples, at, more, before) => {
          const i = at % samples.length;
          const slower = samples.map((s, j) =>
            j === i ? { ...s, seconds: s.seconds === null || more === null ? null : s.seconds + more } : s,
          );
          const first = shownPromise(samples, 2, before, rule).shownSeconds;
          expect(shownPromise(slower, 2, before, rule).shownSeconds).toBeGreaterThanOrEqual(first);
        },
      ),
    );
  });

  it("does not depend on the order of its samples", () => {
    fc.assert(
      fc.property(anySamples, (samples) => {
        expect(shownPromise([...samples].reverse(), 2, 30, rule)).toEqual(shownPromise(samples, 2, 30, rule));
      }),
    );
  });
});

describe("settle", () => {
  it("rests while the measure is close, and follows it when it is not", () => {
    expect(settle(26, 25, rule)).toBe(25);
    expect(settle(27.4, 25, rule)).toBe(25);
    expect(settle(27.6, 25, rule)).toBe(30);
    expect(settle(19, 25, rule)).toBe(25);
    expect(settle(18, 25, rule)).toBe(20);
    expect(settle(9, 60, rule)).toBe(15);
  });

  it("does not rest outside of floor and cap", () => {
    expect(settle(14, 20, { floorSeconds: 25, capSeconds: 60 })).toBe(25);
    expect(settle(70, 75, { floorSeconds: 15, capSeconds: 60 })).toBe(60);
  });

  it("stays where it has come to, and a wavering measure moves it at most once", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 200, noNaN: true }),
        fc.array(fc.double({ min: 0.97, max: 1.03, noNaN: true }), { maxLength: 30 }),
        anyBefore,
        (seconds, wobbles, before) => {
          let shown = settle(seconds, before, rule);
          expect(settle(seconds, shown, rule)).toBe(shown);
          let moves = 0;
          for (const wobble of wobbles) {
            const next = settle(seconds * wobble, shown, rule);
            if (next !== shown) moves += 1;
            shown = next;
          }
          expect(moves).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it("is monotone in what was measured", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 400, noNaN: true }),
        fc.double({ min: 0, max: 400, noNaN: true }),
        anyBefore,
        anyRule,
        (one, other, before, any) => {
          const [less, more] = [Math.min(one, other), Math.max(one, other)];
          expect(settle(less, before, any)).toBeLessThanOrEqual(settle(more, before, any));
        },
      ),
    );
  });
});
