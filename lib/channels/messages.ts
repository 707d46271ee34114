import type { AppState } from "./app-state";
import { relayClientEvent } from "./client-events";
import type { Connection } from "./connection";
import { CODES, PONG_FRAME } from "./frames";
import { parseJsonObject } from "./json";
import type { Log } from "./options";
import { signIn } from "./signin";
import { subscribe, unsubscribe } from "./subscriptions";

/**
 * Serves one message of a client. Nothing a client sends may throw out of here: what is not
 * understood is answered with `pusher:error`, and what fails inside is logged, not told.
 */
export function receive(
  state: AppState,
  connection: Connection,
  message: string | undefined,
  log: Log | undefined,
): void {
  // What arrives while the socket closes must not bring the connection back into a channel.
  if (connection.isEnded) return;
  connection.seen(performance.now());
  if (message === undefined) {
    connection.sendError(CODES.malformed, "Binary messages are not understood");
    return;
  }
  try {
    dispatch(state, connection, message);
  } catch (problem) {
    log?.({ event: "channels.message_failed", app: state.app.id, error: String(problem) });
    connection.sendError(CODES.malformed, "The message could not be processed");
  }
}

function dispatch(state: AppState, connection: Connection, message: string): void {
  const frame = parseJsonObject(message);
  const event = frame?.event;
  if (!frame || typeof event !== "string") {
    connection.sendError(CODES.malformed, "A message must be a JSON object with an event");
    return;
  }
  switch (event) {
    case "pusher:ping":
      connection.send(PONG_FRAME);
      return;
    case "pusher:pong":
      return;
    case "pusher:subscribe":
      subscribe(state, connection, frame.data);
      return;
    case "pusher:unsubscribe":
      unsubscribe(state, connection, frame.data);
      return;
    case "pusher:signin":
      signIn(state, connection, frame.data);
      return;
    default:
      if (event.startsWith("client-")) relayClientEvent(state, connection, frame, event);
      else connection.sendError(CODES.malformed, "The event is not one a client may send");
  }
}
