import { expect, it } from "vitest";
import { waitOf } from "./wait-words";

it.each([
  [0, "seconds", 1],
  [1.2, "seconds", 2],
  [90, "seconds", 90],
  [91, "minutes", 2],
  [5_400, "minutes", 90],
  [5_401, "hours", 2],
  [43_200, "hours", 12],
] as const)("says %s seconds in %s: %s", (seconds, unit, count) => {
  expect(waitOf(seconds)).toEqual({ unit, count });
});
