import type { BrandSettings } from "@/lib/domain/brand/settings";
import { freePlaces, isThere } from "@/lib/domain/routing/candidate";
import { isLive, type Step } from "@/lib/domain/routing/next-step";
import { routeQueue } from "@/lib/domain/routing/route-queue";
import { Agenda, type Entry } from "./agenda";
import { candidateOf, personOf, type SimPerson } from "./sim-person";
import { questionOf, type SimOffer, type SimQuestion } from "./sim-question";
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
  readonly #agenda = new Agenda();
  readonly #people: SimPerson[];
  readonly #byId: Map<string, SimPerson>;
  readonly #arrivals: Iterator<Arrival>;
  #waiting: SimQuestion[] = [];
  /** What happens at this very moment, before the agenda goes on. */
  readonly #atOnce: (() => void)[] = [];
  /** Waiting questions that are still to be looked at, since somebody may have a place for them; oldest first. */
  #looking: SimQuestion[] = [];
  #open = 0;
  #now = 0;
  #isStopped = false;

  constructor(
    readonly world: World,
    readonly settings: BrandSettings,
    readonly observe: (happening: Happening) => boolean | undefined,
  ) {
    this.#people = world.people.map((person) => personOf(person, world.startsAt));
    this.#byId = new Map(this.#people.map((person) => [person.memberId, person]));
    this.#arrivals = world.arrivals[Symbol.iterator]();
  }

  *run(): Generator<void> {
    for (const { memberId, presence } of this.world.people) {
      const person = this.#person(memberId);
      for (const stretch of presence) {
        this.#agenda.plan(ms(stretch.from), () => this.#come(person, stretch.to));
        if (stretch.to !== Number.POSITIVE_INFINITY)
          this.#agenda.plan(ms(stretch.to), () => this.#go(person, stretch.end));
      }
    }
    this.#planArrival();
    while (!this.#isStopped && this.#open > 0) {
      const entry = this.#agenda.take();
      if (!entry) return;
      this.#now = entry.at;
      entry.run();
      this.#settle();
      yield;
    }
  }

  /** Everything that follows at the same moment. */
  #settle(): void {
    for (;;) {
      const next = this.#atOnce.shift();
      if (next) next();
      else if (this.#looking.length === 0) return;
      else if (!this.#hasPlace()) this.#looking = [];
      else this.#routeOne(this.#looking.shift());
    }
  }

  /** Open questions are those that come, wait, or are talked about: without one the rest of the agenda changes nothing. */
  #planArrival(): void {
    const next = this.#arrivals.next();
    if (next.done) return;
    this.#open += 1;
    this.#agenda.plan(ms(next.value.at), () => this.#arrive(next.value));
  }

  #arrive(arrival: Arrival): void {
    this.#planArrival();
    const question = questionOf(arrival, this.settings, this.#date());
    this.#waiting.push(question);
    this.#tell({ kind: "arrived", at: this.#now, id: question.id });
    if (arrival.patience !== Number.POSITIVE_INFINITY) {
      question.patience = this.#in(arrival.patience, () => this.#end(question, "abandoned"));
    }
    this.#routeOne(question);
  }

  #come(person: SimPerson, until: number): void {
    Object.assign(person, { isOpen: true, awaySince: null, lapses: 0 });
    person.leaseUntil = until === Number.POSITIVE_INFINITY ? farAhead : this.#date(ms(until));
    if (person.load === 0) person.idleSince = this.#date();
    this.#tell({ kind: "present", at: this.#now, memberId: person.memberId });
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
    this.#tell({ kind: "absent", at: this.#now, memberId: person.memberId });
    // Whoever hoped for him alone is left now, or later; nobody may have a place at all.
    for (const question of [...this.#waiting]) this.#routeOne(question);
  }

  /** Has the waiting questions looked at again, for as long as anybody has a place for them. */
  #drain(): void {
    this.#looking = [...this.#waiting];
  }

  #hasPlace(): boolean {
    const now = this.#date();
    return this.#people.some((person) => freePlaces(person) > 0 && isThere(person, now));
  }

  #routeOne(question: SimQuestion | undefined): void {
    const index = question ? this.#waiting.indexOf(question) : -1;
    if (!question || index < 0) return;
    question.isDue = true;
    const queue = this.#waiting.slice(0, index + 1);
    const { decisions } = routeQueue(queue, this.#people, candidateOf, this.settings, this.#date());
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
    if (question.wake) this.#agenda.callOff(question.wake);
    question.wake = undefined;
    if (step.outcome === "left") {
      this.#end(question, "left");
      return;
    }
    if (step.wakeAt) {
      const at = step.wakeAt.getTime() - this.world.startsAt.getTime();
      question.wake = this.#agenda.plan(at, () => this.#routeOne(question));
    }
  }

  #lapse(person: SimPerson): void {
    person.lapses += 1;
    if (person.lapses < this.settings.awayAfterLapses || person.awaySince) return;
    const awaySince = this.#date();
    person.awaySince = awaySince;
    this.#in(this.world.backAfter, () => {
      if (person.awaySince !== awaySince) return;
      Object.assign(person, { awaySince: null, lapses: 0, idleSince: this.#date() });
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
      madeAt: this.#date(),
      expiresAt: this.#date(this.#now + ms(this.settings.offerSeconds)),
    };
    question.offers.push(offer);
    if (reserves) person.load += 1;
    const reaction = this.world.react({ questionId: question.id, memberId, wave, reserves });
    if (reaction.deliveredAfter === null) return;
    this.#soon(reaction.deliveredAfter, () => {
      if (offer.state === "made" && this.#isThere(person)) offer.state = "delivered";
    });
    if (reaction.answer === "silence") return;
    this.#soon(Math.max(reaction.after, reaction.deliveredAfter), () => {
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
      at: this.#now,
      id: question.id,
      memberId: person.memberId,
      chats: person.chats,
    });
    this.#leaveQueue(question);
    this.#in(Math.max(answerAfter, chatSeconds), () => {
      person.load -= 1;
      person.chats -= 1;
      person.hasHelped = true;
      if (person.load === 0) person.idleSince = this.#date();
      this.#tell({ kind: "freed", at: this.#now, memberId: person.memberId, chats: person.chats });
      this.#over(question, { as: "answered", waited, memberId: person.memberId, promiseKept });
      this.#drain();
    });
  }

  /** A question that nobody took: given up by its visitor, or left. */
  #end(question: SimQuestion, as: "left" | "abandoned"): void {
    this.#tell({ kind: "gave-up", at: this.#now, id: question.id });
    this.#leaveQueue(question);
    const { promiseKept } = question.question;
    this.#over(question, { as, waited: this.#secondsSince(question), memberId: null, promiseKept });
  }

  #leaveQueue(question: SimQuestion): void {
    for (const offer of question.offers) this.#close(offer, "withdrawn");
    if (question.wake) this.#agenda.callOff(question.wake);
    if (question.patience) this.#agenda.callOff(question.patience);
    this.#waiting.splice(this.#waiting.indexOf(question), 1);
  }

  #over(question: SimQuestion, how: Pick<Outcome, "as" | "waited" | "memberId" | "promiseKept">): void {
    this.#open -= 1;
    const askedAt = question.arrival.at;
    const outcome = { id: question.id, askedAt, offers: question.offers.length, ...how };
    this.#tell({ kind: "over", at: this.#now, outcome });
  }

  /** Ends a live offer; a place that it held is for the others. */
  #close(offer: SimOffer, state: "declined" | "expired" | "withdrawn"): void {
    if (!isLive(offer)) return;
    offer.state = state;
    if (!offer.reserves) return;
    const person = this.#person(offer.memberId);
    person.load -= 1;
    if (person.load === 0) person.idleSince = this.#date();
    this.#drain();
  }

  #isThere(person: SimPerson): boolean {
    return person.isOpen && person.leaseUntil !== null && person.leaseUntil > this.#date();
  }

  #secondsSince(question: SimQuestion): number {
    return (this.#date().getTime() - question.question.askedAt.getTime()) / 1000;
  }

  #person(memberId: string): SimPerson {
    const person = this.#byId.get(memberId);
    if (!person) throw new RangeError(`nobody is called ${memberId}`);
    return person;
  }

  #in(seconds: number, run: () => void): Entry {
    return this.#agenda.plan(this.#now + ms(seconds), run);
  }

  /** For what cannot be called off. */
  #soon(seconds: number, run: () => void): void {
    if (ms(seconds) === 0) this.#atOnce.push(run);
    else this.#in(seconds, run);
  }

  #date(at = this.#now): Date {
    return new Date(this.world.startsAt.getTime() + at);
  }

  #tell(happening: Happening): void {
    if (this.observe(happening) === false) this.#isStopped = true;
  }
}

/** The last moment of JavaScript's calendar. */
const farAhead = new Date(8.64e15);

const ms = (seconds: number) => Math.round(seconds * 1000);
