import { type ChannelKind, channelKind } from "./channel-name";
import type { Connection } from "./connection";
import { channelFrame } from "./frames";
import { type Member, Roster } from "./presence";

/** A channel somebody is subscribed to. */
export interface Channel {
  name: string;
  kind: ChannelKind;
  subscribers: Set<Connection>;
  /** Present on presence channels only. */
  roster?: Roster;
}

/** Hears what happens to channels; webhooks are made of it. */
export interface ChannelEvents {
  occupied(channel: string): void;
  vacated(channel: string): void;
  memberAdded(channel: string, userId: string): void;
  memberRemoved(channel: string, userId: string): void;
}

/** All occupied channels of one application. A channel exists while it has subscribers. */
export class ChannelStore {
  readonly #channels = new Map<string, Channel>();
  readonly #events: ChannelEvents | undefined;

  constructor(events: ChannelEvents | undefined) {
    this.#events = events;
  }

  get(name: string): Channel | undefined {
    return this.#channels.get(name);
  }

  /** Every occupied channel an application may list: those of single users are left out. */
  *listed(): Iterable<Channel> {
    for (const channel of this.#channels.values()) if (channel.kind.access !== "user") yield channel;
  }

  /**
   * Subscribes a connection, as `member` on presence channels, and announces a new member to the others.
   * Joining twice changes nothing. The name must be valid.
   */
  join(connection: Connection, name: string, member?: Member): Channel {
    const channel = this.#channels.get(name) ?? this.#create(name);
    if (channel.subscribers.has(connection)) return channel;
    if (channel.subscribers.size === 0) this.#occupied(channel);
    if (channel.roster && member && channel.roster.add(connection, member)) {
      const data = JSON.stringify({ user_id: member.userId, user_info: member.info });
      this.broadcast(channel, channelFrame("pusher_internal:member_added", name, data));
      this.#events?.memberAdded(name, member.userId);
    }
    channel.subscribers.add(connection);
    connection.channels.add(name);
    return channel;
  }

  /** Unsubscribes a connection and announces it when its user is gone. Silent when it was not subscribed. */
  leave(connection: Connection, name: string): void {
    const channel = this.#channels.get(name);
    if (!channel?.subscribers.delete(connection)) return;
    connection.channels.delete(name);
    const gone = channel.roster?.remove(connection);
    if (gone !== undefined) {
      const data = JSON.stringify({ user_id: gone });
      this.broadcast(channel, channelFrame("pusher_internal:member_removed", name, data));
      this.#events?.memberRemoved(name, gone);
    }
    if (channel.subscribers.size > 0) return;
    this.#channels.delete(name);
    if (channel.kind.access !== "user") this.#events?.vacated(name);
  }

  /** Sends one frame, encoded once, to every subscriber but `except`. */
  broadcast(channel: Channel, frame: string | Buffer, except?: Connection): void {
    if (channel.subscribers.size === 0) return;
    const bytes = typeof frame === "string" ? Buffer.from(frame) : frame;
    for (const subscriber of channel.subscribers) if (subscriber !== except) subscriber.send(bytes);
  }

  #create(name: string): Channel {
    const kind = channelKind(name);
    if (!kind) throw new Error("Invalid channel name");
    const channel: Channel = { name, kind, subscribers: new Set() };
    if (kind.access === "presence") channel.roster = new Roster();
    this.#channels.set(name, channel);
    return channel;
  }

  #occupied(channel: Channel): void {
    if (channel.kind.access !== "user") this.#events?.occupied(channel.name);
  }
}
