import type { IncomingMessage, ServerResponse } from "node:http";
import type { AppState } from "./app-state";
import { CODES } from "./frames";
import { readSignedJson } from "./http-body";
import { getChannel, getChannels, getUsers } from "./http-channels";
import { postBatch, postEvent } from "./http-events";
import { HttpProblem } from "./http-problem";
import type { JsonObject } from "./json";
import type { Log } from "./options";
import { type RequestClaims, verifyRequest } from "./signature";
import { decode, splitUrl } from "./url";

/** Answers one request below `/apps/`, always: problems become a status and `{"error": text}`. */
export async function serveRequest(
  states: ReadonlyMap<string, AppState>,
  request: IncomingMessage,
  response: ServerResponse,
  log: Log | undefined,
): Promise<void> {
  try {
    respond(response, 200, await answer(states, request));
  } catch (problem) {
    const known = problem instanceof HttpProblem;
    if (!known) log?.({ event: "channels.request_failed", error: String(problem) });
    if (response.headersSent || response.destroyed) return;
    // The rest of a body nobody read must not be taken for the next request.
    if (!request.complete) response.setHeader("connection", "close");
    request.resume();
    respond(response, known ? problem.status : 500, {
      error: known ? problem.message : "Something went wrong",
    });
  }
}

async function answer(states: ReadonlyMap<string, AppState>, request: IncomingMessage): Promise<JsonObject> {
  const [path = "", query = ""] = splitUrl(request.url ?? "");
  const method = request.method ?? "";
  const [id, ...rest] = path.split("/").slice(2).map(segment);
  const state = states.get(id ?? "");
  if (!state) throw new HttpProblem(404, "Unknown application");

  // The signature is checked before the body is read, so strangers cannot make the server hold one.
  const now = Date.now() / 1000;
  const tolerance = state.limits.timestampToleranceSeconds;
  const claims = verifyRequest(state.app, { method, path, query, now }, tolerance);
  if (!claims) throw new HttpProblem(401, "The signature is not valid");
  if (state.app.enabled === false) throw new HttpProblem(403, "The application is disabled");
  if (method === "GET") return read(state, rest, claims);
  if (method !== "POST") throw new HttpProblem(405, "The method is not allowed");
  const action = actionAt(state, rest);
  return action(await readSignedJson(request, state.limits.maxBodyBytes, claims.bodyMd5));
}

function read(state: AppState, route: string[], { parameters }: RequestClaims): JsonObject {
  const [what, name, part] = route;
  if (what === "channels") {
    if (route.length === 1) return getChannels(state, parameters);
    if (route.length === 2) return getChannel(state, name ?? "", parameters);
    if (route.length === 3 && part === "users") return getUsers(state, name ?? "");
  }
  throw new HttpProblem(404, "Not found");
}

/** Finds what a POST does before its body is read. */
function actionAt(state: AppState, route: string[]): (body: JsonObject) => JsonObject {
  const [what, userId, part] = route;
  if (route.length === 1 && what === "events") return (body) => postEvent(state, body);
  if (route.length === 1 && what === "batch_events") return (body) => postBatch(state, body);
  if (route.length === 3 && what === "users" && userId && part === "terminate_connections") {
    return () => terminate(state, userId);
  }
  throw new HttpProblem(404, "Not found");
}

/** `POST /apps/{id}/users/{user}/terminate_connections`: ends every socket signed in as the user. */
function terminate(state: AppState, userId: string): JsonObject {
  for (const connection of state.connectionsOf(userId)) {
    connection.sendError(CODES.unauthorized, "The connection was ended by the application");
    connection.end(CODES.unauthorized, "Ended by the application");
  }
  return {};
}

function segment(text: string): string {
  const decoded = decode(text);
  if (decoded === undefined) throw new HttpProblem(400, "The path is not valid");
  return decoded;
}

function respond(response: ServerResponse, status: number, body: JsonObject): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
    "cache-control": "no-store",
  });
  response.end(text);
}
