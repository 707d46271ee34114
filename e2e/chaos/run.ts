/**
 * `npm run chaos [-- <fault> …] [--minutes N]`: starts the product on a database of its own, lets people ask and answer,
 * does to it what goes wrong in life, and says for each fault what was done, what was found, and PASS or FAIL; the same
 * is written to `.data/chaos.json`. `--minutes`: how long faults that last shall last. Ends with 1 when one failed.
 */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Fault, Outcome } from "@/e2e/chaos/fault";
import { faults } from "@/e2e/chaos/faults/all";
import { startWorld, type World } from "@/e2e/chaos/world";
import { build } from "@/lib/start/build";
import { hasBuild } from "@/lib/start/build-stamp";
import { ROOT } from "@/lib/start/root";
import { createShutdown } from "@/lib/start/shutdown";

const FILE = ".data/chaos.json";
const LOG = ".data/chaos.log";
const MOST_MINUTES = 60;

type Result = Outcome & { name: string; verdict: "PASS" | "FAIL" };

const say = (sentence: string) => void process.stderr.write(`  ${sentence}\n`);
const { values, positionals } = readWords();
const minutes = values.minutes === undefined ? null : Number(values.minutes);
const unknown = positionals.filter((word) => !faults.some(({ name }) => name === word));
if (unknown.length > 0 || (minutes !== null && !(minutes > 0 && minutes <= MOST_MINUTES))) {
  refuse();
}

function readWords() {
  try {
    return parseArgs({ allowPositionals: true, options: { minutes: { type: "string" } } });
  } catch {
    return refuse();
  }
}

function refuse(): never {
  say(`There are: ${faults.map(({ name }) => name).join(", ")}; --minutes is up to ${MOST_MINUTES}.`);
  process.exit(1);
}

const results: Result[] = [];
const shutdown = createShutdown({ say, exit: (code) => process.exit(code || 130) });
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => shutdown.signal(name));

try {
  await run();
} catch (error) {
  // What a signal has interrupted is nobody's fault.
  if (!shutdown.begun) throw error;
} finally {
  await shutdown.run();
}

async function run(): Promise<void> {
  if (!(await hasBuild(ROOT))) {
    say("Building, a minute or two …");
    await build();
  }
  const at = new Date();
  const world = await startWorld({ shutdown, minutes, say });
  for (const fault of faults) {
    if (shutdown.begun) return;
    if (positionals.length > 0 && !positionals.includes(fault.name)) continue;
    const result = await tryFault(fault, world);
    if (shutdown.begun) return;
    results.push(result);
    print(result);
    // What follows a failure would only repeat it.
    if (result.verdict === "FAIL" && !(await isWell(world))) break;
  }
  await mkdir(path.dirname(FILE), { recursive: true });
  await writeFile(FILE, `${JSON.stringify({ at: at.toISOString(), faults: results }, null, 2)}\n`);
  await writeFile(LOG, [world.web, world.worker].map((server) => server.output()).join("\n"));
  say(`Written to ${FILE}; what the processes said is in ${LOG}.`);
  if (results.some(({ verdict }) => verdict === "FAIL")) process.exitCode = 1;
}

async function tryFault(fault: Fault, world: World): Promise<Result> {
  say(`${fault.name} …`);
  const { name } = fault;
  let timer: NodeJS.Timeout | undefined;
  const limit = fault.limitSeconds(minutes);
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Not done within ${limit} s.`)), limit * 1000);
  });
  try {
    const outcome = await Promise.race([fault.run(world), over]);
    return { name, verdict: outcome.problems.length === 0 ? "PASS" : "FAIL", ...outcome };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { name, verdict: "FAIL", did: [], found: {}, problems: [reason] };
  } finally {
    clearTimeout(timer);
  }
}

async function isWell(world: World): Promise<boolean> {
  const answers = [world.web, world.worker].map(({ origin }) =>
    fetch(`${origin}/api/health`, { signal: AbortSignal.timeout(5_000) }).then(
      ({ ok }) => ok,
      () => false,
    ),
  );
  return (await Promise.all(answers)).every(Boolean);
}

function print({ name, verdict, did, found, problems }: Result): void {
  const counted = Object.entries(found).map(([what, number]) => `${what} ${number}`);
  const lines = [`${verdict} ${name}`, ...did, counted.join(", "), ...problems.map((each) => `! ${each}`)];
  process.stdout.write(`${lines.filter((line) => line !== "").join("\n    ")}\n`);
}
