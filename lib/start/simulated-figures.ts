import { controlledMean } from "@/lib/domain/simulation/regression";
import { fullShare, keptShare, quantileOf, type RunFigures } from "@/lib/domain/simulation/run-meter";
import type { Bar } from "@/lib/domain/simulation/svg-plot";

const plain = (value: number) => String(Math.round(value * 10) / 10);
const seconds = (value: number) => `${value.toFixed(1)} s`;
const percent = (value: number) => `${(100 * value).toFixed(1)} %`;

/** A figure of runs as it is printed. */
export type Row = { name: string; of: (run: RunFigures) => number | null; show: (value: number) => string };

export const rows: readonly Row[] = [
  { name: "questions", of: ({ questions }) => questions, show: plain },
  { name: "answered", of: ({ answered }) => answered, show: plain },
  { name: "missed", of: ({ missed }) => missed, show: plain },
  { name: "promises kept", of: keptShare, show: percent },
  { name: "wait, half", of: ({ waits }) => quantileOf(waits, 0.5), show: seconds },
  { name: "wait, nine in ten", of: ({ waits }) => quantileOf(waits, 0.9), show: seconds },
  { name: "offers made", of: ({ offers }) => offers, show: plain },
  { name: "time full", of: fullShare, show: percent },
  { name: "overloads", of: ({ overloads }) => overloads, show: plain },
];

/** A figure over runs, with half of its 95 % interval where there are several: "12.4 ± 0.6". */
export function overRuns(row: Row, runs: readonly RunFigures[]): string {
  return estimate(
    row,
    runs.map((run) => row.of(run)),
  );
}

/** How much a figure differs from run to run of the same seeds, pair by pair. */
export function difference(row: Row, before: readonly RunFigures[], after: readonly RunFigures[]): string {
  return estimate(
    row,
    after.map((run, index) => {
      const other = before[index];
      const [a, b] = [other ? row.of(other) : null, row.of(run)];
      return a === null || b === null ? null : b - a;
    }),
  );
}

function estimate({ show }: Row, values: readonly (number | null)[]): string {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return "–";
  const { mean, margin } = controlledMean(known);
  return known.length === 1 ? show(mean) : `${show(mean)} ± ${show(margin)}`;
}

/** Lines of a table: its columns' names, then each figure. */
export function table(columns: readonly (readonly [name: string, of: (row: Row) => string])[]): string[] {
  const width = 24;
  const line = (cells: readonly string[]) => cells.map((cell) => cell.padStart(width)).join("");
  return [
    `${"".padEnd(20)}${line(columns.map(([name]) => name))}`,
    ...rows.map((row) => `${row.name.padEnd(20)}${line(columns.map(([, of]) => of(row)))}`),
  ];
}

/** What each member carried, on average over runs: chats, and the share of his time in which he was full. */
export function loadBars(runs: readonly RunFigures[], most = 40): Bar[] {
  const loads = runs[0]?.loads ?? [];
  return loads
    .map(({ memberId }, index) => {
      const own = runs.flatMap((run) => run.loads[index] ?? []);
      const mean = (of: (load: (typeof own)[number]) => number) =>
        own.reduce((sum, load) => sum + of(load), 0) / Math.max(1, own.length);
      const present = mean((load) => load.presentSeconds);
      const full = present === 0 ? 0 : mean((load) => load.fullSeconds) / present;
      const chats = mean((load) => load.chats);
      return {
        name: memberId.slice(0, 12),
        value: chats,
        text: `${plain(chats)} chats, ${percent(full)} full`,
      };
    })
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value)
    .slice(0, most);
}

/** The waits of all runs, and a round number of seconds that nine in ten of them do not exceed. */
export function waitsOf(runs: readonly RunFigures[]): { waits: number[]; most: number } {
  const waits = runs.flatMap((run) => run.waits).sort((a, b) => a - b);
  return { waits, most: Math.max(10, Math.ceil((quantileOf(waits, 0.9) ?? 0) / 10) * 10) };
}
