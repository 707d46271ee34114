import { keepPaces } from "@/lib/server/pace";

/** Lets the engine keep its pauses as it does in the server. */
export function liveAsServer(): void {
  keepPaces(true);
}

/**
 * Puts silence in the place of the realtime server, for figures of the engine alone: what it would publish is made,
 * checked and thrown away.
 */
export function publishNothing(): void {
  const silence = { triggerBatch: async () => ({}) };
  Object.assign(globalThis, { entraidePusher: silence });
}
