import { randomUUID } from "node:crypto";
import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { stampAddress } from "@/lib/start/client-address";
import { securityHeaders } from "@/lib/start/security-headers";

export type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

/** The parts behind the one port. Each may be missing, and its addresses are then unknown ones. */
export type Parts = {
  /** The embedded channels server; `false` means "not mine". */
  channels?: {
    handleRequest(request: IncomingMessage, response: ServerResponse): boolean;
    handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  };
  /** The HTTP API. Left out in development, where Next's mount answers and reloads with every edit. */
  api?: Handler;
  pages?: Handler;
  /** Next's own sockets, `/_next/…`; `false` when nobody listens for them. */
  pageSockets?(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
};

export type ListenerOptions = Parts & {
  /** How many proxies in front are believed. */
  trustProxy: number;
  /** Whether the public address is https. */
  secure: boolean;
  /** In demo mode only this machine's names: another site's name that resolves to us is an attack (DNS rebinding). */
  onlyLocalNames: boolean;
  onError(error: unknown): void;
  /** Hears of every answer but the API's, which tells its own. */
  onAnswered?(answer: Answered): void;
};

export type Answered = { requestId: string; method: string; pathname: string; status: number; ms: number };

const LOCAL_NAME = /^(localhost|[a-z0-9-]+\.localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

function pathnameOf(request: IncomingMessage): string {
  return (request.url ?? "/").split("?", 1)[0] ?? "/";
}

/**
 * Decides who answers: channels, then the API (but for sign-in, which is next-auth's in Next), then the pages.
 * `drain()` asks clients to close their connections after each answer from then on, and resolves when the requests that
 * run at that moment are answered or broken off.
 */
export function createListener(options: ListenerOptions) {
  let draining = false;
  const running = new Set<ServerResponse>();

  /** Other parts than the API get their number here. */
  function tell(request: IncomingMessage, response: ServerResponse, pathname: string): void {
    const requestId = randomUUID();
    const startedAt = performance.now();
    response.setHeader("X-Request-Id", requestId);
    response.once("close", () =>
      options.onAnswered?.({
        requestId,
        method: request.method ?? "",
        pathname,
        status: response.statusCode,
        ms: performance.now() - startedAt,
      }),
    );
  }

  function isRefused(request: IncomingMessage): boolean {
    return options.onlyLocalNames && !LOCAL_NAME.test(request.headers.host ?? "");
  }

  function handlerOf(pathname: string): Handler | undefined {
    const isApi = pathname === "/api" || pathname.startsWith("/api/");
    if (isApi && !pathname.startsWith("/api/auth/") && options.api) return options.api;
    return options.pages;
  }

  return {
    request(request: IncomingMessage, response: ServerResponse): void {
      const pathname = pathnameOf(request);
      running.add(response);
      response.once("close", () => running.delete(response));
      if (handlerOf(pathname) !== options.api) tell(request, response, pathname);
      stampAddress(request, options.trustProxy);
      for (const [name, value] of Object.entries(securityHeaders(pathname, options.secure))) {
        response.setHeader(name, value);
      }
      if (draining) response.setHeader("Connection", "close");
      if (isRefused(request)) {
        answer(response, 421, "The demo answers under localhost and 127.0.0.1 only.");
        return;
      }
      if (options.channels?.handleRequest(request, response)) return;
      const handler = handlerOf(pathname);
      if (!handler) {
        answer(response, 404, "There is nothing here.");
        return;
      }
      Promise.resolve()
        .then(() => handler(request, response))
        .catch((error: unknown) => {
          options.onError(error);
          if (response.headersSent) response.destroy();
          else answer(response, 500, "Something went wrong on our side.");
        });
    },
    upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
      stampAddress(request, options.trustProxy);
      if (!isRefused(request)) {
        if (options.channels?.handleUpgrade(request, socket, head)) return;
        if (pathnameOf(request).startsWith("/_next/") && options.pageSockets?.(request, socket, head)) return;
      }
      // A socket that breaks while we close it must not end the process.
      socket.on("error", () => undefined);
      socket.destroy();
    },
    async drain(): Promise<void> {
      draining = true;
      await Promise.all([...running].map((response) => once(response, "close")));
    },
  };
}

function answer(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" });
  response.end(`${sentence}\n`);
}
