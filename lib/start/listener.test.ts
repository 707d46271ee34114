import { once } from "node:events";
import {
  createServer,
  get,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type RequestOptions,
  type Server,
  type ServerResponse,
} from "node:http";
import { connect } from "node:net";
import type { Duplex } from "node:stream";
import { getRequestListener } from "@hono/node-server";
import { afterEach, describe, expect, it } from "vitest";
import { createListener, type ListenerOptions } from "@/lib/start/listener";

type Answer = { status: number; headers: IncomingHttpHeaders; body: string };

let server: Server | undefined;
let listener: ReturnType<typeof createListener>;
const errors: unknown[] = [];

const says = (name: string) => (_: IncomingMessage, response: ServerResponse) => response.end(name);

const channels = {
  handleRequest(request: IncomingMessage, response: ServerResponse) {
    if (!request.url?.startsWith("/apps/")) return false;
    response.end("channels");
    return true;
  },
  handleUpgrade(request: IncomingMessage, socket: Duplex) {
    if (!request.url?.startsWith("/app/")) return false;
    socket.end("channels");
    return true;
  },
};

/** Answers with the client's address as the API reads it, from the raw headers. */
const api = getRequestListener(
  async (request) =>
    new Response(`api ${[...request.headers].filter(([name]) => /ip$|^x-forw/.test(name)).join(" ")}`),
  { overrideGlobalObjects: false },
);

async function serve(options: Partial<ListenerOptions> = {}): Promise<void> {
  listener = createListener({
    channels,
    api,
    pages: says("pages"),
    pageSockets: (_, socket) => {
      socket.end("pages");
      return true;
    },
    trustProxy: 0,
    secure: false,
    onlyLocalNames: false,
    onError: (error) => errors.push(error),
    ...options,
  });
  server = createServer(listener.request).on("upgrade", listener.upgrade).listen(0, "127.0.0.1");
  await once(server, "listening");
}

function port(): number {
  const address = server?.address();
  return typeof address === "object" && address ? address.port : 0;
}

async function ask(path: string, options: RequestOptions = {}): Promise<Answer> {
  const request = get({ host: "127.0.0.1", port: port(), path, ...options });
  const [response]: IncomingMessage[] = await once(request, "response");
  if (!response) throw new Error("no answer");
  let body = "";
  for await (const chunk of response) body += chunk;
  return { status: response.statusCode ?? 0, headers: response.headers, body };
}

/** What the server writes on an upgraded socket before closing it. */
async function upgrade(path: string, host = "localhost"): Promise<string> {
  const socket = connect(port(), "127.0.0.1");
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`);
  let heard = "";
  socket.on("data", (chunk) => {
    heard += chunk;
  });
  socket.on("error", () => undefined);
  await once(socket, "close");
  return heard;
}

afterEach(async () => {
  errors.length = 0;
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

describe("who answers", () => {
  it.each([
    ["/apps/1/events?auth_key=x", "channels"],
    ["/api/health", "api "],
    ["/api?x", "api "],
    ["/api/auth/session", "pages"],
    ["/apihealth", "pages"],
    ["/", "pages"],
    ["/demo/apps/x", "pages"],
  ])("%s: %s", async (path, who) => {
    await serve();
    expect((await ask(path)).body.startsWith(who)).toBe(true);
  });

  it("leaves the API to the pages in development, and unknown addresses to nobody", async () => {
    await serve({ api: undefined });
    expect((await ask("/api/health")).body).toBe("pages");
    await serve({ pages: undefined });
    expect(await ask("/desk")).toMatchObject({ status: 404 });
    expect((await ask("/api/health")).status).toBe(200);
  });

  it("passes sockets to the channels and to Next, and closes the others", async () => {
    await serve();
    expect(await upgrade("/app/key?protocol=7")).toBe("channels");
    expect(await upgrade("/_next/hmr")).toBe("pages");
    expect(await upgrade("/anything")).toBe("");
    expect(await upgrade("/api/app/key")).toBe("");
  });

  it("survives a handler that fails, and says nothing of why", async () => {
    await serve({ pages: () => Promise.reject(new Error("secret")) });
    const { status, body } = await ask("/");
    expect(status).toBe(500);
    expect(body).not.toContain("secret");
    expect(errors).toEqual([new Error("secret")]);
  });

  it("asks clients to leave once it drains", async () => {
    await serve();
    expect((await ask("/")).headers.connection).not.toBe("close");
    await listener.drain();
    expect((await ask("/")).headers.connection).toBe("close");
  });
});

describe("the client's address", () => {
  const spoofed = {
    headers: { "X-Entraide-IP": "1.1.1.1", "x-forwarded-for": "2.2.2.2", "x-forwarded-host": "evil" },
  };

  it("is ours alone: what came in under its name is gone, and so is what nobody vouches for", async () => {
    await serve();
    expect((await ask("/api/x", spoofed)).body).toBe("api x-entraide-ip,127.0.0.1");
  });

  it("is what the believed proxy saw", async () => {
    await serve({ trustProxy: 1 });
    expect((await ask("/api/x", spoofed)).body).toContain("x-entraide-ip,2.2.2.2");
    expect((await ask("/api/x", spoofed)).body).not.toContain("1.1.1.1");
  });

  it("reaches the pages as well", async () => {
    await serve({ pages: (request, response) => response.end(String(request.headers["x-entraide-ip"])) });
    expect((await ask("/", spoofed)).body).toBe("127.0.0.1");
  });
});

describe("security headers", () => {
  it("keep our screens out of frames, on either side of the API", async () => {
    await serve();
    for (const path of ["/", "/volt/desk", "/api/health", "/panels", "/widget.js.map"]) {
      expect((await ask(path)).headers, path).toMatchObject({
        "x-content-type-options": "nosniff",
        "referrer-policy": "strict-origin-when-cross-origin",
        "x-frame-options": "DENY",
        "content-security-policy": expect.stringContaining("frame-ancestors 'none'"),
      });
    }
  });

  it("leave framing to what is made for other sites", async () => {
    await serve();
    for (const path of ["/panel?site=x", "/panel/", "/widget.js"]) {
      const { headers } = await ask(path);
      expect(headers["x-content-type-options"], path).toBe("nosniff");
      expect(headers["x-frame-options"], path).toBeUndefined();
      expect(headers["content-security-policy"], path).toBeUndefined();
    }
  });

  it("ask for https only where people use it", async () => {
    await serve();
    expect((await ask("/")).headers["strict-transport-security"]).toBeUndefined();
    await serve({ secure: true });
    expect((await ask("/")).headers["strict-transport-security"]).toMatch(/max-age=\d{8}/);
  });
});

describe("the demo's names", () => {
  it("are this machine's; another site's name that leads here is turned away", async () => {
    await serve({ onlyLocalNames: true });
    for (const host of ["localhost:3000", "127.0.0.1", "[::1]:3000", "shop.localhost:3000"]) {
      expect((await ask("/", { headers: { host } })).status, host).toBe(200);
    }
    for (const host of ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "192.168.1.4"]) {
      expect((await ask("/", { headers: { host } })).status, host).toBe(421);
      expect((await ask("/apps/1/events", { headers: { host } })).status, host).toBe(421);
    }
    expect(await upgrade("/app/key", "evil.example")).toBe("");
  });
});
