import type { AppState } from "./app-state";
import { channelKind } from "./channel-name";
import { HttpProblem } from "./http-problem";
import type { JsonObject } from "./json";

const ATTRIBUTES = new Set(["user_count", "subscription_count"]);

/** Splits an `info` parameter into attributes. Throws {@link HttpProblem} 400 for one nobody knows. */
export function splitInfo(info: unknown): string[] {
  if (info === undefined || info === null || info === "") return [];
  const attributes = typeof info === "string" ? info.split(",") : [];
  if (attributes.length === 0 || !attributes.every((attribute) => ATTRIBUTES.has(attribute))) {
    throw new HttpProblem(400, "info is not valid");
  }
  return attributes;
}

/** The asked attributes of a channel; `user_count` only where the channel has members. */
export function readChannelInfo(state: AppState, name: string, attributes: string[]): JsonObject {
  const channel = state.channels.get(name);
  const isPresence = channelKind(name)?.access === "presence";
  return {
    ...(isPresence && attributes.includes("user_count") && { user_count: channel?.roster?.size ?? 0 }),
    ...(attributes.includes("subscription_count") && {
      subscription_count: channel?.subscribers.size ?? 0,
    }),
  };
}

/** `GET /apps/{id}/channels`: the occupied channels, with counts when asked. */
export function getChannels(state: AppState, parameters: Map<string, string>): JsonObject {
  const prefix = parameters.get("filter_by_prefix") ?? "";
  const attributes = splitInfo(parameters.get("info"));
  if (attributes.includes("user_count") && !prefix.startsWith("presence-")) {
    throw new HttpProblem(400, "user_count needs filter_by_prefix to name presence channels");
  }
  const found: [string, JsonObject][] = [];
  for (const { name } of state.channels.listed()) {
    if (name.startsWith(prefix)) found.push([name, readChannelInfo(state, name, attributes)]);
  }
  return { channels: Object.fromEntries(found) };
}

/** `GET /apps/{id}/channels/{name}`: whether it is occupied, with counts when asked. */
export function getChannel(state: AppState, name: string, parameters: Map<string, string>): JsonObject {
  const attributes = splitInfo(parameters.get("info"));
  const kind = listedKind(name);
  if (attributes.includes("user_count") && kind.access !== "presence") {
    throw new HttpProblem(400, "user_count is known of presence channels only");
  }
  return { occupied: state.channels.get(name) !== undefined, ...readChannelInfo(state, name, attributes) };
}

/** `GET /apps/{id}/channels/{name}/users`: the people in a presence channel. */
export function getUsers(state: AppState, name: string): JsonObject {
  if (listedKind(name).access !== "presence") {
    throw new HttpProblem(400, "Users are known of presence channels only");
  }
  const ids = state.channels.get(name)?.roster?.userIds() ?? [];
  return { users: ids.map((id) => ({ id })) };
}

function listedKind(name: string) {
  const kind = channelKind(name);
  if (!kind || kind.access === "user") throw new HttpProblem(400, "The channel name is not valid");
  return kind;
}
