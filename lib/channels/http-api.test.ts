import { request } from "node:http";
import { describe, expect, it } from "vitest";
import { APP, mount } from "./testing/mount";
import { serverLibrary } from "./testing/pusher-clients";
import { connectRaw } from "./testing/raw-client";
import { get, signed } from "./testing/signed-request";

describe("asking about channels", () => {
  it("lists the occupied ones, by prefix, with counts where they exist", async () => {
    const mounted = await mount();
    const [first, second] = [await connectRaw(mounted), await connectRaw(mounted)];
    for (const client of [first, second]) await client.subscribe("presence-a", { user_id: "ada" });
    await first.subscribe("__proto__");
    await first.subscribe("gone");
    first.send("pusher:unsubscribe", { channel: "gone" });
    await first.settle();
    const list = async (params = {}) => (await get(mounted, "/apps/3/channels", params)).body.channels;
    expect(Object.keys(await list()).sort()).toEqual(["__proto__", "presence-a"]);
    expect(await list({ filter_by_prefix: "presence-", info: "user_count" })).toEqual({
      "presence-a": { user_count: 1 },
    });
    expect(await list({ filter_by_prefix: "private-" })).toEqual({});
    const wrongs: Record<string, string>[] = [
      { info: "user_count" },
      { info: "user_count", filter_by_prefix: "pre" },
      { info: "x" },
    ];
    for (const wrong of wrongs) {
      expect((await get(mounted, "/apps/3/channels", wrong)).status).toBe(400);
    }
  });

  it("tells about one", async () => {
    const mounted = await mount();
    const client = await connectRaw(mounted);
    await client.subscribe("presence-a", { user_id: "ada" });
    const one = (name: string, params = {}) => get(mounted, `/apps/3/channels/${name}`, params);
    expect((await one("presence-a")).body).toEqual({ occupied: true });
    expect((await one("empty", { info: "subscription_count" })).body).toEqual({
      occupied: false,
      subscription_count: 0,
    });
    expect((await one("presence-a", { info: "user_count,subscription_count" })).body).toEqual({
      occupied: true,
      user_count: 1,
      subscription_count: 1,
    });
    expect((await one("news", { info: "user_count" })).status).toBe(400);
    expect((await one("a%20b")).status).toBe(400);
    expect((await one("%23server-to-user-ada")).status).toBe(400);
  });

  it("names the people of a presence channel", async () => {
    const mounted = await mount();
    const client = await connectRaw(mounted);
    await client.subscribe("presence-a", { user_id: 7 });
    expect((await get(mounted, "/apps/3/channels/presence-a/users")).body).toEqual({ users: [{ id: "7" }] });
    expect((await get(mounted, "/apps/3/channels/presence-none/users")).body).toEqual({ users: [] });
    expect((await get(mounted, "/apps/3/channels/news/users")).status).toBe(400);
  });
});

describe("access", () => {
  it("answers 404, 401, 403 and 405 as the case may be, and tells no secret", async () => {
    const mounted = await mount({ apps: [APP, { ...APP, id: "4", key: "off", enabled: false }] });
    const off = { ...APP, key: "off" };
    const forged = { ...APP, secret: "guess" };
    const method = "GET";
    const statuses = [
      await signed(mounted, "/apps/9/channels", { method }),
      await signed(mounted, "/apps//channels", { method }),
      await signed(mounted, "/apps/3/channels", { method, app: forged }),
      await signed(mounted, "/apps/3/channels", { method, app: off }),
      await signed(mounted, "/apps/3/channels", { method, params: { auth_timestamp: "1353088179" } }),
      await signed(mounted, "/apps/4/channels", { method, app: off }),
      await signed(mounted, "/apps/3/nothing", { method }),
      await signed(mounted, "/apps/3/nothing"),
      await signed(mounted, "/apps/3/channels", { method: "DELETE" }),
    ];
    expect(statuses.map(({ status }) => status)).toEqual([404, 404, 401, 401, 401, 403, 404, 404, 405]);
    expect(JSON.stringify(statuses)).not.toContain(APP.secret);
  });

  it("holds a body to its digest, its form and its size", async () => {
    const mounted = await mount({ limits: { maxBodyBytes: 5000 } });
    const path = "/apps/3/events";
    const statuses = [
      await signed(mounted, path, { body: "{}", sentBody: '{"a":1}' }),
      await signed(mounted, path, { body: "", sentBody: '{"a":1}' }),
      await signed(mounted, path, { body: "[]" }),
      await signed(mounted, path, { body: "{" }),
      await signed(mounted, path, {
        body: Buffer.from('{"name":"e","channel":"a","data":"\xff"}', "latin1"),
      }),
      await signed(mounted, path),
      await signed(mounted, path, { body: "x".repeat(5001) }),
    ];
    expect(statuses.map(({ status }) => status)).toEqual([401, 401, 400, 400, 400, 400, 413]);
  });

  it("survives a caller who goes away in the middle", async () => {
    const mounted = await mount();
    const url = new URL(`http://127.0.0.1:${mounted.port}/apps/3/events`);
    const query = serverLibrary(mounted).createSignedQueryString({
      method: "POST",
      path: url.pathname,
      body: "x",
    });
    const asked = request(`${url}?${query}`, { method: "POST", headers: { "content-length": 100 } });
    const broken = new Promise((resolve) => asked.on("close", resolve));
    asked.on("error", () => undefined);
    asked.write("half");
    asked.flushHeaders();
    asked.on("socket", (socket) => socket.on("connect", () => setImmediate(() => asked.destroy())));
    await broken;
    expect((await get(mounted, "/apps/3/channels")).status).toBe(200);
    expect(mounted.lines).toEqual([]);
  });

  it("ends the sockets of a user, and only those", async () => {
    const mounted = await mount();
    const [client, other] = [await connectRaw(mounted), await connectRaw(mounted)];
    const server = serverLibrary(mounted);
    for (const [socket, id] of [
      [client, "a b/é"],
      [other, "bob"],
    ] as const) {
      socket.send("pusher:signin", server.authenticateUser(socket.id, { id }));
      await socket.next("pusher:signin_success");
    }
    const path = `/apps/3/users/${encodeURIComponent("a b/é")}/terminate_connections`;
    expect(await signed(mounted, path, { body: "{}" })).toEqual({ status: 200, body: {} });
    expect((await client.closed).code).toBe(4009);
    expect(await other.settle()).toEqual([]);
    expect((await signed(mounted, "/apps/3/users/nobody/terminate_connections", { body: "{}" })).status).toBe(
      200,
    );
  });
});
