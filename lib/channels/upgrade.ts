import type { IncomingMessage } from "node:http";
import type { AppState } from "./app-state";
import { CODES } from "./frames";
import { decode, splitUrl } from "./url";

/** Where a socket that wants in belongs, or why it may not stay. */
export type Admission = { state: AppState } | { code: number; message: string };

const SUPPORTED_PROTOCOL = "7";

/** Whether a request's address is one of ours: `{prefix}/app/…`. */
export function isAppPath(request: IncomingMessage, prefix: string): boolean {
  const [path] = splitUrl(request.url ?? "");
  return path.startsWith(`${prefix}/app/`);
}

/** Reads key and protocol version from `{prefix}/app/{key}?protocol=7&…` and decides whether there is room. */
export function admit(
  request: IncomingMessage,
  prefix: string,
  byKey: ReadonlyMap<string, AppState>,
  room: { total: number; maxConnections: number },
): Admission {
  const [path, query] = splitUrl(request.url ?? "");
  const rest = path.slice(`${prefix}/app/`.length);
  if (rest === "" || rest.includes("/")) return { code: CODES.badPath, message: "The path is not valid" };
  const state = byKey.get(decode(rest) ?? "");
  if (!state) return { code: CODES.unknownApp, message: "There is no application with this key" };
  if (state.app.enabled === false) return { code: CODES.disabledApp, message: "The application is disabled" };

  const protocol = new URLSearchParams(query).get("protocol");
  if (!protocol) return { code: CODES.missingProtocol, message: "The protocol version is missing" };
  if (protocol !== SUPPORTED_PROTOCOL) {
    return { code: CODES.unsupportedProtocol, message: "The protocol version is not supported" };
  }
  const most = state.app.maxConnections ?? Number.POSITIVE_INFINITY;
  if (state.connections.size >= most || room.total >= room.maxConnections) {
    return { code: CODES.overCapacity, message: "The server is full" };
  }
  return { state };
}
