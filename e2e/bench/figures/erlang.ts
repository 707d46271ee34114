import type { Figure } from "@/e2e/bench/figure";

const SEED = 1;

/** How far the simulator is off where theory knows the exact figures. */
export const erlang: Figure = {
  name: "erlang",
  limitSeconds: 600,
  async measure(bench) {
    const { output } = await bench.generator().run("erlang", { seed: SEED });
    const off = output.results.map((result) => Math.abs(result.off) * 100);
    const facts = Object.fromEntries(
      output.results.map(({ name, figure, exact, found }) => [
        `${name}: ${figure}`,
        `${found.mean.toFixed(6)}, exactly ${exact.toFixed(6)}`,
      ]),
    );
    return [
      {
        name: "erlang",
        value: Math.max(...off),
        unit: "%",
        target: { atMost: 2 },
        facts: { seed: SEED, ...facts },
      },
    ];
  },
};
