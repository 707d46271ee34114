import { WebSocket } from "ws";
import type { Ask } from "@/e2e/bench/worker/ask";
import type { ServerAddress } from "@/e2e/bench/worker/http";
import { waitUntil } from "@/e2e/bench/worker/pace";
import { inTurns } from "@/e2e/bench/worker/sockets";

const AT_ONCE = 50;
const CONNECT_MS = 30_000;
const PATIENCE_SECONDS = 10;

/**
 * Opens so many sockets in one channel that then say nothing, and asks its parent to look at the server ("look"), then
 * to publish one event ("publish"). Answers the milliseconds at which each socket had it, by the machine's clock.
 */
export async function run(
  input: { server: ServerAddress; channel: string; event: string; sockets: number },
  ask: Ask,
): Promise<{ connected: number; heardAt: number[]; dropped: number }> {
  const { port, pusherKey } = input.server;
  const heardAt: number[] = [];
  let dropped = 0;
  const open: WebSocket[] = [];
  await inTurns(Array.from({ length: input.sockets }), AT_ONCE, () => connect());

  function connect(): Promise<void> {
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(
        `ws://127.0.0.1:${port}/app/${pusherKey}?protocol=7&client=bench&version=1`,
      );
      const timer = setTimeout(() => reject(new Error("A socket was not established in time.")), CONNECT_MS);
      socket.on("error", (error) => reject(error));
      socket.on("close", () => {
        dropped++;
      });
      socket.on("message", (frame: Buffer) => {
        const text = frame.toString();
        const { event } = JSON.parse(text) as { event: string };
        if (event === "pusher:connection_established") {
          socket.send(JSON.stringify({ event: "pusher:subscribe", data: { channel: input.channel } }));
        } else if (event === "pusher_internal:subscription_succeeded") {
          clearTimeout(timer);
          open.push(socket);
          resolve();
        } else if (event === "pusher:ping") {
          socket.send(JSON.stringify({ event: "pusher:pong", data: {} }));
        } else if (event === input.event) heardAt.push(Date.now());
      });
    });
  }

  await ask("look");
  await ask("publish");
  await waitUntil(() => heardAt.length >= open.length, PATIENCE_SECONDS);
  const found = { connected: open.length, heardAt, dropped };
  for (const socket of open) socket.terminate();
  return found;
}
