import type { FloorName } from "@/e2e/bench/context";
import type { Figure } from "@/e2e/bench/figure";
import { askToOffer } from "@/e2e/bench/figures/ask-to-offer";
import { assignments } from "@/e2e/bench/figures/assignments";
import { candidates } from "@/e2e/bench/figures/candidates";
import { channelsIdle } from "@/e2e/bench/figures/channels-idle";
import { erlang } from "@/e2e/bench/figures/erlang";
import { floors } from "@/e2e/bench/figures/floors";
import { memory } from "@/e2e/bench/figures/memory";
import { messageCeiling, messageDelivery } from "@/e2e/bench/figures/messages";
import { reconnectStorm } from "@/e2e/bench/figures/reconnect-storm";
import { loaderSize, panelSize } from "@/e2e/bench/figures/sizes";
import { startTime } from "@/e2e/bench/figures/start-time";

const floorFigures = (Object.keys(floors) as FloorName[]).map(
  (name): Figure => ({
    name,
    limitSeconds: 60,
    // Told as a floor, when it is measured; there is nothing to add.
    measure: async (bench) => {
      await bench.floor(name);
      return [];
    },
  }),
);

/** Everything that can be measured, in the order in which it is. */
export const figures: readonly Figure[] = [
  ...floorFigures,
  loaderSize,
  panelSize,
  startTime,
  askToOffer,
  messageDelivery,
  messageCeiling,
  assignments,
  candidates,
  erlang,
  channelsIdle,
  // What the process holds after the run; the storm begins another one.
  memory,
  reconnectStorm,
];
