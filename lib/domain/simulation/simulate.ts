import type { BrandSettings } from "@/lib/domain/brand/settings";
import { freePlaces, isThere } from "@/lib/domain/routing/candidate";
import { isLive, type Step } from "@/lib/domain/routing/next-step";
import { routeQueue } from "@/lib/domain/routing/route-queue";
import { candidateOf, personOf, type SimPerson } from "./sim-person";
import { questionOf, type SimOffer, type SimQuestion } from "./sim-question";
import { Timeline } from "./timeline";
import type { Arrival, Happening, Outcome, World } from "./world";

/**
 * Runs a brand's days event by event: visitors come and lose patience, members come and go, screens show offers, people
 * accept, pass or stay silent, chats end. Who is asked is decided by `routeQueue`, the rule that the product itself runs;
 * nothing of it is imitated here. Time and chance come with the world, so the same world ends the same way.
 *
 * `observe` hears everything in order; when it answers `false` the run stops there. Otherwise it goes on until every
 * question has ended.
 */
export function simulate(
  world: World,
  settings: BrandSettings,
  observe: (happening: Happening) => boolean | undefined,
): void {
  for (const _ of simulateInSteps(world, settings, observe)) {
    // All at once.
  }
}

/** The same, moment by moment, for those who must let others have a turn in between. */
export function simulateInSteps(
  world: World,
  settings: BrandSettings,
  observe: (happening: Happening) => boolean | undefined,
): Generator<void> {
  return new Simulation(world, settings, observe).run();
}

class Simulation {
  readonly #time: Timeline;
  readonly #people: SimPerson[];
  readonly #byId: Map<string, SimPerson>;
  readonly #arrivals: Iterator<Arrival>;
  #waiting: SimQuestion[] = [];
  /** Waiting questions that are still to be looked at, since somebody may have a place for them; oldest first. */
  #looking: SimQuestion[] = [];
  #open = 0;
  #isStopped = false;

  constructor(
    readonly world: World,
    readonly settings: BrandSettings,
    readonly observe: (happening: Happening) => boolean | undefined,
  ) {
    this.#time = new Timeline(world.startsAt);
    this.#people = world.people.map((person) => personOf(person, world.startsAt));
    this.#byId = new Map(this.#people.map((person) => [person.memberId, person]));
    this.#arrivals = world.arrivals[Symbol.iterator]();
  }

  *run(): Generator<void> {
    for (const { memberId, presence } of this.world.people) {
      const person = this.#person(memberId);
      for (const { from, to, end } of presence) {
        this.#time.at(from, () => this.#come(person, to));
        if (to !== Number.POSITIVE_INFINITY) this.#time.at(to, () => this.#go(person, end));
      }
    }
    this.#planArrival();
    while (!this.#isStopped && this.#open > 0) {
      if (!this.#time.next()) return;
      this.#settle();
      yield;
    }
  }

  /** Everything that follows at the same moment. */
  #settle(): void {
    for (;;) {
      if (this.#time.nextAtOnce()) continue;
      if (this.#looking.length === 0) return;
      if (!this.#hasPlace()) this.#looking = [];
      else this.#routeOne(this.#looking.shift());
    }
  }

  /** Open questions are those that come, wait, or are talked about: without one the rest of the agenda changes nothing. */
  #planArrival(): void {
    const next = this.#arrivals.next();
    if (next.done) return;
    this.#open += 1;
    this.#time.at(next.value.at, () => this.#arrive(next.value));
  }

  #arrive(arrival: Arrival): void {
    this.#planArrival();
    const question = questionOf(arrival, this.settings, this.#time.date());
    this.#waiting.push(question);
    this.#tell({ kind: "arrived", at: this.#time.now, id: question.id });
    if (arrival.patience !== Number.POSITIVE_INFINITY) {
      question.patience = this.#time.in(arrival.patience, () => this.#end(question, "abandoned"));
    }
    this.#routeOne(question);
  }

  #come(person: SimPerson, until: number): void {
    Object.assign(person, { isOpen: true, awaySince: null, lapses: 0 });
    person.leaseUntil = this.#time.dateAt(until);
    if (person.load === 0) person.idleSince = this.#time.date();
    this.#tell({ kind: "present", at: this.#time.now, memberId: person.memberId });
    this.#drain();
  }

  /** Pausing passes what still rings; from a screen that is gone nothing comes any more. */
  #go(person: SimPerson, end: "paused" | "gone"): void {
    if (end === "paused") {
      person.isOpen = false;
      for (const question of this.#waiting) {
        for (const offer of question.offers)
          if (offer.memberId === person.memberId) this.#close(offer, "declined");
      }
    }
    this.#tell({ kind: "absent", at: this.#time.now, memberId: person.memberId });
    // Whoever hoped for him alone is left now, or later; nobody may have a place at all.
    for (const question of [...this.#waiting]) this.#routeOne(question);
  }

  /** Has the waiting questions looked at again, for as long as anybody has a place for them. */
  #drain(): void {
    this.#looking = [...this.#waiting];
  }

  #hasPlace(): boolean {
    const now = this.#time.date();
    return this.#people.some((person) => freePlaces(person) > 0 && isThere(person, now));
  }

  #routeOne(question: SimQuestion | undefined): void {
    const index = question ? this.#waiting.indexOf(question) : -1;
    if (!question || index < 0) return;
    question.isDue = true;
    const queue = this.#waiting.slice(0, index + 1);
    const { decisions } = routeQueue(queue, this.#people, candidateOf, this.settings, this.#time.date());
    question.isDue = false;
    for (const { waiting, step } of decisions) this.#apply(waiting, step);
  }

  #apply(question: SimQuestion, step: Step): void {
    for (const { offerId, as } of step.lapse) {
      const offer = question.offers.find(({ id }) => id === offerId);
      if (!offer) continue;
      this.#close(offer, as === "expired" ? "expired" : "withdrawn");
      if (as === "expired") this.#lapse(this.#person(offer.memberId));
    }
    for (const { memberId, reserves } of step.make) this.#offer(question, memberId, reserves, step.wave);
    question.question.wave = step.wave;
    if (step.breaksPromise) question.question.promiseKept = false;
    this.#time.callOff(question.wake);
    question.wake = undefined;
    if (step.outcome === "left") {
      this.#end(question, "left");
      return;
    }
    if (step.wakeAt) question.wake = this.#time.on(step.wakeAt, () => this.#routeOne(question));
  }

  #lapse(person: SimPerson): void {
    person.lapses += 1;
    if (person.lapses < this.settings.awayAfterLapses || person.awaySince) return;
    const awaySince = this.#time.date();
    person.awaySince = awaySince;
    this.#time.in(this.world.backAfter, () => {
      if (person.awaySince !== awaySince) return;
      Object.assign(person, { awaySince: null, lapses: 0, idleSince: this.#time.date() });
      this.#drain();
    });
  }

  #offer(question: SimQuestion, memberId: string, reserves: boolean, wave: number): void {
    const person = this.#person(memberId);
    const offer: SimOffer = {
      id: `${question.id}:${question.offers.length}`,
      memberId,
      state: "made",
      reserves,
      madeAt: this.#time.date(),
      expiresAt: this.#time.date(this.settings.offerSeconds),
    };
    question.offers.push(offer);
    if (reserves) person.load += 1;
    const reaction = this.world.react({ questionId: question.id, memberId, wave, reserves });
    if (reaction.deliveredAfter === null) return;
    this.#time.soon(reaction.deliveredAfter, () => {
      if (offer.state === "made" && this.#isThere(person)) offer.state = "delivered";
    });
    if (reaction.answer === "silence") return;
    this.#time.soon(Math.max(reaction.after, reaction.deliveredAfter), () => {
      if (offer.state !== "delivered" || !this.#isThere(person)) return;
      if (reaction.answer === "accept") this.#accept(question, offer, person);
      else this.#decline(question, offer, person);
    });
  }

  #decline(question: SimQuestion, offer: SimOffer, person: SimPerson): void {
    this.#close(offer, "declined");
    person.lapses = 0;
    this.#routeOne(question);
  }

  #accept(question: SimQuestion, offer: SimOffer, person: SimPerson): void {
    if (!offer.reserves) {
      if (freePlaces(person) === 0) return;
      person.load += 1;
    }
    offer.state = "accepted";
    person.lapses = 0;
    person.chats += 1;
    const { answerAfter, chatSeconds } = question.arrival;
    const waited = this.#secondsSince(question);
    const promiseKept = waited + answerAfter <= question.question.promiseSeconds;
    this.#tell({
      kind: "joined",
      at: this.#time.now,
      id: question.id,
      memberId: person.memberId,
      chats: person.chats,
    });
    this.#leaveQueue(question);
    this.#time.in(Math.max(answerAfter, chatSeconds), () => {
      person.load -= 1;
      person.chats -= 1;
      person.hasHelped = true;
      if (person.chats === 0) person.idleSince = this.#time.date();
      this.#tell({ kind: "freed", at: this.#time.now, memberId: person.memberId, chats: person.chats });
      this.#over(question, { as: "answered", waited, memberId: person.memberId, promiseKept });
      this.#drain();
    });
  }

  /** A question that nobody took: given up by its visitor, or left. */
  #end(question: SimQuestion, as: "left" | "abandoned"): void {
    this.#tell({ kind: "gave-up", at: this.#time.now, id: question.id });
    this.#leaveQueue(question);
    const { promiseKept } = question.question;
    this.#over(question, { as, waited: this.#secondsSince(question), memberId: null, promiseKept });
  }

  #leaveQueue(question: SimQuestion): void {
    for (const offer of question.offers) this.#close(offer, "withdrawn");
    this.#time.callOff(question.wake);
    this.#time.callOff(question.patience);
    this.#waiting.splice(this.#waiting.indexOf(question), 1);
  }

  #over(question: SimQuestion, how: Pick<Outcome, "as" | "waited" | "memberId" | "promiseKept">): void {
    this.#open -= 1;
    const askedAt = question.arrival.at;
    const outcome = { id: question.id, askedAt, offers: question.offers.length, ...how };
    this.#tell({ kind: "over", at: this.#time.now, outcome });
  }

  /** Ends a live offer; a place that it held is for the others. */
  #close(offer: SimOffer, state: "declined" | "expired" | "withdrawn"): void {
    if (!isLive(offer)) return;
    offer.state = state;
    if (!offer.reserves) return;
    this.#person(offer.memberId).load -= 1;
    this.#drain();
  }

  #isThere(person: SimPerson): boolean {
    return person.isOpen && person.leaseUntil !== null && person.leaseUntil > this.#time.date();
  }

  #secondsSince(question: SimQuestion): number {
    return (this.#time.date().getTime() - question.question.askedAt.getTime()) / 1000;
  }

  #person(memberId: string): SimPerson {
    const person = this.#byId.get(memberId);
    if (!person) throw new RangeError(`nobody is called ${memberId}`);
    return person;
  }

  #tell(happening: Happening): void {
    if (this.observe(happening) === false) this.#isStopped = true;
  }
}
