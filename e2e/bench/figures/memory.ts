import type { Figure } from "@/e2e/bench/figure";
import { readUse } from "@/e2e/bench/machine";

/** What our process holds after everything else. */
export const memory: Figure = {
  name: "memory",
  limitSeconds: 10,
  async measure({ server }) {
    return [{ name: "memory", value: readUse(server.pid()).rssMb, unit: "MB", target: { atMost: 400 } }];
  },
};
