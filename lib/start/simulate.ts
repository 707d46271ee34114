import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { type PlotPart, plotPage } from "@/lib/domain/simulation/plot-page";
import { now } from "@/lib/server/clock";
import { closeDatabase } from "@/lib/server/database";
import { runCommand } from "@/lib/start/command";
import { loadSecrets, withSecrets } from "@/lib/start/secrets";
import { checkSettings } from "@/lib/start/settings";
import { readChange, simulateBrand } from "@/lib/start/simulate-brand";
import { inventedOptions, readInvented, simulateInvented } from "@/lib/start/simulate-invented";
import { simulateReference } from "@/lib/start/simulate-reference";
import { StartError } from "@/lib/start/start-error";
import { withDatabase } from "@/lib/start/with-database";

const say = (line: string) => process.stdout.write(`${line}\n`);

/**
 * `npm run simulate`: the exact queues; `-- --arrivals exponential:30 --patience … --service …`: an invented brand;
 * `-- [--demo] --brand <slug> --days 7 --set capacity=3 …`: a brand's past days. `--out plots.html` keeps the plots.
 */
async function simulateNow(): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const { values } = parseArgs({
    options: {
      ...inventedOptions,
      brand: { type: "string" },
      days: { type: "string", default: "7" },
      set: { type: "string", multiple: true, default: [] },
      seed: { type: "string", default: "1" },
      seeds: { type: "string", default: "8" },
      out: { type: "string" },
      demo: { type: "boolean", default: false },
    },
  });
  const days = Number(values.days);
  const seed = Number(values.seed);
  const count = Number(values.seeds);
  if (!(days > 0) || !Number.isSafeInteger(seed) || !Number.isInteger(count) || count < 1 || count > 1_000)
    throw new StartError("--days is a number above 0, --seed a whole number, --seeds one from 1 to 1000.");
  const seeds = Array.from({ length: count }, (_, index) => seed + index);
  const { brand: slug, arrivals, out } = values;
  const change = readChange(values.set);
  const parts = await (async (): Promise<PlotPart[]> => {
    if (slug) return pastOf(values.demo, { slug, days, change, seeds });
    if (arrivals === undefined) return simulateReference(seed, say);
    const model = readInvented({ ...values, arrivals });
    return simulateInvented({ model, settings: change.settings, seeds, say });
  })();
  if (!out) return;
  await writeFile(out, plotPage("Entraide, simulated", parts));
  say(`The plots are in ${out}.`);
}

/** With the installation's own database, or the demonstration's. */
async function pastOf(
  isDemo: boolean,
  what: Omit<Parameters<typeof simulateBrand>[0], "now" | "say">,
): Promise<PlotPart[]> {
  const { DATA_DIR } = checkSettings(process.env);
  const secrets = await loadSecrets(DATA_DIR);
  let parts: PlotPart[] = [];
  await withDatabase({ url: process.env.DATABASE_URL, dataDir: DATA_DIR }, async (own) => {
    // The demo lives in a database of its own on the same server.
    const url = isDemo ? Object.assign(new URL(own), { pathname: "/demo" }).href : own;
    const { NEXTAUTH_URL = "" } = process.env;
    Object.assign(process.env, withSecrets(process.env, secrets), {
      DATABASE_URL: url,
      NEXTAUTH_URL: NEXTAUTH_URL || "http://localhost:3000",
    });
    try {
      parts = await simulateBrand({ ...what, now: now(), say });
    } finally {
      await closeDatabase();
    }
  });
  return parts;
}

runCommand(import.meta.url, simulateNow);
