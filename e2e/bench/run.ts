/**
 * `npm run bench [-- <figure> …]`: starts the product on a database of its own, measures, prints one line a figure
 * (`name value unit target PASS|MISS`) and writes `.data/bench.json`. What a person may want to read meanwhile goes to
 * stderr. Ends with 1 when something could not be measured; a missed target is a result.
 */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { startBench } from "@/e2e/bench/bench";
import type { Bench } from "@/e2e/bench/context";
import type { Figure } from "@/e2e/bench/figure";
import { figures } from "@/e2e/bench/figures/all";
import { machineOf } from "@/e2e/bench/machine";
import type { Measured } from "@/e2e/bench/measured";
import { reportOf } from "@/e2e/bench/report";
import { lineOf } from "@/e2e/bench/verdict";
import { build } from "@/lib/start/build";
import { isBuilt } from "@/lib/start/build-stamp";
import { ROOT } from "@/lib/start/root";
import { createShutdown } from "@/lib/start/shutdown";

const FILE = ".data/bench.json";

const say = (sentence: string) => void process.stderr.write(`  ${sentence}\n`);
const wanted = process.argv.slice(2);
const unknown = wanted.filter((word) => !figures.some(({ name }) => name === word));
if (unknown.length > 0) {
  say(`There is no figure ${unknown.join(", ")}. There are: ${figures.map(({ name }) => name).join(", ")}.`);
  process.exit(1);
}

const measured: Measured[] = [];
const failed: { name: string; reason: string }[] = [];
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
  if (!(await isBuilt(ROOT))) {
    say("Building, a minute or two, until the next change …");
    await build();
  }
  const at = new Date();
  const bench = await startBench({ shutdown, say, onFloor: tell });
  const { rows } = await bench.database.query<{ version: string }>(
    "SELECT current_setting('server_version') AS version",
  );
  const machine = machineOf(rows[0]?.version ?? "unknown");
  say(
    `${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB; Node ${machine.node}, PostgreSQL ${machine.postgres}`,
  );
  if (machine.loadBefore > machine.cores / 2) {
    say(`The machine was busy before we began (load ${machine.loadBefore}): what follows is too slow.`);
  }
  for (const figure of figures) {
    if (shutdown.begun) return;
    if (wanted.length === 0 || wanted.includes(figure.name)) await measure(figure, bench);
  }
  await mkdir(path.dirname(FILE), { recursive: true });
  await writeFile(FILE, `${JSON.stringify(reportOf({ at, machine, measured, failed }), null, 2)}\n`);
  say(`Written to ${FILE}.`);
  if (failed.length > 0) process.exitCode = 1;
}

async function measure(figure: Figure, bench: Bench): Promise<void> {
  say(`${figure.name} …`);
  try {
    await bench.rest();
    for (const each of await inTime(figure, bench)) tell(each);
  } catch (error) {
    if (shutdown.begun) return;
    const reason = error instanceof Error ? error.message : String(error);
    failed.push({ name: figure.name, reason });
    process.stdout.write(`${figure.name} - - - FAILED\n`);
    say(reason);
    await bench.endWorkers();
  }
}

/** What the figure measures. Throws an `Error` when its time is over. */
async function inTime(figure: Figure, bench: Bench): Promise<Measured[]> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    const late = new Error(`Not done within ${figure.limitSeconds} s.`);
    timer = setTimeout(() => reject(late), figure.limitSeconds * 1000);
  });
  try {
    return await Promise.race([figure.measure(bench), over]);
  } finally {
    clearTimeout(timer);
  }
}

function tell(each: Measured): void {
  measured.push(each);
  process.stdout.write(`${lineOf(each)}\n`);
  for (const remark of each.remarks ?? []) say(remark);
}
