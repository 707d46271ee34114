import { channelKind } from "./channel-name";
import { ChannelStore } from "./channel-store";
import type { Connection } from "./connection";
import { EventCache } from "./event-cache";
import { eventFrames } from "./frames";
import type { ChannelsApp, ChannelsLimits } from "./options";
import type { Webhooks } from "./webhooks";

/** An event to be published, already checked. */
export interface PublishedEvent {
  name: string;
  /** Forwarded byte for byte. */
  data: string;
  channels: string[];
  /** Socket that does not get it. */
  exceptSocketId?: string;
}

/** Everything the server holds for one application. */
export class AppState {
  readonly app: ChannelsApp;
  readonly limits: ChannelsLimits;
  readonly webhooks: Webhooks | undefined;
  readonly connections = new Map<string, Connection>();
  readonly channels: ChannelStore;
  readonly cache: EventCache;
  readonly #signedIn = new Map<string, Set<Connection>>();

  constructor(app: ChannelsApp, limits: ChannelsLimits, webhooks: Webhooks | undefined) {
    this.app = app;
    this.limits = limits;
    this.webhooks = webhooks;
    this.channels = new ChannelStore(webhooks);
    this.cache = new EventCache(limits.maxCachedChannels, limits.cacheSeconds);
  }

  /** Sends an event to the subscribers of its channels and keeps it where a cache channel is among them. */
  publish(event: PublishedEvent): void {
    const frameFor = eventFrames(event.name, event.data);
    const except =
      event.exceptSocketId === undefined ? undefined : this.connections.get(event.exceptSocketId);
    for (const name of new Set(event.channels)) {
      const channel = this.channels.get(name);
      const cached = channelKind(name)?.cached === true;
      if (!channel && !cached) continue;
      const frame = frameFor(name);
      if (cached) this.cache.set(name, frame, performance.now());
      if (channel) this.channels.broadcast(channel, frame, except);
    }
  }

  /** Binds a connection to a signed-in user. */
  signIn(connection: Connection, userId: string): void {
    connection.userId = userId;
    const present = this.#signedIn.get(userId);
    if (present) present.add(connection);
    else this.#signedIn.set(userId, new Set([connection]));
  }

  /** The connections signed in as a user. */
  connectionsOf(userId: string): Connection[] {
    return [...(this.#signedIn.get(userId) ?? [])];
  }

  /** Forgets an ended connection: leaves its channels, tells the others. */
  remove(connection: Connection): void {
    this.connections.delete(connection.id);
    for (const name of [...connection.channels]) this.channels.leave(connection, name);
    if (connection.userId === undefined) return;
    const present = this.#signedIn.get(connection.userId);
    present?.delete(connection);
    if (present?.size === 0) this.#signedIn.delete(connection.userId);
  }
}
