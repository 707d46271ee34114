import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { Duplex } from "node:stream";
import { getRequestListener } from "@hono/node-server";
import { env } from "@/lib/server/env";
import { published } from "@/lib/server/event/publish";
import { log } from "@/lib/server/log";
import { createListener, type Parts } from "@/lib/start/listener";
import { StartError } from "@/lib/start/start-error";

/** Sockets are closed over this long, so that clients do not all come back in the same second. */
const CHANNELS_CLOSE_SECONDS = 4;
const DEMO_CLOSE_SECONDS = 1;
/** How long running requests may go on once the process has been told to end. */
const REQUESTS_END_MS = 3_000;

export type RunningServer = {
  /** Ends everything in order: no new connections, sockets in slices, the clock, the jobs, running requests, Next. */
  stop(): Promise<void>;
};

type Ending = { stop(): Promise<void> };

/**
 * One node:http server for everything of this process's role: pages, API, channels, clock and jobs.
 * The environment must be complete and the database migrated. Resolves when it listens; throws a `StartError`
 * when the port is taken.
 */
export async function startServer({
  dev,
  hostname,
}: {
  dev: boolean;
  hostname: string;
}): Promise<RunningServer> {
  const { ROLE, PORT, TRUST_PROXY, NEXTAUTH_URL, ENTRAIDE_DEMO } = env();
  const servesPages = ROLE !== "worker";
  const channels = servesPages ? await embeddedChannels() : undefined;
  const next = servesPages ? await startNext(dev) : undefined;
  const api = dev ? undefined : await apiHandler();
  const listener = createListener({
    channels,
    api,
    pages: next?.pages,
    pageSockets: next?.pageSockets,
    trustProxy: TRUST_PROXY,
    secure: NEXTAUTH_URL.startsWith("https:"),
    onlyLocalNames: ENTRAIDE_DEMO,
    onError: (error) => log.error({ error: String(error) }, "a request failed"),
  });
  const http = createServer(listener.request);
  http.on("upgrade", listener.upgrade);
  // Longer than the idle time of common proxies, which would otherwise send into a closing connection.
  http.keepAliveTimeout = 65_000;
  await listenOn(http, PORT, hostname);

  const background = ROLE === "web" ? [] : await startBackground();
  return {
    async stop() {
      listener.drain();
      const closed = once(http, "close");
      http.close();
      await Promise.all([
        channels?.close({ overSeconds: ENTRAIDE_DEMO ? DEMO_CLOSE_SECONDS : CHANNELS_CLOSE_SECONDS }),
        ...background.map((part) => part.stop()),
      ]);
      next?.endSockets();
      const patience = setTimeout(() => http.closeAllConnections(), REQUESTS_END_MS);
      await closed;
      clearTimeout(patience);
      await published();
      await next?.close();
    },
  };
}

async function listenOn(http: Server, port: number, hostname: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    http.once("error", reject);
    http.listen(port, hostname, () => {
      http.off("error", reject);
      resolve();
    });
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EADDRINUSE") throw error;
    throw new StartError(
      `Port ${port} is taken by another program. Stop that program, or choose another port with PORT.`,
    );
  });
}

/** Our own channels server, unless another one is configured. */
async function embeddedChannels() {
  const { PUSHER_HOST, PUSHER_CLUSTER, PUSHER_APP_ID, PUSHER_KEY, PUSHER_SECRET } = env();
  if (PUSHER_HOST || PUSHER_CLUSTER) return undefined;
  const { createChannelsServer } = await import("@/lib/channels/server");
  return createChannelsServer({
    apps: [{ id: PUSHER_APP_ID, key: PUSHER_KEY, secret: PUSHER_SECRET }],
    log: (line) => log.debug({ ...line }, "channels"),
  });
}

async function apiHandler(): Promise<Parts["api"]> {
  const { api } = await import("@/lib/api/app");
  // Next needs the global Request and Response as they are.
  return getRequestListener(api.fetch, { overrideGlobalObjects: false });
}

async function startNext(dev: boolean) {
  const { default: createNext } = await import("next");
  // Next attaches itself to the server it is given and would also answer upgrades that are not its own: it gets
  // one that never listens, and we pass on what is meant for it.
  const sockets = createServer();
  const app = createNext({ dev, hostname: "localhost", port: env().PORT, httpServer: sockets });
  await app.prepare();
  const open = new Set<Duplex>();
  return {
    pages: app.getRequestHandler(),
    pageSockets(...[request, socket, head]: Parameters<NonNullable<Parts["pageSockets"]>>): boolean {
      open.add(socket);
      socket.once("close", () => open.delete(socket));
      return sockets.emit("upgrade", request, socket, head);
    },
    endSockets() {
      for (const socket of open) socket.destroy();
    },
    close: () => app.close(),
  };
}

async function startBackground(): Promise<Ending[]> {
  const [{ startClock }, { startJobs }] = await Promise.all([
    import("@/lib/server/routing/clock"),
    import("@/lib/server/job/worker"),
  ]);
  const clock = await startClock();
  return [clock, await startJobs()];
}
