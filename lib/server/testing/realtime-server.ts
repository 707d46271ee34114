import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { forgetEnv } from "@/lib/server/env";

const shared = globalThis as { entraidePusher?: unknown; entraideRealtimeIsDown?: boolean };

/** One request as the realtime server got it. */
type RealtimeRequest = { url: URL; body: string };

/** Answers a request; `answer(status)` sends an empty JSON object under that status. Not calling it leaves it open. */
type Behaviour = (request: RealtimeRequest, answer: (status: number) => void) => void;

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  return body;
}

/**
 * Puts an HTTP server that behaves as told in the place of the realtime server, for the running test. `behave` changes
 * its behaviour; `requests` are those that came; `stop` closes its port, so that nobody answers there any more.
 */
export async function serveRealtime(behaviour: Behaviour = (_, answer) => answer(200)) {
  let current = behaviour;
  const requests: RealtimeRequest[] = [];
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    void bodyOf(request).then((body) => {
      const received = { url: new URL(request.url ?? "/", "http://realtime"), body };
      requests.push(received);
      current(received, (status) => {
        response.writeHead(status, { "content-type": "application/json" });
        response.end("{}");
      });
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const before = { ...process.env };
  Object.assign(process.env, {
    PUSHER_HOST: "127.0.0.1",
    PUSHER_PORT: String((server.address() as AddressInfo).port),
    PUSHER_USE_TLS: "false",
  });
  forgetRealtime();

  async function stop(): Promise<void> {
    if (!server.listening) return;
    const closed = once(server, "close");
    server.close();
    server.closeAllConnections();
    await closed;
  }
  onTestFinished(async () => {
    await stop();
    for (const name of ["PUSHER_HOST", "PUSHER_PORT", "PUSHER_USE_TLS"]) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
    forgetRealtime();
  });
  return {
    requests,
    stop,
    behave(next: Behaviour) {
      current = next;
    },
  };
}

/** The next event is published as by a process that has just started. */
function forgetRealtime(): void {
  delete shared.entraidePusher;
  delete shared.entraideRealtimeIsDown;
  forgetEnv();
}
