import Pusher, { type Runtime } from "pusher-js";

/** The longest that a server which let us in may take for the handshake: a thousand may stand in its queue. */
const HANDSHAKE_MS = 15_000;
const FIRST_PAUSE_MS = 1_000;
const MOST_PAUSE_MS = 30_000;

type GetStrategy = Runtime["getDefaultStrategy"];

/**
 * How the library is to get a socket: one attempt after the other, each a while after the last one began. Its own way
 * waits until 15, then 30, then 60 s are over, whether an attempt hangs or was turned away at once: a restart of five
 * seconds would keep every desk out for fifteen, and some for 45. To start a new attempt from outside would be to give up
 * one that a busy server has in its queue.
 */
const getStrategy: GetStrategy = (config, options, defineTransport) => {
  const socket: ReturnType<GetStrategy> = defineTransport(config, "ws", "ws", 1, {
    ...options,
    hostNonTLS: `${config.wsHost}:${config.wsPort}`,
    hostTLS: `${config.wsHost}:${config.wssPort}`,
    httpPath: config.wsPath,
  });
  let failingSince: number | undefined;

  return {
    isSupported: () => socket.isSupported(),
    connect(minPriority, callback) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const begunAt = performance.now();
      const failed = (error: unknown) => {
        clearTimeout(timer);
        failingSince ??= begunAt;
        const now = performance.now();
        // An attempt that hung has waited already.
        timer = setTimeout(() => callback(error), pauseMs(now - failingSince) - (now - begunAt));
      };
      const attempt = socket.connect(minPriority, (error: unknown, handshake: unknown) => {
        if (error) return failed(error);
        clearTimeout(timer);
        failingSince = undefined;
        callback(null, handshake);
      });
      timer = setTimeout(() => {
        attempt.abort();
        failed(new Error("the handshake took too long"));
      }, HANDSHAKE_MS);
      return {
        abort() {
          clearTimeout(timer);
          attempt.abort();
        },
        forceMinPriority: (priority) => attempt.forceMinPriority(priority),
      };
    },
  };
};

/** Half as long as it has been failing, so that an outage costs nobody much more than itself; not all at one moment. */
export function pauseMs(failingMs: number, random = Math.random): number {
  return Math.min(MOST_PAUSE_MS, Math.max(FIRST_PAUSE_MS, failingMs / 2)) * (0.75 + random() / 2);
}

/** Has all sockets that the library opens from now on opened this way. */
export function setSocketStrategy(): void {
  Pusher.Runtime.getDefaultStrategy = getStrategy;
}
