import { expect, it } from "vitest";
import { EventCache } from "./event-cache";

const frame = (text: string) => Buffer.from(text);

it("keeps the last event for its time and no longer", () => {
  const cache = new EventCache(10, 1800);
  cache.set("cache-a", frame("1"), 0);
  cache.set("cache-a", frame("2"), 1000);
  expect(cache.get("cache-a", 1_800_999)).toEqual(frame("2"));
  expect(cache.get("cache-a", 1_801_000)).toBeUndefined();
  expect(cache.get("cache-b", 0)).toBeUndefined();
});

it("forgets the channel written longest ago when it is full", () => {
  const cache = new EventCache(2, 60);
  for (const name of ["a", "b", "a", "c"]) cache.set(name, frame(name), 0);
  expect(["a", "b", "c"].map((name) => cache.get(name, 1) !== undefined)).toEqual([true, false, true]);
});

it("sweeps away what is too old and keeps the rest", () => {
  const cache = new EventCache(10, 1);
  cache.set("old", frame("1"), 0);
  cache.set("young", frame("2"), 500);
  cache.sweep(1000);
  // At an earlier reading an entry that is still held would be served.
  expect(cache.get("old", 0)).toBeUndefined();
  expect(cache.get("young", 1000)).toEqual(frame("2"));
});
