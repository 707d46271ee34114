import type { Outgoing } from "@/lib/server/event/publish";

/**
 * Puts a listener in the place of the realtime server: what the product publishes from now on, in order. `of(id)` are
 * the names that one person's channel carried.
 */
export function hearEvents() {
  const events: Outgoing[] = [];
  const ended: string[] = [];
  const listener = {
    authenticateUser: (socketId: string, user: { id: string }) => ({
      auth: `signed ${socketId}`,
      user_data: JSON.stringify(user),
    }),
    terminateUserConnections: async (memberId: string) => {
      ended.push(memberId);
      return {};
    },
    triggerBatch: async (batch: Outgoing[]) => {
      events.push(...batch);
      return {};
    },
    authorizeChannel: () => ({ auth: "signed" }),
  };
  (globalThis as { entraidePusher?: unknown }).entraidePusher = listener;
  return {
    events,
    /** Whose sockets were closed. */
    ended,
    of: (id: string) => events.filter((event) => event.channel.endsWith(id)).map((event) => event.name),
    forget: () => events.splice(0),
  };
}
