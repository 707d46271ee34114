import fc from "fast-check";
import { expect, it } from "vitest";
import { fewestHelped, fewestOwners, shownFigures } from "./figures";

it("says nothing of small numbers, and the others as they are", () => {
  expect(
    shownFigures({ peopleHelped: fewestHelped - 1, answerSeconds: null, owners: fewestOwners - 1 }),
  ).toEqual({
    peopleHelped: null,
    answerSeconds: null,
    owners: null,
  });
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.option(fc.nat()), (helped, people, answerSeconds) => {
      const peopleHelped = fewestHelped + helped;
      const owners = fewestOwners + people;
      expect(shownFigures({ peopleHelped, answerSeconds, owners })).toEqual({
        peopleHelped,
        answerSeconds,
        owners,
      });
    }),
  );
});
