import { describe, expect, it } from "vitest";
import { personPresence, type Readiness } from "./person-presence";

const now = new Date("2026-03-10T09:00:00.000Z");
const before = new Date(now.getTime() - 1);
const after = new Date(now.getTime() + 1);

const ready: Readiness = {
  isActive: true,
  isOpen: true,
  openUntil: null,
  awaySince: null,
  hasScreen: true,
  load: 0,
  capacity: 1,
};

describe("personPresence", () => {
  it.each([
    ["free", {}],
    ["free", { openUntil: after }],
    ["free", { load: 2, capacity: 3 }],
    ["busy", { load: 1 }],
    ["busy", { capacity: 0 }],
    ["away", { hasScreen: false }],
    ["away", { awaySince: before }],
    ["away", { hasScreen: false, load: 1 }],
    ["paused", { isOpen: false }],
    ["paused", { isActive: false }],
    ["paused", { openUntil: now }],
    ["paused", { openUntil: before, hasScreen: false }],
    ["paused", { isOpen: false, awaySince: before }],
    ["paused", { isActive: false, load: 1 }],
  ] as const)("says %s of %o", (presence, differences) => {
    expect(personPresence({ ...ready, ...differences }, now)).toBe(presence);
  });
});
