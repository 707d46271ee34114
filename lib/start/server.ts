import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { Duplex } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { getRequestListener } from "@hono/node-server";
import { setDraining } from "@/lib/server/draining";
import { type Env, env } from "@/lib/server/env";
import { published, publishInto } from "@/lib/server/event/publish";
import { log, logRequest } from "@/lib/server/log";
import { keepPaces } from "@/lib/server/pace";
import { createListener, type Parts } from "@/lib/start/listener";
import { pageRoutes } from "@/lib/start/page-routes";
import { endQuietly, quietConsole } from "@/lib/start/quiet-console";
import { ROOT } from "@/lib/start/root";
import { StartError } from "@/lib/start/start-error";

/** Sockets are closed over this long, so that clients do not all come back in the same second. */
const CHANNELS_CLOSE_SECONDS = 2;
const DEMO_CLOSE_SECONDS = 1;
/**
 * So many connections may stand at the door: after a restart all screens come back at once, and whoever finds Node's usual
 * 511 there is turned away without a word and tries again only after a second, three and seven. The kernel may allow fewer.
 */
const BACKLOG = 4_096;
/** How long running requests may go on once the process has been told to end. */
const REQUESTS_END_MS = 5_000;
/** How long connections may take to close once nothing runs on them. */
const CONNECTIONS_END_MS = 2_000;

export type RunningServer = {
  /**
   * Drains: health says so from now on, nothing is routed here any more; running requests and jobs end, what they
   * published leaves, sockets are closed in slices, and last the port.
   */
  stop(): Promise<void>;
};

type Ending = { stop(): Promise<void> };
type Background = { clock: Ending; jobs: Ending };

/**
 * Loads what the server of a role is made of. It takes longer than all else at a start and needs no database: begun
 * early, it is done while the database starts.
 */
export async function loadParts(role: Env["ROLE"]): Promise<void> {
  await import("@/lib/api/app");
  if (role !== "worker") await import("next");
  if (role !== "web") await loadBackground();
}

/**
 * One node:http server for everything of this process's role: pages, API, channels, clock and jobs.
 * The environment must be complete and the database migrated. Resolves when it listens; throws a `StartError`
 * when the port is taken. `pages: false` leaves Next out, for tests.
 */
export async function startServer({
  dev,
  hostname,
  pages = true,
}: {
  dev: boolean;
  hostname: string;
  pages?: boolean;
}): Promise<RunningServer> {
  const { ROLE, PORT, TRUST_PROXY, NEXTAUTH_URL, ENTRAIDE_DEMO } = env();
  // While developing, the words are one's own.
  const loud = dev ? () => undefined : quietConsole();
  const servesPages = ROLE !== "worker";
  if (!servesPages) endQuietly();
  const channels = servesPages ? await embeddedChannels() : undefined;
  publishInto(channels ? (batch) => channels.publish(env().PUSHER_APP_ID, batch) : null);
  const next = servesPages && pages ? await startNext(dev) : undefined;
  const routeOf = await pageRoutes(ROOT, dev);
  const api = dev ? undefined : await apiHandler();
  const listener = createListener({
    channels,
    api,
    pages: next?.pages,
    pageSockets: next?.pageSockets,
    trustProxy: TRUST_PROXY,
    secure: NEXTAUTH_URL.startsWith("https:"),
    onlyLocalNames: ENTRAIDE_DEMO,
    onError: (error) => log.error({ error }, "a request failed"),
    onAnswered: ({ pathname, ...answer }) => logRequest({ ...answer, ...routeOf(pathname) }),
  });
  const http = createServer(listener.request);
  http.on("upgrade", listener.upgrade);
  // Longer than the idle time of common proxies, which would otherwise send into a closing connection.
  http.keepAliveTimeout = 65_000;
  await listenOn(http, PORT, hostname);
  keepPaces(true);

  const background = ROLE === "web" ? undefined : await startBackground();

  async function endServing(): Promise<void> {
    await inTime(listener.drain(), REQUESTS_END_MS);
    await published();
    await channels?.close({ overSeconds: ENTRAIDE_DEMO ? DEMO_CLOSE_SECONDS : CHANNELS_CLOSE_SECONDS });
    publishInto(null);
    const closed = once(http, "close");
    http.close();
    next?.endSockets();
    if (!(await inTime(closed, CONNECTIONS_END_MS))) http.closeAllConnections();
    await closed;
  }

  return {
    async stop() {
      setDraining(true);
      keepPaces(false);
      await background?.clock.stop();
      await Promise.all([background?.jobs.stop(), endServing()]);
      await published();
      await next?.close();
      loud();
    },
  };
}

/** Whether `work` ended within so many milliseconds; it goes on otherwise. */
async function inTime(work: Promise<unknown>, ms: number): Promise<boolean> {
  const patience = new AbortController();
  const tooLate = pause(ms, false, { signal: patience.signal }).catch(() => false);
  const isDone = await Promise.race([work.then(() => true), tooLate]);
  patience.abort();
  return isDone;
}

async function listenOn(http: Server, port: number, hostname: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    http.once("error", reject);
    http.listen(port, hostname, BACKLOG, () => {
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

function loadBackground() {
  return Promise.all([import("@/lib/server/routing/clock"), import("@/lib/server/job/worker")]);
}

async function startBackground(): Promise<Background> {
  const [{ startClock }, { startJobs }] = await loadBackground();
  const clock = await startClock();
  return { clock, jobs: await startJobs() };
}
