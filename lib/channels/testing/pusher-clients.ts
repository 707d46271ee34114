import PusherServer from "pusher";
import Pusher, { type Options } from "pusher-js";
import { onTestFinished } from "vitest";
import { APP, type Mounted } from "./mount";

/** The `pusher` library, as an application's server uses it. */
export function serverLibrary({ port }: { port: number }, options: { timeout?: number } = {}): PusherServer {
  return new PusherServer({
    appId: APP.id,
    key: APP.key,
    secret: APP.secret,
    host: "127.0.0.1",
    port: String(port),
    useTLS: false,
    encryptionMasterKeyBase64: Buffer.alloc(32, 7).toString("base64"),
    ...options,
  });
}

/** `pusher-js`, which gets its signatures from the `pusher` library in the same process. */
export function browserLibrary(mounted: Mounted, userId = "ada", options: Partial<Options> = {}): Pusher {
  const server = serverLibrary(mounted);
  const client = new Pusher(APP.key, {
    wsHost: "127.0.0.1",
    wsPort: mounted.port,
    forceTLS: false,
    enabledTransports: ["ws"],
    cluster: "",
    channelAuthorization: {
      endpoint: "",
      transport: "ajax",
      customHandler: ({ socketId, channelName }, callback) => {
        const member = { user_id: userId, user_info: { name: `Name of ${userId}` } };
        const presence = channelName.startsWith("presence-") ? member : undefined;
        callback(null, server.authorizeChannel(socketId, channelName, presence));
      },
    },
    userAuthentication: {
      endpoint: "",
      transport: "ajax",
      customHandler: ({ socketId }, callback) =>
        callback(null, server.authenticateUser(socketId, { id: userId })),
    },
    ...options,
  });
  onTestFinished(() => client.disconnect());
  return client;
}

/** The next event of a name on anything of pusher-js that events can be bound to. */
export function nextEvent<T = unknown>(
  source: {
    bind(event: string, callback: (data: T) => void): unknown;
    unbind(event: string, callback: (data: T) => void): unknown;
  },
  event: string,
): Promise<T> {
  return new Promise((resolve) => {
    const listener = (data: T) => {
      source.unbind(event, listener);
      resolve(data);
    };
    source.bind(event, listener);
  });
}
