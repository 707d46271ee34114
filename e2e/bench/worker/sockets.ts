import Pusher from "pusher-js";
import type { Http, ServerAddress } from "@/e2e/bench/worker/http";

/** A person's browser: who he is to the API, and the private channel that he hears. */
export type Listener = {
  kind: "visitor" | "member";
  headers: Readonly<Record<string, string>>;
  channel: string;
};

/** How many subscribe at the same time while a job is being prepared. */
const AT_ONCE = 25;
const CONNECT_MS = 30_000;

/** A pusher-js client on the server under test; `authorise` signs private channels. */
export function connectPusher(
  { port, pusherKey }: ServerAddress,
  authorise?: (socketId: string, channels: string[]) => Promise<{ auths: Record<string, string> }>,
): Pusher {
  return new Pusher(pusherKey, {
    cluster: "",
    wsHost: "127.0.0.1",
    wsPort: port,
    forceTLS: false,
    enabledTransports: ["ws"],
    enableStats: false,
    channelAuthorization: {
      transport: "ajax",
      endpoint: "",
      customHandler: ({ socketId, channelName }, callback) => {
        if (!authorise) return callback(new Error("nobody signs here"), null);
        authorise(socketId, [channelName]).then(
          ({ auths }) => callback(null, { auth: auths[channelName] ?? "" }),
          (error: Error) => callback(error, null),
        );
      },
    },
  });
}

/** Asks the product's API to sign subscriptions. Throws an `Error` when it refuses. */
export async function authorise(
  http: Http,
  { kind, headers }: Pick<Listener, "kind" | "headers">,
  socketId: string,
  channels: string[],
): Promise<{ auths: Record<string, string> }> {
  const { status, body } = await http.send({
    method: "POST",
    path: `/api/realtime/${kind}`,
    headers,
    json: { socketId, channels },
  });
  if (status !== 200) throw new Error(`The API refused ${channels.join(", ")}: ${status}`);
  return JSON.parse(body) as { auths: Record<string, string> };
}

/** Waits until a client is in a channel. Throws an `Error` when it is refused or takes too long. */
export function subscribed(client: Pusher, channel: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`No subscription of ${channel} within ${CONNECT_MS / 1000} s.`)),
      CONNECT_MS,
    );
    const joined = client.subscribe(channel);
    joined.bind("pusher:subscription_succeeded", () => {
      clearTimeout(timer);
      resolve();
    });
    joined.bind("pusher:subscription_error", (error: unknown) => {
      clearTimeout(timer);
      reject(new Error(`The subscription of ${channel} was refused: ${JSON.stringify(error)}`));
    });
  });
}

/**
 * Opens one pusher-js client for each listener, in his own channel, and hears every event of ours with the listener's
 * place in the list. Resolves when all are subscribed; the returned function closes them.
 */
export async function listenAll(
  address: ServerAddress,
  http: Http,
  listeners: readonly Listener[],
  onEvent: (at: number, name: string, data: unknown) => void,
): Promise<() => void> {
  const clients: Pusher[] = [];
  await inTurns(listeners, AT_ONCE, async (listener, at) => {
    const client = connectPusher(address, (socketId, channels) =>
      authorise(http, listener, socketId, channels),
    );
    clients.push(client);
    client.bind_global((name: string, data: unknown) => {
      if (!name.startsWith("pusher")) onEvent(at, name, data);
    });
    await subscribed(client, listener.channel);
  });
  return () => {
    for (const client of clients) client.disconnect();
  };
}

/** Does `work` for every item, at most `atOnce` at the same time, in their order. */
export async function inTurns<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T, at: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const one = async () => {
    while (next < items.length) {
      const at = next++;
      await work(items[at] as T, at);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, one));
}
