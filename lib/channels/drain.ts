import { setTimeout as pause } from "node:timers/promises";
import type { Connection } from "./connection";
import { CODES } from "./frames";

const SLICE_MILLISECONDS = 100;

/**
 * Closes connections evenly over some seconds with 4200. Clients come back at once after that code and
 * without any spread of their own, so the spread has to be made here.
 */
export async function closeInSlices(connections: Connection[], overSeconds: number): Promise<void> {
  if (connections.length === 0) return;
  const slices = Math.max(1, Math.ceil((overSeconds * 1000) / SLICE_MILLISECONDS));
  const size = Math.ceil(connections.length / slices);
  for (let start = 0; start < connections.length; start += size) {
    if (start > 0) await pause(SLICE_MILLISECONDS);
    for (const connection of connections.slice(start, start + size)) {
      connection.end(CODES.goingAway, "The server is going away");
    }
  }
}
