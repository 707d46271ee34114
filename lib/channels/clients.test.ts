import type { PresenceChannel } from "pusher-js";
import { describe, expect, it } from "vitest";
import { mount } from "./testing/mount";
import { browserLibrary, nextEvent, serverLibrary } from "./testing/pusher-clients";

const SUCCEEDED = "pusher:subscription_succeeded";

describe("pusher-js and pusher, as they are", () => {
  it("exchange events on public and private channels, without the excluded socket", async () => {
    const mounted = await mount();
    const server = serverLibrary(mounted);
    const [ada, bob] = [browserLibrary(mounted, "ada"), browserLibrary(mounted, "bob")];
    for (const name of ["news", "private-a"]) {
      const [first, second] = [ada.subscribe(name), bob.subscribe(name)];
      await Promise.all([nextEvent(first, SUCCEEDED), nextEvent(second, SUCCEEDED)]);
      const heard = [nextEvent(first, "all"), nextEvent(second, "some"), nextEvent(second, "all")];
      const early: unknown[] = [];
      first.bind("some", (data: unknown) => early.push(data));
      const answer = await server.trigger(name, "some", { a: "é" }, { socket_id: ada.connection.socket_id });
      expect([answer.status, await answer.json()]).toEqual([200, {}]);
      await server.triggerBatch([{ channel: name, name: "all", data: "plain text" }]);
      expect(await Promise.all(heard)).toEqual(["plain text", { a: "é" }, "plain text"]);
      expect(early).toEqual([]);
    }
  });

  it("see each other come and go", async () => {
    const mounted = await mount();
    const [ada, bob] = [browserLibrary(mounted, "ada"), browserLibrary(mounted, "bob")];
    const first = ada.subscribe("presence-a") as PresenceChannel;
    await nextEvent(first, SUCCEEDED);
    expect([first.members.count, first.members.me]).toEqual([
      1,
      { id: "ada", info: { name: "Name of ada" } },
    ]);
    const added = nextEvent(first, "pusher:member_added");
    const second = bob.subscribe("presence-a") as PresenceChannel;
    await nextEvent(second, SUCCEEDED);
    expect(await added).toEqual({ id: "bob", info: { name: "Name of bob" } });
    expect(second.members.count).toBe(2);
    expect(second.members.get("ada")).toEqual({ id: "ada", info: { name: "Name of ada" } });

    const heard = new Promise((resolve) =>
      second.bind("client-typing", (data: unknown, metadata: unknown) => resolve([data, metadata])),
    );
    first.trigger("client-typing", { on: true });
    expect(await heard).toEqual([{ on: true }, { user_id: "ada" }]);

    const removed = nextEvent(first, "pusher:member_removed");
    bob.disconnect();
    expect(await removed).toMatchObject({ id: "bob" });
    const response = await serverLibrary(mounted).get({ path: "/channels/presence-a/users" });
    expect(await response.json()).toEqual({ users: [{ id: "ada" }] });
  });

  it("ask about channels", async () => {
    const mounted = await mount();
    const client = browserLibrary(mounted);
    await nextEvent(client.subscribe("presence-a@b,c;d=e"), SUCCEEDED);
    const server = serverLibrary(mounted);
    const params = { filter_by_prefix: "presence-a@b,c;", info: "user_count" };
    const list = await server.get({ path: "/channels", params });
    expect(await list.json()).toEqual({ channels: { "presence-a@b,c;d=e": { user_count: 1 } } });
    const one = await server.get({ path: "/channels/presence-a@b,c;d=e" });
    expect(await one.json()).toEqual({ occupied: true });
    await expect(server.get({ path: "/channels", params: { info: "user_count" } })).rejects.toMatchObject({
      status: 400,
    });
  });

  it("keep encrypted channels to themselves", async () => {
    const mounted = await mount();
    const client = browserLibrary(mounted);
    const channel = client.subscribe("private-encrypted-a");
    await nextEvent(channel, SUCCEEDED);
    const heard = nextEvent(channel, "secret");
    const relayed = nextEvent<{ data: object }>(client.connection, "message");
    await serverLibrary(mounted).trigger("private-encrypted-a", "secret", { word: "sesame" });
    expect(await heard).toEqual({ word: "sesame" });
    const { data } = await relayed;
    expect(Object.keys(data).sort()).toEqual(["ciphertext", "nonce"]);
  });

  it("are handed the last event of a cache channel, or told there is none", async () => {
    const mounted = await mount();
    const client = browserLibrary(mounted);
    await nextEvent(client.subscribe("cache-empty"), "pusher:cache_miss");
    await serverLibrary(mounted).trigger("private-cache-a", "last", { n: 1 });
    expect(await nextEvent(client.subscribe("private-cache-a"), "last")).toEqual({ n: 1 });
  });

  it("sign users in, reach them and throw them out for good", async () => {
    const mounted = await mount();
    const client = browserLibrary(mounted, "ada");
    const server = serverLibrary(mounted);
    client.signin();
    for (let signedIn = false; !signedIn; ) {
      const { event } = await nextEvent<{ event: string }>(client.connection, "message");
      signedIn = event === "pusher_internal:subscription_succeeded";
    }
    const heard = nextEvent(client.user, "hello");
    await server.sendToUser("ada", "hello", { n: 1 });
    expect(await heard).toEqual({ n: 1 });

    const gone = nextEvent(client.connection, "disconnected");
    const refused = nextEvent(client.connection, "error");
    await server.terminateUserConnections("ada");
    expect(await refused).toMatchObject({ data: { code: 4009 } });
    await gone;
    expect(mounted.channels.connectionCount()).toBe(0);
  });

  it("learn of a refused subscription", async () => {
    const mounted = await mount();
    const client = browserLibrary(mounted, "ada", {
      channelAuthorization: {
        endpoint: "",
        transport: "ajax",
        customHandler: (_, callback) => callback(null, { auth: "wrong:signature" }),
      },
    });
    const channel = client.subscribe("private-a");
    expect(await nextEvent(channel, "pusher:subscription_error")).toMatchObject({
      type: "AuthError",
      status: 401,
    });
    expect(client.connection.state).toBe("connected");
  });

  it("stop for good where the key is unknown", async () => {
    const mounted = await mount({ apps: [] });
    const client = browserLibrary(mounted);
    const error = nextEvent(client.connection, "error");
    await nextEvent(client.connection, "disconnected");
    expect(await error).toMatchObject({ error: { data: { code: 4001 } } });
  });
});
