import type { Bench } from "@/e2e/bench/context";
import type { Figure } from "@/e2e/bench/figure";
import { sumOfFloors } from "@/e2e/bench/figures/floors";
import { watchLoad } from "@/e2e/bench/machine";
import type { Measured } from "@/e2e/bench/measured";
import type { SeededBrand } from "@/e2e/bench/people";
import { endAll, seedBrand, seedChats, seedMembers, seedVisitors } from "@/e2e/bench/seed";
import { summarise } from "@/e2e/bench/stats";
import { bottleneckRemarks } from "@/e2e/bench/worker/client";
import type { MessagesStep } from "@/e2e/bench/worker/jobs/messages";

const CHATS = 200;
const DELIVERY = { perSecond: 300, seconds: 10 };
/** Until the server's code is compiled, and as many connections as this rate needs are open, their statements prepared. */
const WARM_UP = { perSecond: DELIVERY.perSecond, seconds: 4 };
/** The p95 that a rate of the ceiling must stay under. */
const CEILING_P95_MS = 100;
const CEILING_STEP_SECONDS = 5;
const CEILING_RATES = [200, 400, 600, 700, 800, 900, 1000, 1200, 1400, 1600, 2000];
const FLOORS = ["floor.http", "floor.commit", "floor.publish"] as const;

async function seedConversations(bench: Bench): Promise<SeededBrand> {
  const { database } = bench;
  const brand = await seedBrand(database, bench.nextBrand());
  await seedMembers(database, brand, { count: CHATS, signedIn: true });
  await seedVisitors(database, brand, CHATS);
  await seedChats(database, brand, CHATS);
  await database.query("ANALYZE");
  return brand;
}

/** From a message's request to its event at the other side. */
export const messageDelivery: Figure = {
  name: "message_delivery",
  limitSeconds: 90,
  async measure(bench) {
    const floor = await sumOfFloors(bench, FLOORS);
    const brand = await seedConversations(bench);
    const load = watchLoad(bench.server.pid());
    const { output, use } = await bench.generator().run("messages", {
      server: bench.address,
      brand,
      chats: CHATS,
      warmUp: WARM_UP,
      steps: [DELIVERY],
    });
    const used = load();
    await endAll(bench.database, brand);
    const [step] = output.steps;
    if (!step) throw new Error("Nothing was sent.");
    const samples = summarise(step.samples);
    const cold = summarise(output.warmUp.samples);
    return [
      {
        name: "message_delivery",
        value: samples.p95,
        unit: "ms",
        target: { atMost: 2 * floor.value },
        floor,
        samples,
        facts: { ...factsOf(step), ...DELIVERY, generatorCores: use.cores, ...used },
        remarks: bottleneckRemarks(use),
      },
      { name: "message_delivery.cold", value: cold.p95, unit: "ms", samples: cold },
      counted("message_delivery.lost", step.lost + output.warmUp.lost),
      counted("message_delivery.twice", step.twice + output.warmUp.twice),
      counted("message_delivery.disordered", step.disordered + output.warmUp.disordered),
    ];
  },
};

/** The highest rate at which messages still arrive in time. */
export const messageCeiling: Figure = {
  name: "message_ceiling",
  limitSeconds: 240,
  async measure(bench) {
    const brand = await seedConversations(bench);
    const load = watchLoad(bench.server.pid());
    const { output, use } = await bench.generator().run("messages", {
      server: bench.address,
      brand,
      chats: CHATS,
      warmUp: WARM_UP,
      steps: CEILING_RATES.map((perSecond) => ({ perSecond, seconds: CEILING_STEP_SECONDS })),
      untilP95Ms: CEILING_P95_MS,
    });
    const used = load();
    await endAll(bench.database, brand);
    const inTime = output.steps.filter((step) => isInTime(step));
    const best = inTime.at(-1);
    const steps = output.steps.map((step) => {
      const p95 = step.samples.length > 0 ? Math.round(summarise(step.samples).p95) : "none";
      return `${step.perSecond}/s: p95 ${p95} ms, ${step.lost} lost, ${step.refused} refused`;
    });
    return [
      {
        name: "message_ceiling",
        value: best?.perSecond ?? 0,
        unit: "/s",
        target: { atLeast: 800 },
        ...(best ? { samples: summarise(best.samples) } : {}),
        facts: {
          chats: CHATS,
          stepSeconds: CEILING_STEP_SECONDS,
          steps: steps.join("; "),
          generatorCores: use.cores,
          ...used,
        },
        remarks: bottleneckRemarks(use),
      },
    ];
  },
};

function isInTime({ samples, lost, refused }: MessagesStep): boolean {
  return lost === 0 && refused === 0 && samples.length > 0 && summarise(samples).p95 < CEILING_P95_MS;
}

function factsOf({ sent, refused, answers, lateMs }: MessagesStep): Record<string, number> {
  return {
    chats: CHATS,
    sent,
    refused,
    answerP95Ms: summarise(answers).p95,
    lateP99Ms: summarise(lateMs).p99,
  };
}

function counted(name: string, value: number): Measured {
  return { name, value, unit: "messages", target: { atMost: 0 } };
}
