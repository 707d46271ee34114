import { type Bench, type FloorName, ROUTERS } from "@/e2e/bench/context";
import type { Measured } from "@/e2e/bench/measured";
import { summarise } from "@/e2e/bench/stats";

const COUNT = 500;
const CLAIMS = 10_000;

/** The least that physics and our own engines allow, measured in the same run as what is compared with it. */
export const floors: Readonly<Record<FloorName, (bench: Bench) => Promise<Measured>>> = {
  "floor.commit": async (bench) => {
    const { url } = await bench.engine();
    const { output } = await bench.generator().run("floor-commit", { databaseUrl: url, count: COUNT });
    return timed("floor.commit", output.samples);
  },
  "floor.publish": async (bench) => {
    const { address: server, secrets } = bench;
    const { output } = await bench.generator().run("floor-publish", {
      server,
      appId: secrets.PUSHER_APP_ID,
      secret: secrets.PUSHER_SECRET,
      count: COUNT,
    });
    return timed("floor.publish", output.samples);
  },
  "floor.http": async (bench) => {
    // An address that no route has: the API's own frame, and nothing in it.
    const call = { server: bench.address, path: "/api/bench", expected: 404, count: COUNT };
    const { output } = await bench.generator().run("floor-http", call);
    return timed("floor.http", output.samples);
  },
  "floor.http.next": async (bench) => {
    // The least of Next's own route handlers: it lists nothing where no service is set up.
    const call = { server: bench.address, path: "/api/auth/csrf", expected: 200, count: COUNT / 5 };
    const { output } = await bench.generator().run("floor-http", call);
    return timed("floor.http.next", output.samples);
  },
  "floor.claim": async (bench) => {
    const { url } = await bench.engine();
    const claim = { databaseUrl: url, connections: ROUTERS, count: CLAIMS };
    const { output } = await bench.generator().run("floor-claim", claim);
    return {
      name: "floor.claim",
      value: output.perSecond,
      unit: "/s",
      samples: summarise(output.samples),
      facts: { connections: ROUTERS, claims: CLAIMS },
    };
  },
};

function timed(name: FloorName, samples: readonly number[]): Measured {
  const summary = summarise(samples);
  return { name, value: summary.p95, unit: "ms", samples: summary };
}

/** The sum of the p95 of some floors, in milliseconds. */
export async function sumOfFloors(
  bench: Bench,
  names: readonly FloorName[],
): Promise<{ of: string; value: number }> {
  let value = 0;
  for (const name of names) value += (await bench.floor(name)).value;
  return { of: names.join(" + "), value };
}
