import type { AppState } from "./app-state";
import type { Connection } from "./connection";
import { CODES, clientEventFrame } from "./frames";
import type { JsonObject } from "./json";
import { RateLimit } from "./rate-limit";

/** Relays a `client-*` event to the other subscribers of its channel, or says why not. */
export function relayClientEvent(state: AppState, connection: Connection, frame: JsonObject, name: string) {
  const refusal = refuse(state, connection, frame, name);
  if (refusal !== undefined) {
    connection.sendError(CODES.clientEventRefused, refusal);
    return;
  }
  const channel = state.channels.get(String(frame.channel));
  if (!channel) return;
  const userId = channel.roster?.userOf(connection);
  state.channels.broadcast(channel, clientEventFrame(name, channel.name, frame.data, userId), connection);
  state.webhooks?.clientEvent({
    channel: channel.name,
    event: name,
    data: typeof frame.data === "string" ? frame.data : JSON.stringify(frame.data),
    socketId: connection.id,
    userId,
  });
}

/** The reason to refuse, or `undefined`. Refused attempts count against the rate as well. */
function refuse(state: AppState, connection: Connection, frame: JsonObject, name: string) {
  const { limits } = state;
  connection.clientEvents ??= new RateLimit(limits.clientEventsPerSecond);
  if (!connection.clientEvents.take(performance.now())) return "Too many client events";
  if (state.app.clientEvents !== true) return "Client events are not enabled";
  if (name.length > limits.maxEventNameLength) return "The event name is too long";
  const channel = typeof frame.channel === "string" ? state.channels.get(frame.channel) : undefined;
  if (!channel?.subscribers.has(connection)) return "The connection is not subscribed to this channel";
  const { access, encrypted } = channel.kind;
  if ((access !== "private" && access !== "presence") || encrypted) {
    return "Client events need a private or presence channel that is not encrypted";
  }
  const text = typeof frame.data === "string" ? frame.data : (JSON.stringify(frame.data) ?? "");
  return Buffer.byteLength(text) > limits.maxEventBytes ? "The event is too large" : undefined;
}
