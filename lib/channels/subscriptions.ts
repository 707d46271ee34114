import type { AppState } from "./app-state";
import { type ChannelKind, channelKind } from "./channel-name";
import type { Connection } from "./connection";
import { CODES, channelFrame, subscriptionErrorFrame } from "./frames";
import { isJsonObject, type JsonObject, parseJsonObject } from "./json";
import { type Member, MemberProblem, readMember } from "./presence";
import { channelText, isAuthValid } from "./signature";

const EMPTY = "{}";

/** Why a subscription is refused; becomes `pusher:subscription_error`. */
class Refusal extends Error {
  constructor(
    readonly type: "AuthError" | "InvalidChannel" | "InvalidMember" | "LimitReached",
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

/** Serves `pusher:subscribe`. Whatever is wrong is answered on the channel and the socket stays open. */
export function subscribe(state: AppState, connection: Connection, data: unknown): void {
  if (!isJsonObject(data) || typeof data.channel !== "string") {
    connection.sendError(CODES.malformed, "A subscription needs a channel");
    return;
  }
  const name = data.channel;
  try {
    join(state, connection, name, data);
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    const { type, message, status } = problem;
    connection.send(subscriptionErrorFrame(name.slice(0, 200), { type, error: message, status }));
  }
}

/** Serves `pusher:unsubscribe`: says nothing, even when there was nothing to leave. */
export function unsubscribe(state: AppState, connection: Connection, data: unknown): void {
  if (!isJsonObject(data) || typeof data.channel !== "string") {
    connection.sendError(CODES.malformed, "An unsubscription needs a channel");
    return;
  }
  state.channels.leave(connection, data.channel);
}

function join(state: AppState, connection: Connection, name: string, data: JsonObject): void {
  const kind = channelKind(name);
  if (!kind) throw new Refusal("InvalidChannel", "The channel name is not valid", 400);
  const member = authorize(state, connection, name, kind, data);
  checkLimits(state, connection, name, member);

  const channel = state.channels.join(connection, name, member);
  const success = channel.roster ? channel.roster.toData() : EMPTY;
  connection.send(channelFrame("pusher_internal:subscription_succeeded", name, success));
  if (!kind.cached) return;
  const last = state.cache.get(name, performance.now());
  connection.send(last ?? channelFrame("pusher:cache_miss", name, EMPTY));
  if (!last) state.webhooks?.cacheMiss(name);
}

/** Checks that the connection may enter; on presence channels, tells as whom. */
function authorize(
  state: AppState,
  connection: Connection,
  name: string,
  kind: ChannelKind,
  data: JsonObject,
): Member | undefined {
  if (kind.access === "public") return undefined;
  if (kind.access === "user") {
    if (connection.userId === kind.userId) return undefined;
    throw new Refusal("AuthError", "The connection is not signed in as this user", 403);
  }
  const isPresence = kind.access === "presence";
  const channelData = data.channel_data;
  if (isPresence && typeof channelData !== "string") {
    throw new Refusal("InvalidMember", "A presence channel needs channel_data", 400);
  }
  const signed = isPresence ? String(channelData) : undefined;
  if (!isAuthValid(state.app, channelText(connection.id, name, signed), data.auth)) {
    throw new Refusal("AuthError", "The signature is not valid", 401);
  }
  if (signed === undefined) return undefined;
  try {
    return readMember(parseJsonObject(signed), state.limits);
  } catch (problem) {
    if (problem instanceof MemberProblem) throw new Refusal("InvalidMember", problem.message, 400);
    throw problem;
  }
}

function checkLimits(state: AppState, connection: Connection, name: string, member: Member | undefined) {
  const roster = state.channels.get(name)?.roster;
  if (connection.channels.has(name)) {
    if (member && roster?.userOf(connection) !== member.userId) {
      throw new Refusal("InvalidMember", "The connection is in this channel as somebody else", 409);
    }
    return;
  }
  if (connection.channels.size >= state.limits.maxChannelsPerConnection) {
    throw new Refusal("LimitReached", "The connection has too many channels", 429);
  }
  if (member && roster && !roster.has(member.userId) && roster.size >= state.limits.maxPresenceMembers) {
    throw new Refusal("LimitReached", "The channel has too many members", 429);
  }
}
