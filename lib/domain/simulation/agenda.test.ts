import fc from "fast-check";
import { expect, it } from "vitest";
import { Agenda } from "./agenda";

it("gives what was planned in order of time, then of planning, without what was called off", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ at: fc.nat(9), isOff: fc.boolean() })), (plans) => {
      const agenda = new Agenda();
      const entries = plans.map(({ at }) => agenda.plan(at, () => undefined));
      entries.forEach((entry, i) => {
        if (plans[i]?.isOff) agenda.callOff(entry);
      });
      const expected = plans
        .map(({ at, isOff }, order) => ({ at, order, isOff }))
        .filter(({ isOff }) => !isOff)
        .sort((a, b) => a.at - b.at || a.order - b.order);
      expect(agenda.size).toBe(expected.length);
      const taken = expected.map(() => agenda.take());
      expect(taken.map((entry) => entry && { at: entry.at, order: entry.order })).toEqual(
        expected.map(({ at, order }) => ({ at, order })),
      );
      expect(agenda.take()).toBeUndefined();
    }),
  );
});
