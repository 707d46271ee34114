import { type Distribution, draw } from "./distribution";
import { randomOf } from "./random";
import type { Arrival, SimulatedPerson, World } from "./world";

/** A brand that does not exist: how its visitors come, wait and talk, and who is there for them. */
export type Invented = {
  /** Between two questions. */
  arrivals: Distribution;
  /** How long a visitor waits for a helper; null for one who never gives up. */
  patience: Distribution | null;
  /** How long a chat lasts. */
  service: Distribution;
  /** From an offer to its being accepted, and from the helper's coming to his first words. */
  accept: Distribution;
  answer: Distribution;
  experts: number;
  staff: number;
  /** Chats at once of each. */
  capacity: number;
  /** Questions are asked for so long. */
  seconds: number;
};

/** A member whom silence made away comes back after this; nobody is silent here. */
const backAfter = 600;

/**
 * The brand as a world. Each purpose has its own stream of chance, so that one more expert meets the same visitors.
 * A distance of nothing between arrivals would never end: it counts as a millisecond.
 */
export function inventedWorld(model: Invented, seed: number): World {
  const people = [
    ...everybody("expert", model.experts, model.capacity),
    ...everybody("staff", model.staff, model.capacity),
  ];
  return {
    startsAt: new Date(0),
    people,
    arrivals: arrivalsOf(model, seed),
    react: ({ questionId, memberId, reserves }) => ({
      deliveredAfter: 0,
      answer: "accept",
      after: draw(model.accept, randomOf(seed, questionId, memberId, reserves ? "alone" : "open call")),
    }),
    backAfter,
  };
}

function everybody(kind: "expert" | "staff", count: number, capacity: number): SimulatedPerson[] {
  return Array.from({ length: count }, (_, index) => ({
    memberId: `${kind}-${String(index + 1).padStart(3, "0")}`,
    kind: kind === "expert" ? "owner" : "staff",
    languages: ["en"],
    capacity,
    hasHelped: true,
    topics: [{ topicId: "all", thanks: 0, misses: 0 }],
    presence: [{ from: 0, to: Number.POSITIVE_INFINITY, end: "gone" }],
  }));
}

function* arrivalsOf(model: Invented, seed: number): Generator<Arrival> {
  const gap = randomOf(seed, "gap");
  const patience = randomOf(seed, "patience");
  const answer = randomOf(seed, "answer");
  const service = randomOf(seed, "service");
  const chance = randomOf(seed, "chance");
  let at = 0;
  for (let number = 0; ; number++) {
    at += Math.max(0.001, draw(model.arrivals, gap));
    if (at >= model.seconds) return;
    yield {
      id: String(number).padStart(9, "0"),
      at,
      language: "en",
      audience: "anybody",
      topicId: "all",
      chance: chance(),
      patience: model.patience ? draw(model.patience, patience) : Number.POSITIVE_INFINITY,
      answerAfter: draw(model.answer, answer),
      chatSeconds: draw(model.service, service),
    };
  }
}
