import { type IncomingMessage, type ServerResponse, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import type { RawData, WebSocket } from "ws";
import { AppState } from "./app-state";
import { Connection } from "./connection";
import { closeInSlices } from "./drain";
import { errorFrame, establishedFrame } from "./frames";
import { serveRequest } from "./http-api";
import { postBatch } from "./http-events";
import { receive } from "./messages";
import { type ChannelsServerOptions, DEFAULT_LIMITS, DEFAULT_WEBHOOKS } from "./options";
import { createSocketServer } from "./socket";
import { sweep } from "./sweep";
import { type Admission, admit, isAppPath } from "./upgrade";
import { splitUrl } from "./url";
import { Webhooks } from "./webhooks";

const DEFAULT_CLOSE_SECONDS = 5;
const GRACE_MILLISECONDS = 2000;

/** A Pusher Channels server without a port of its own: it is mounted on the site's `node:http` server. */
export interface ChannelsServer {
  /** Serves an `upgrade` event; `false`, with nothing touched, when the path is not `{path}/app/…`. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** Serves a `request` event; `false`, with nothing touched, when the path is not `/apps/…`. */
  handleRequest(request: IncomingMessage, response: ServerResponse): boolean;
  /**
   * Publishes events as `POST /apps/{id}/batch_events` does, for whoever runs in the same process and needs no
   * signature. Throws {@link HttpProblem} when one of them is not valid, and an `Error` when the application is unknown.
   */
  publish(appId: string, batch: readonly { name: string; channel: string; data: string }[]): void;
  /** Sockets now connected, over all applications. */
  connectionCount(): number;
  /**
   * Turns new sockets away with 503 and closes the others with 4200, evenly over `overSeconds`
   * (default 5). Resolves when the last one is gone; sockets that do not answer are cut after 2 s more.
   */
  close(options?: { overSeconds?: number }): Promise<void>;
}

/**
 * Creates a server of the Pusher Channels protocol, version 7, with its HTTP API and webhooks.
 * Works with the unmodified `pusher` and `pusher-js`. Throws when applications lack a credential or share one.
 */
export function createChannelsServer(options: ChannelsServerOptions): ChannelsServer {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const prefix = (options.path ?? "").replace(/\/+$/, "");
  const { log } = options;
  const states = createStates(options);
  const byId = new Map(states.map((state) => [state.app.id, state]));
  const byKey = new Map(states.map((state) => [state.app.key, state]));
  if (byId.size < states.length || byKey.size < states.length) {
    throw new Error("Two applications share an id or a key");
  }
  const sockets = createSocketServer(limits.maxFrameBytes);
  const timer = setInterval(() => sweep(states, performance.now()), limits.sweepSeconds * 1000).unref();
  let closing: Promise<void> | undefined;

  const connectionCount = () => states.reduce((sum, { connections }) => sum + connections.size, 0);

  function open(socket: WebSocket, admission: Admission): void {
    // `ws` closes a broken socket by itself, but an error nobody listens to ends the process.
    socket.on("error", () => undefined);
    if ("state" in admission) {
      accept(socket, admission.state);
      return;
    }
    const { code, message } = admission;
    log?.({ event: "channels.refused", code });
    socket.send(errorFrame(code, message));
    socket.close(code, message);
  }

  function accept(socket: WebSocket, state: AppState): void {
    const connection = new Connection(socket, performance.now(), {
      maxBufferedBytes: limits.maxBufferedBytes,
      onEnded: (ended) => state.remove(ended),
      onSlow: ({ id }) => log?.({ event: "channels.too_slow", app: state.app.id, socket: id }),
    });
    state.connections.set(connection.id, connection);
    socket.on("message", (data: RawData, isBinary: boolean) =>
      receive(state, connection, isBinary ? undefined : data.toString(), log),
    );
    socket.on("ping", () => connection.seen(performance.now()));
    socket.on("close", () => connection.ended());
    connection.send(establishedFrame(connection.id, limits.activityTimeoutSeconds));
  }

  async function shutDown(overSeconds: number): Promise<void> {
    const all = states.flatMap(({ connections }) => [...connections.values()]);
    log?.({ event: "channels.closing", connections: all.length });
    await closeInSlices(all, overSeconds);
    clearInterval(timer);
    const cut = setTimeout(() => {
      for (const socket of sockets.clients) socket.terminate();
    }, GRACE_MILLISECONDS);
    await new Promise((resolve) => sockets.close(resolve));
    clearTimeout(cut);
    for (const { webhooks } of states) webhooks?.stop();
  }

  return {
    handleUpgrade(request, socket, head) {
      if (!isAppPath(request, prefix)) return false;
      if (closing !== undefined) {
        turnAway(socket, 503);
        return true;
      }
      const room = { total: connectionCount(), maxConnections: limits.maxConnections };
      const admission = admit(request, prefix, byKey, room);
      sockets.handleUpgrade(request, socket, head, (client) => open(client, admission));
      return true;
    },
    handleRequest(request, response) {
      const [path] = splitUrl(request.url ?? "");
      if (!path.startsWith("/apps/")) return false;
      void serveRequest(byId, request, response, log);
      return true;
    },
    publish(appId, batch) {
      const state = byId.get(appId);
      if (!state) throw new Error("Unknown application");
      postBatch(state, { batch });
    },
    connectionCount,
    close({ overSeconds = DEFAULT_CLOSE_SECONDS } = {}) {
      closing ??= shutDown(overSeconds);
      return closing;
    },
  };
}

function createStates({ apps, limits, webhooks, log }: ChannelsServerOptions): AppState[] {
  return apps.map((app) => {
    if (!app.id || !app.key || !app.secret) throw new Error("An application needs an id, a key and a secret");
    const pace = { ...DEFAULT_WEBHOOKS, ...webhooks };
    const sender = app.webhookUrl ? new Webhooks(app, app.webhookUrl, pace, log) : undefined;
    return new AppState(app, { ...DEFAULT_LIMITS, ...limits }, sender);
  });
}

function turnAway(socket: Duplex, status: number): void {
  socket.on("error", () => undefined);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
