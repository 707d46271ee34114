import { describe, expect, it } from "vitest";
import { type BrandSettings, defaultSettings } from "@/lib/domain/brand/settings";
import { randomOf } from "./random";
import { simulate } from "./simulate";
import type { Arrival, SimulatedPerson, World } from "./world";

const experts = 12;
const questions = 4_000;
const secondsBetween = 60;
const meanChat = 480;

/** Equals: the same topic, the same thanks, all there all the time. */
const people: SimulatedPerson[] = Array.from({ length: experts }, (_, i) => ({
  memberId: `expert-${String(i).padStart(2, "0")}`,
  kind: "owner",
  languages: ["en"],
  capacity: 1,
  hasHelped: true,
  topics: [{ topicId: "battery", thanks: 10, misses: 1 }],
  presence: [{ from: 0, to: 1e9, end: "paused" }],
}));

function arrivals(seed: number): Arrival[] {
  const random = randomOf(seed);
  let at = 0;
  return Array.from({ length: questions }, (_, i) => {
    at += -Math.log(1 - random()) * secondsBetween;
    return {
      id: `q${i}`,
      at,
      language: "en",
      audience: "anybody",
      topicId: "battery",
      chance: random(),
      patience: Number.POSITIVE_INFINITY,
      answerAfter: 5,
      chatSeconds: -Math.log(1 - random()) * meanChat,
    };
  });
}

/** How many chats each had, and the spread (standard deviation) of the idle seconds before them. */
function shares(settings: BrandSettings, seed: number) {
  const world: World = {
    startsAt: new Date("2026-03-10T09:00:00.000Z"),
    people,
    arrivals: arrivals(seed),
    react: () => ({ deliveredAfter: 0.2, answer: "accept", after: 3 }),
    backAfter: 600,
  };
  const chats = new Map(people.map(({ memberId }) => [memberId, 0]));
  const freeSince = new Map(people.map(({ memberId }) => [memberId, 0]));
  const idle: number[] = [];
  simulate(world, settings, (happening) => {
    if (happening.kind === "freed") freeSince.set(happening.memberId, happening.at / 1000);
    if (happening.kind !== "joined") return true;
    const { memberId, at } = happening;
    chats.set(memberId, (chats.get(memberId) ?? 0) + 1);
    idle.push(at / 1000 - (freeSince.get(memberId) ?? 0));
    return true;
  });
  const mean = idle.reduce((sum, one) => sum + one, 0) / idle.length;
  const spread = Math.sqrt(idle.reduce((sum, one) => sum + (one - mean) ** 2, 0) / idle.length);
  const counts = [...chats.values()];
  return { spread, most: Math.max(...counts), least: Math.min(...counts) };
}

const longestIdle: BrandSettings = {
  ...defaultSettings,
  skillWeight: 0,
  ownershipWeight: 0,
  narrownessWeight: 0,
  idleWeight: 100,
  exploreShare: 0,
};

describe("fairness among equals", () => {
  it("spreads idle time no wider than asking whoever is idle longest, and chats as evenly", () => {
    for (const seed of [1, 2, 3]) {
      const ours = shares({ ...defaultSettings, exploreShare: 0 }, seed);
      const fairest = shares(longestIdle, seed);
      expect(ours.spread).toBeLessThanOrEqual(fairest.spread * 1.02);
      expect(ours.most - ours.least).toBeLessThanOrEqual(fairest.most - fairest.least + 2);
    }
  });
});
