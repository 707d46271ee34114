import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { APP, mount } from "./testing/mount";
import { browserLibrary, nextEvent, serverLibrary } from "./testing/pusher-clients";
import { connectRaw, openRaw } from "./testing/raw-client";

const RESTLESS = { activityTimeoutSeconds: 0.02, sweepSeconds: 0.01 };

describe("a socket's life", () => {
  it("is shown by ping and pong", async () => {
    const client = await connectRaw(await mount());
    client.send("pusher:ping", {});
    expect(await client.next("pusher:pong")).toEqual({ event: "pusher:pong", data: {} });
  });

  it("ends with 4201 when a ping stays unanswered", async () => {
    const mounted = await mount({ limits: { ...RESTLESS, pongTimeoutSeconds: 0.02 } });
    const client = openRaw(mounted, `/app/${APP.key}?protocol=7`);
    await client.next("pusher:ping");
    expect((await client.closed).code).toBe(4201);
    expect(mounted.channels.connectionCount()).toBe(0);
  });

  it("goes on while pings are answered, by pong or by anything else", async () => {
    const mounted = await mount({ limits: { ...RESTLESS, pongTimeoutSeconds: 30 } });
    const client = await connectRaw(mounted);
    for (const answer of ["pusher:pong", "pusher:ping", "pusher:unsubscribe"]) {
      await client.next("pusher:ping");
      client.send(answer, { channel: "none" });
    }
    // A socket that is not taken to have answered would not be asked again.
    await client.next("pusher:ping");
    client.socket.ping();
    await client.next("pusher:ping");
    expect(mounted.channels.connectionCount()).toBe(1);
  });

  it("is kept up by pusher-js", async () => {
    const mounted = await mount({ limits: { ...RESTLESS, pongTimeoutSeconds: 30 } });
    const client = browserLibrary(mounted);
    for (let pings = 0; pings < 3; ) {
      const { event } = await nextEvent<{ event: string }>(client.connection, "message");
      if (event === "pusher:ping") pings++;
    }
    expect(client.connection.state).toBe("connected");
  });
});

describe("a socket that does not read", () => {
  it("is closed with 4100 and disturbs nobody else", async () => {
    const mounted = await mount({ limits: { maxBufferedBytes: 20_000 } });
    const slow = await connectRaw(mounted);
    const good = await connectRaw(mounted);
    await Promise.all([slow.subscribe("news"), good.subscribe("news")]);
    const server = serverLibrary(mounted);
    const data = "x".repeat(10_000);
    const events = () => Array.from({ length: 10 }, () => ({ channel: "news", name: "big", data }));
    slow.socket.pause();
    while (mounted.lines.length === 0) await server.triggerBatch(events());
    expect(mounted.lines).toEqual([{ event: "channels.too_slow", app: APP.id, socket: slow.id }]);
    expect(mounted.channels.connectionCount()).toBe(1);

    await server.trigger("news", "last", "1");
    expect(await good.next("last")).toMatchObject({ data: "1" });
    slow.socket.resume();
    expect((await slow.closed).code).toBe(4100);
  });
});

describe("shutting down", () => {
  it("closes every socket with 4200 and turns new ones away", async () => {
    const mounted = await mount();
    const clients = await Promise.all(Array.from({ length: 7 }, () => connectRaw(mounted)));
    const closing = mounted.channels.close({ overSeconds: 0.3 });
    const late = openRaw(mounted, `/app/${APP.key}?protocol=7`);
    const [, response] = await once(late.socket, "unexpected-response");
    expect(response.statusCode).toBe(503);
    const codes = await Promise.all(clients.map(async ({ closed }) => (await closed).code));
    expect(codes).toEqual(Array(7).fill(4200));
    await closing;
    expect(mounted.channels.connectionCount()).toBe(0);
  });

  it("takes its sockets in slices", async () => {
    const mounted = await mount();
    const clients = await Promise.all(Array.from({ length: 6 }, () => connectRaw(mounted)));
    const counts: number[] = [];
    for (const { closed } of clients) void closed.then(() => counts.push(mounted.channels.connectionCount()));
    const closing = mounted.channels.close({ overSeconds: 0.3 });
    await clients[0]?.closed;
    expect(mounted.channels.connectionCount()).toBeGreaterThan(0);
    await closing;
    expect(new Set(counts).size).toBeGreaterThan(1);
  });

  it("lets pusher-js come back at once, with its subscriptions", async () => {
    const mounted = await mount();
    const client = browserLibrary(mounted);
    const channel = client.subscribe("private-mine");
    await nextEvent(channel, "pusher:subscription_succeeded");
    const before = client.connection.socket_id;
    const old = mounted.channels;
    mounted.replace();
    const again = nextEvent(channel, "pusher:subscription_succeeded");
    await old.close({ overSeconds: 0 });
    await again;
    expect(client.connection.socket_id).not.toBe(before);
    const heard = nextEvent(channel, "hello");
    await serverLibrary(mounted).trigger("private-mine", "hello", { to: "you" });
    expect(await heard).toEqual({ to: "you" });
  });
});
