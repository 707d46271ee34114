import type { AppState, PublishedEvent } from "./app-state";
import { channelKind, isSocketId } from "./channel-name";
import { readChannelInfo, splitInfo } from "./http-channels";
import { HttpProblem } from "./http-problem";
import { isJsonObject, type JsonObject } from "./json";

/**
 * `POST /apps/{id}/events`: publishes one event to up to 100 channels. Answers `{}`, or what `info`
 * asks about each channel. Throws {@link HttpProblem} 400 or 413.
 */
export function postEvent(state: AppState, body: JsonObject): JsonObject {
  const event = readEvent(state, body);
  const attributes = splitInfo(body.info);
  state.publish(event);
  if (attributes.length === 0) return {};
  return {
    channels: Object.fromEntries(
      event.channels.map((name) => [name, readChannelInfo(state, name, attributes)]),
    ),
  };
}

/**
 * `POST /apps/{id}/batch_events`: publishes up to ten events. All are checked before any is sent.
 * Answers `{}`, or `{batch: […]}` in the same order when any event asks for `info`.
 */
export function postBatch(state: AppState, body: JsonObject): JsonObject {
  const { batch } = body;
  if (!Array.isArray(batch) || batch.length === 0) throw new HttpProblem(400, "batch must list events");
  if (batch.length > state.limits.maxEventsPerBatch) throw new HttpProblem(400, "The batch is too long");
  const events = batch.map((entry: unknown) => {
    if (!isJsonObject(entry)) throw new HttpProblem(400, "Each event must be an object");
    if (entry.channels !== undefined) throw new HttpProblem(400, "An event of a batch has one channel");
    return { event: readEvent(state, entry), attributes: splitInfo(entry.info) };
  });
  for (const { event } of events) state.publish(event);
  if (events.every(({ attributes }) => attributes.length === 0)) return {};
  return {
    batch: events.map(({ event, attributes }) => readChannelInfo(state, event.channels[0] ?? "", attributes)),
  };
}

function readEvent(state: AppState, body: JsonObject): PublishedEvent {
  const { limits } = state;
  const { name, data, socket_id: socketId } = body;
  if (typeof name !== "string" || name === "" || name.length > limits.maxEventNameLength) {
    throw new HttpProblem(400, "name must be a text of 1 to 200 characters");
  }
  if (name.startsWith("pusher:") || name.startsWith("pusher_internal:")) {
    throw new HttpProblem(400, "name must not begin as the protocol's own events do");
  }
  if (typeof data !== "string") throw new HttpProblem(400, "data must be a text");
  if (Buffer.byteLength(data) > limits.maxEventBytes) throw new HttpProblem(413, "data is too large");
  if (socketId !== undefined && socketId !== null && !isSocketId(socketId)) {
    throw new HttpProblem(400, "socket_id is not valid");
  }
  const exceptSocketId = isSocketId(socketId) ? socketId : undefined;
  return { name, data, channels: readChannels(body, limits.maxChannelsPerEvent), exceptSocketId };
}

function readChannels(body: JsonObject, most: number): string[] {
  const channels: unknown[] = Array.isArray(body.channels) ? body.channels : [body.channels ?? body.channel];
  if (channels.length === 0 || channels.length > most) {
    throw new HttpProblem(400, `An event needs 1 to ${most} channels`);
  }
  return channels.map((channel) => {
    if (typeof channel !== "string" || !channelKind(channel)) {
      throw new HttpProblem(400, "A channel name is not valid");
    }
    return channel;
  });
}
