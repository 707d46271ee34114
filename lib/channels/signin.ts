import type { AppState } from "./app-state";
import type { Connection } from "./connection";
import { CODES, signinSuccessFrame } from "./frames";
import { isJsonObject, parseJsonObject } from "./json";
import { isAuthValid, userText } from "./signature";

/**
 * Serves `pusher:signin {auth, user_data}`. A connection signs in once; a bad signature, or a second
 * sign-in as somebody else, ends it with 4009, which keeps pusher-js from trying the same again.
 */
export function signIn(state: AppState, connection: Connection, data: unknown): void {
  if (!isJsonObject(data) || typeof data.user_data !== "string") {
    connection.sendError(CODES.malformed, "A sign-in needs user_data");
    return;
  }
  if (!isAuthValid(state.app, userText(connection.id, data.user_data), data.auth)) {
    reject(connection, "The signature is not valid");
    return;
  }
  const userId = parseJsonObject(data.user_data)?.id;
  if (typeof userId !== "string" || userId === "" || userId.length > state.limits.maxUserIdLength) {
    connection.sendError(CODES.malformed, "user_data needs an id");
    return;
  }
  if (connection.userId !== undefined && connection.userId !== userId) {
    reject(connection, "The connection is signed in as somebody else");
    return;
  }
  state.signIn(connection, userId);
  connection.send(signinSuccessFrame(data.user_data));
}

function reject(connection: Connection, message: string): void {
  connection.sendError(CODES.unauthorized, message);
  connection.end(CODES.unauthorized, message);
}
