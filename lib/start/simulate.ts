import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { referencePoints, runReference } from "@/lib/domain/simulation/reference";
import { textPlot } from "@/lib/domain/simulation/text-plot";
import { now } from "@/lib/server/clock";
import { closeDatabase } from "@/lib/server/database";
import { runCommand } from "@/lib/start/command";
import { loadSecrets, withSecrets } from "@/lib/start/secrets";
import { checkSettings } from "@/lib/start/settings";
import { readChange, simulateBrand } from "@/lib/start/simulate-brand";
import { StartError } from "@/lib/start/start-error";
import { withDatabase } from "@/lib/start/with-database";

/** What is further off the exact figure than this is missed. */
const tolerance = 0.02;
const say = (line: string) => process.stdout.write(`${line}\n`);

const words = { waits: "waits", givesUp: "give up", meanWait: "mean wait" } as const;

/** The table of reference points: exact, simulated with its 95 % interval, how far off. Returns how many are missed. */
function showReference(seed: number): number {
  let missed = 0;
  say("Routing's own rule against the exact queues of the textbooks (times in mean service times)");
  for (const point of referencePoints) {
    const waits: number[] = [];
    const results = runReference(point, { seed, onWait: (wait) => waits.push(wait) });
    say("");
    for (const { name, figure, exact, found, off } of results) {
      const isMissed = !(Math.abs(off) <= tolerance);
      if (isMissed) missed += 1;
      const interval = `${found.mean.toFixed(6)} ± ${found.margin.toFixed(6)}`;
      const title = `${name}: ${words[figure]}`;
      say(
        `${title.padEnd(52)} ${exact.toFixed(6)} ${interval} ${(100 * off).toFixed(2).padStart(6)} % ${isMissed ? "MISS" : "PASS"}`,
      );
    }
    for (const line of textPlot(waits, { bins: 6, most: 1.2, label: (from) => from.toFixed(1) })) say(line);
  }
  return missed;
}

/** `npm run simulate [-- [--demo] --brand <slug> --days 7 --set capacity=3 …]` */
async function simulateNow(): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const { values } = parseArgs({
    options: {
      brand: { type: "string" },
      days: { type: "string", default: "7" },
      set: { type: "string", multiple: true, default: [] },
      seed: { type: "string", default: "1" },
      demo: { type: "boolean", default: false },
    },
  });
  const days = Number(values.days);
  const seed = Number(values.seed);
  if (!(days > 0) || !Number.isSafeInteger(seed))
    throw new StartError("--days is a number above 0, --seed a whole number.");
  const { brand: slug } = values;
  if (!slug) {
    if (showReference(seed) > 0) throw new StartError("A reference point is more than 2 % off.");
    return;
  }
  const change = readChange(values.set);
  const { DATA_DIR } = checkSettings(process.env);
  const secrets = await loadSecrets(DATA_DIR);
  await withDatabase({ url: process.env.DATABASE_URL, dataDir: DATA_DIR }, async (own) => {
    // The demo lives in a database of its own on the same server.
    const url = values.demo ? Object.assign(new URL(own), { pathname: "/demo" }).href : own;
    const { NEXTAUTH_URL = "" } = process.env;
    Object.assign(process.env, withSecrets(process.env, secrets), {
      DATABASE_URL: url,
      NEXTAUTH_URL: NEXTAUTH_URL || "http://localhost:3000",
    });
    try {
      await simulateBrand({ slug, days, change, seed, now: now(), say });
    } finally {
      await closeDatabase();
    }
  });
}

runCommand(import.meta.url, simulateNow);
