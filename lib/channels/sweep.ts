import type { AppState } from "./app-state";
import { CODES, PING_FRAME } from "./frames";

/**
 * Looks after every socket once: pings the silent, closes with 4201 those that stay silent, and forgets
 * old cached events. One timer for all sockets keeps an idle socket cheap. A socket is only closed after
 * a ping of its own, so a machine that slept does not throw everybody out when it wakes.
 */
export function sweep(states: Iterable<AppState>, now: number): void {
  for (const { connections, cache, limits } of states) {
    cache.sweep(now);
    for (const connection of connections.values()) {
      if (connection.pingedAt > 0) {
        if (now - connection.pingedAt < limits.pongTimeoutSeconds * 1000) continue;
        connection.end(CODES.silent, "No answer to ping");
      } else if (now - connection.lastSeen >= limits.activityTimeoutSeconds * 1000) {
        connection.pingedAt = now;
        connection.send(PING_FRAME);
      }
    }
  }
}
