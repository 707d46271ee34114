import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { connect } from "node:net";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { APP, mount } from "./testing/mount";
import { connectRaw, openRaw } from "./testing/raw-client";

const DEEP = "[".repeat(20_000) + "]".repeat(20_000);

/** Messages that are each answered with exactly one error. */
const CORPUS = [
  "",
  " ",
  "null",
  "7",
  '"text"',
  "[]",
  "[{}]",
  "{}",
  "{",
  "\u0000",
  "not json",
  DEEP,
  '{"event":null}',
  '{"event":7}',
  '{"event":["pusher:ping"]}',
  '{"event":{"toString":"x"}}',
  '{"event":""}',
  '{"event":"__proto__","data":{}}',
  '{"event":"constructor","data":{}}',
  '{"event":"toString"}',
  '{"event":"hasOwnProperty","channel":"__proto__"}',
  '{"__proto__":{"event":"pusher:ping"}}',
  '{"event":"pusher:unknown"}',
  '{"event":"pusher_internal:subscription_succeeded","channel":"a","data":"{}"}',
  '{"event":"pusher:connection_established","data":"{}"}',
  '{"event":"pusher:subscribe"}',
  '{"event":"pusher:subscribe","data":null}',
  '{"event":"pusher:subscribe","data":[]}',
  '{"event":"pusher:subscribe","data":["a"]}',
  '{"event":"pusher:subscribe","data":"{\\"channel\\":\\"a\\"}"}',
  '{"event":"pusher:subscribe","data":{}}',
  '{"event":"pusher:subscribe","data":{"channel":{}}}',
  '{"event":"pusher:subscribe","data":{"channel":["a"]}}',
  '{"event":"pusher:subscribe","data":{"__proto__":{"channel":"a"}}}',
  '{"event":"pusher:unsubscribe"}',
  '{"event":"pusher:unsubscribe","data":{"channel":7}}',
  '{"event":"pusher:signin"}',
  '{"event":"pusher:signin","data":{"auth":"x","user_data":{"id":"a"}}}',
  '{"event":"client-"}',
  '{"event":"client-x","channel":"__proto__","data":1}',
  '{"event":"client-x","channel":{"a":1},"data":1}',
  `{"event":"client-x","channel":"private-a","data":${DEEP}}`,
];

describe("malformed messages", () => {
  it("get an error each, say nothing of our insides, and leave the socket useful", async () => {
    const client = await connectRaw(await mount({ limits: { clientEventsPerSecond: 1000 } }));
    await client.subscribe("private-a");
    for (const message of CORPUS) {
      client.socket.send(message);
      const frames = await client.settle();
      expect(frames, message.slice(0, 80)).toHaveLength(1);
      expect(frames[0]).toEqual({
        event: "pusher:error",
        data: {
          code: expect.any(Number),
          message: expect.not.stringMatching(/\bat \b|Error|undefined|\.ts|node:/),
        },
      });
    }
    await client.subscribe("news");
  });

  it("may be binary", async () => {
    const client = await connectRaw(await mount());
    for (const bytes of [Buffer.alloc(0), randomBytes(5000), Buffer.from('{"event":"pusher:ping"}')]) {
      client.socket.send(bytes, { binary: true });
      expect((await client.next("pusher:error")).data).toMatchObject({ code: 4200 });
    }
    expect(await client.settle()).toEqual([]);
  });

  it("never stop the server, whatever JSON they are made of", async () => {
    const mounted = await mount();
    const client = await connectRaw(mounted);
    const name = fc.constantFrom("pusher:subscribe", "pusher:unsubscribe", "client-x", "pusher:pong", "x");
    const message = fc.record(
      { event: fc.oneof(name, fc.jsonValue()), channel: fc.jsonValue(), data: fc.jsonValue() },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(message, async (value) => {
        client.socket.send(JSON.stringify(value));
        for (const { event } of await client.settle()) {
          expect([
            "pusher:error",
            "pusher:subscription_error",
            "pusher_internal:subscription_succeeded",
          ]).toContain(event);
        }
      }),
      { numRuns: 300 },
    );
    expect(mounted.lines).toEqual([]);
  });

  it("of a megabyte end that socket, with a reason and a code after which clients retry", async () => {
    const mounted = await mount();
    const [client, other] = [await connectRaw(mounted), await connectRaw(mounted)];
    client.socket.send("x".repeat(1_048_576));
    expect((await client.next("pusher:error")).data).toMatchObject({ message: "The message is too large" });
    expect((await client.closed).code).toBe(1009);
    expect(await other.settle()).toEqual([]);
    expect(mounted.channels.connectionCount()).toBe(1);
  });

  it("may come in endless pieces", async () => {
    const mounted = await mount();
    const client = await connectRaw(mounted);
    for (let index = 0; index < 300; index++) client.socket.send("x", { fin: false });
    expect((await client.closed).code).toBe(1008);
    await connectRaw(mounted);
  });

  it("may break the WebSocket protocol itself", async () => {
    const mounted = await mount();
    const client = await connectRaw(mounted);
    const socket = connect(mounted.port, "127.0.0.1");
    const head = `GET /app/${APP.key}?protocol=7 HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n`;
    socket.write(`${head}Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`);
    socket.write(Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff, 0xff]));
    let received = "";
    socket.on("data", (chunk) => {
      received += chunk.toString("latin1");
    });
    await once(socket, "end");
    socket.end();
    expect(received).toContain("connection_established");
    expect(received).toContain("The WebSocket frame is not valid");
    expect(await client.settle()).toEqual([]);
  });

  it("may come before the first reply, or on a socket that is being refused", async () => {
    const mounted = await mount();
    for (const key of [APP.key, "unknown"]) {
      const early = openRaw(mounted, `/app/${key}?protocol=7`);
      early.socket.once("open", () => {
        for (const message of CORPUS) early.socket.send(message);
        early.send("pusher:subscribe", { channel: "news" });
      });
      if (key === "unknown") expect((await early.closed).code).toBe(4001);
      else await early.next("pusher_internal:subscription_succeeded");
    }
  });

  it("may be no WebSocket request at all", async () => {
    const mounted = await mount();
    const socket = connect(mounted.port, "127.0.0.1");
    socket.write(
      `GET /app/${APP.key} HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
    );
    const [answer] = await once(socket, "data");
    expect(String(answer)).toMatch(/^HTTP\/1\.1 400 /);
    socket.destroy();
    await connectRaw(mounted);
  });
});
