import { once } from "node:events";
import { request } from "node:http";
import { describe, expect, it } from "vitest";
import { createChannelsServer } from "./server";
import { APP, type Mounted, mount } from "./testing/mount";
import { connectRaw, openRaw } from "./testing/raw-client";

const OFF = { ...APP, id: "4", key: "off", enabled: false };
const SMALL = { ...APP, id: "5", key: "small", maxConnections: 1 };

/** Status of an upgrade request that is answered without a socket. */
async function upgradeStatus({ port }: Mounted, path: string): Promise<number | undefined> {
  const headers = {
    connection: "Upgrade",
    upgrade: "websocket",
    "sec-websocket-version": "13",
    "sec-websocket-key": "AAAAAAAAAAAAAAAAAAAAAA==",
  };
  const asked = request({ port, host: "127.0.0.1", path, headers, agent: false });
  asked.end();
  const [response] = await once(asked, "response");
  response.resume();
  return response.statusCode;
}

describe("opening a socket", () => {
  it("is answered with an id and a timeout in a JSON string", async () => {
    const mounted = await mount();
    const client = openRaw(mounted, `/app/${APP.key}?protocol=7`);
    const frame = await client.next("pusher:connection_established");
    expect(typeof frame.data).toBe("string");
    const data = JSON.parse(String(frame.data));
    expect(data).toEqual({ socket_id: expect.stringMatching(/^\d+\.\d+$/), activity_timeout: 120 });
    expect(client.socket.extensions).toBe("");
  });

  it("gives every socket an id of its own", async () => {
    const mounted = await mount();
    const clients = await Promise.all(Array.from({ length: 40 }, () => connectRaw(mounted)));
    expect(new Set(clients.map(({ id }) => id)).size).toBe(40);
    expect(mounted.channels.connectionCount()).toBe(40);
  });

  it("never announces a timeout of 0", async () => {
    const mounted = await mount({ limits: { activityTimeoutSeconds: 0.2 } });
    const client = openRaw(mounted, `/app/${APP.key}?protocol=7`);
    const { data } = await client.next("pusher:connection_established");
    expect(JSON.parse(String(data)).activity_timeout).toBe(1);
  });

  it.each([
    [4001, "/app/unknown?protocol=7"],
    [4001, "/app/__proto__?protocol=7"],
    [4001, "/app/%E0%A4%A?protocol=7"],
    [4003, "/app/off?protocol=7"],
    [4005, "/app/?protocol=7"],
    [4005, `/app/${APP.key}/more?protocol=7`],
    [4007, `/app/${APP.key}?protocol=4`],
    [4007, `/app/${APP.key}?protocol=seven`],
    [4008, `/app/${APP.key}`],
    [4008, `/app/${APP.key}?protocol=`],
  ])("is refused with %d at %s", async (code, path) => {
    const client = openRaw(await mount({ apps: [APP, OFF] }), path);
    expect((await client.next("pusher:error")).data).toEqual({ code, message: expect.any(String) });
    expect((await client.closed).code).toBe(code);
  });

  it("is refused with 4100 when the application or the server is full, until there is room again", async () => {
    const mounted = await mount({ apps: [APP, SMALL], limits: { maxConnections: 2 } });
    const path = "/app/small?protocol=7";
    const first = openRaw(mounted, path);
    await first.next("pusher:connection_established");
    expect((await openRaw(mounted, path).closed).code).toBe(4100);
    const other = await connectRaw(mounted);
    expect((await openRaw(mounted, `/app/${APP.key}?protocol=7`).closed).code).toBe(4100);

    first.socket.close();
    await first.closed;
    await other.settle();
    await openRaw(mounted, path).next("pusher:connection_established");
  });
});

describe("beside a site", () => {
  it("leaves other addresses alone", async () => {
    const mounted = await mount();
    const page = await fetch(`http://127.0.0.1:${mounted.port}/apps`);
    expect(await page.text()).toBe("the site");
    expect(await upgradeStatus(mounted, "/_next/webpack-hmr")).toBe(404);
    expect(await upgradeStatus(mounted, "/application/x")).toBe(404);
  });

  it("listens below a prefix when given one", async () => {
    const mounted = await mount({ path: "/realtime/" });
    await openRaw(mounted, `/realtime/app/${APP.key}?protocol=7`).next("pusher:connection_established");
    expect(await upgradeStatus(mounted, `/app/${APP.key}?protocol=7`)).toBe(404);
  });

  it("does not take applications that lack a credential or share one", () => {
    expect(() => createChannelsServer({ apps: [{ ...APP, secret: "" }] })).toThrow(/secret/);
    expect(() => createChannelsServer({ apps: [APP, { ...APP, id: "9" }] })).toThrow(/share/);
    expect(() => createChannelsServer({ apps: [APP, { ...APP, key: "k" }] })).toThrow(/share/);
  });
});
