import { expect, it } from "vitest";
import type { PersonView } from "@/lib/domain/member/people-view";
import { changesOf, choicesOf } from "./person-choices";

const person: PersonView = {
  id: "a".repeat(32),
  name: "Nadia B.",
  email: "nadia@example.com",
  role: "expert",
  kind: "owner",
  initials: "NB",
  tint: "sage",
  pictureUrl: null,
  status: "active",
  isThere: false,
  lastSeenAt: null,
  topicIds: ["b".repeat(32), "c".repeat(32)],
  capacity: 1,
  capacityFixed: null,
  load: 0,
  languages: ["en", "fr"],
  since: "2026-03-10T09:00:00.000Z",
  version: 3,
  isSelf: false,
  mayChange: true,
  vacation: null,
};

it("sends only what was touched", () => {
  const mine = choicesOf(person);
  expect(changesOf(person, mine)).toBeNull();
  expect(changesOf(person, { ...mine, capacity: 2, isPaused: true })).toEqual({
    capacity: 2,
    isPaused: true,
  });
});

it("does not take another order for a change", () => {
  const mine = choicesOf(person);
  expect(
    changesOf(person, { ...mine, languages: ["fr", "en"], topicIds: [...mine.topicIds].reverse() }),
  ).toBeNull();
  expect(changesOf(person, { ...mine, topicIds: [] })).toEqual({ topicIds: [] });
});

it("reads a pause out of the state, and nothing out of a suspension", () => {
  expect(choicesOf({ ...person, status: "paused" }).isPaused).toBe(true);
  expect(choicesOf({ ...person, status: "suspended" }).isPaused).toBe(false);
});
