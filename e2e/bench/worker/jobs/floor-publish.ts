import { Agent } from "node:http";
import PusherServer from "pusher";
import type { ServerAddress } from "@/e2e/bench/worker/http";
import { connectPusher, subscribed } from "@/e2e/bench/worker/sockets";

const CHANNEL = "bench-floor";
const BYTES = 500;

/** Milliseconds from `pusher.trigger` until a pusher-js subscriber has the event, one after the other. */
export async function run(input: {
  server: ServerAddress;
  appId: string;
  secret: string;
  count: number;
}): Promise<{ samples: number[] }> {
  const { port, pusherKey } = input.server;
  const publisher = new PusherServer({
    appId: input.appId,
    key: pusherKey,
    secret: input.secret,
    host: "127.0.0.1",
    port: String(port),
    useTLS: false,
    // The types ask for a fetch agent; node-fetch takes node's own.
    agent: new Agent({ keepAlive: true }) as unknown as undefined,
  });
  const client = connectPusher(input.server);
  let heard: () => void = () => undefined;
  client.subscribe(CHANNEL).bind("line", () => heard());
  await subscribed(client, CHANNEL);
  const samples: number[] = [];
  const warmUp = Math.ceil(input.count / 5);
  for (let n = -warmUp; n < input.count; n++) {
    const begun = performance.now();
    const arrived = new Promise<void>((resolve) => {
      heard = resolve;
    });
    await Promise.all([
      publisher.trigger(CHANNEL, "line", "x".repeat(BYTES - 2)),
      arrived.then(() => {
        if (n >= 0) samples.push(performance.now() - begun);
      }),
    ]);
  }
  client.disconnect();
  return { samples };
}
