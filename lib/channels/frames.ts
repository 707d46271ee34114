/** Codes of the protocol: sent in `pusher:error` frames, used to close sockets, or both. */
export const CODES = {
  unknownApp: 4001,
  disabledApp: 4003,
  badPath: 4005,
  unsupportedProtocol: 4007,
  missingProtocol: 4008,
  unauthorized: 4009,
  overCapacity: 4100,
  /** Reconnect at once: what a server that goes away tells its clients. */
  goingAway: 4200,
  /** The same number as `goingAway`; inside `pusher:error` other servers use it for unreadable messages. */
  malformed: 4200,
  silent: 4201,
  clientEventRefused: 4301,
} as const;

/** First frame of a socket. `data` is a JSON string inside the JSON, as the protocol has it. */
export function establishedFrame(socketId: string, activityTimeoutSeconds: number): string {
  const activityTimeout = Math.max(1, Math.ceil(activityTimeoutSeconds));
  return JSON.stringify({
    event: "pusher:connection_established",
    data: JSON.stringify({ socket_id: socketId, activity_timeout: activityTimeout }),
  });
}

/** An error that concerns the whole socket. */
export function errorFrame(code: number, message: string): string {
  return JSON.stringify({ event: "pusher:error", data: { code, message } });
}

export const PING_FRAME = JSON.stringify({ event: "pusher:ping", data: {} });
export const PONG_FRAME = JSON.stringify({ event: "pusher:pong", data: {} });

/** Any frame about a channel whose `data` travels as a string. */
export function channelFrame(event: string, channel: string, data: string): string {
  return JSON.stringify({ event, channel, data });
}

/** A refused subscription; `status` follows HTTP's numbers. */
export function subscriptionErrorFrame(
  channel: string,
  error: { type: string; error: string; status: number },
): string {
  return JSON.stringify({ event: "pusher:subscription_error", channel, data: error });
}

/** Answer to a successful sign-in; repeats the string the client sent. */
export function signinSuccessFrame(userData: string): string {
  return JSON.stringify({ event: "pusher:signin_success", data: JSON.stringify({ user_data: userData }) });
}

/** An event sent by another client. An absent `data` stays absent. */
export function clientEventFrame(event: string, channel: string, data: unknown, userId?: string): string {
  return JSON.stringify({ event, channel, data, user_id: userId });
}

/**
 * Prepares a published event for many channels: name and payload are serialised once,
 * the returned function adds the channel. `data` is carried as the very string received.
 */
export function eventFrames(name: string, data: string): (channel: string) => Buffer {
  const head = `{"event":${JSON.stringify(name)},"channel":`;
  const tail = `,"data":${JSON.stringify(data)}}`;
  return (channel) => Buffer.from(head + JSON.stringify(channel) + tail);
}
