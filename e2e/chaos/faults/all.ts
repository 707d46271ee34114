import { backendsKilled } from "@/e2e/chaos/faults/backends-killed";
import { clockJumps } from "@/e2e/chaos/faults/clock-jumps";
import { databaseRestarted } from "@/e2e/chaos/faults/database-restarted";
import { realtimeAway } from "@/e2e/chaos/faults/realtime-away";
import { routerKilled } from "@/e2e/chaos/faults/router-killed";
import { socketsDropped } from "@/e2e/chaos/faults/sockets-dropped";
import { twoWorkers } from "@/e2e/chaos/faults/two-workers";

/** Every fault, in the order in which they are tried. */
export const faults = [
  routerKilled,
  databaseRestarted,
  backendsKilled,
  realtimeAway,
  twoWorkers,
  clockJumps,
  socketsDropped,
] as const;
