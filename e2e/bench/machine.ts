import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";

/** Where a run took place. */
export type Machine = {
  cpu: string;
  cores: number;
  memoryGb: number;
  node: string;
  postgres: string;
  /** How many processes wanted a core in the minute before the run. */
  loadBefore: number;
};

/** This machine. `postgres` is the version that the database states. */
export function machineOf(postgres: string): Machine {
  const [first] = cpus();
  return {
    cpu: first?.model.trim() ?? "unknown",
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    postgres,
    loadBefore: Number((loadavg()[0] ?? 0).toFixed(2)),
  };
}

/** Memory of a process in megabytes, and the seconds of a core it has used since it began; null where unknown. */
export type ProcessUse = { rssMb: number; cpuSeconds: number | null };

/** Linux counts a process's time in hundredths of a second. */
const TICKS_PER_SECOND = 100;

/** What a process uses. Throws when it is gone. */
export function readUse(pid: number): ProcessUse {
  const rssKb = Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" }));
  return { rssMb: rssKb / 1024, cpuSeconds: process.platform === "linux" ? cpuSecondsOf(pid) : null };
}

function cpuSecondsOf(pid: number): number {
  // The name stands in brackets and may hold spaces.
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** Time of all cores so far, in milliseconds. */
function coreTimes(): { idle: number; whole: number } {
  let idle = 0;
  let whole = 0;
  for (const { times } of cpus()) {
    idle += times.idle;
    whole += times.user + times.nice + times.sys + times.idle + times.irq;
  }
  return { idle, whole };
}

/**
 * Seconds of a core that the host of a virtual machine gave to others although we wanted them (the eighth of /proc/stat's
 * times); null where nothing tells.
 */
function stolenSeconds(): number | null {
  if (process.platform !== "linux") return null;
  const [, ...times] = readFileSync("/proc/stat", "utf8").split("\n", 1)[0]?.split(/\s+/) ?? [];
  return Number(times[7] ?? 0) / TICKS_PER_SECOND;
}

/** Begins to watch how busy the machine and one process are; the returned function says it. */
export function watchLoad(pid: number): () => Record<string, number> {
  const begun = performance.now();
  const cores = coreTimes();
  const before = readUse(pid);
  const stolenBefore = stolenSeconds();
  return () => {
    const after = readUse(pid);
    const stolen = stolenSeconds();
    const then = coreTimes();
    const seconds = (performance.now() - begun) / 1000;
    const whole = then.whole - cores.whole;
    const facts: Record<string, number> = { serverRssMb: Math.round(after.rssMb) };
    if (before.cpuSeconds !== null && after.cpuSeconds !== null) {
      facts.serverCores = Number(((after.cpuSeconds - before.cpuSeconds) / seconds).toFixed(2));
    }
    if (whole > 0) facts.machineBusy = Number((1 - (then.idle - cores.idle) / whole).toFixed(2));
    if (stolen !== null && stolenBefore !== null) {
      facts.coresStolen = Number(((stolen - stolenBefore) / seconds).toFixed(2));
    }
    return facts;
  };
}
