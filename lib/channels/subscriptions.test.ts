import { describe, expect, it } from "vitest";
import { sign, userText } from "./signature";
import { APP, mount } from "./testing/mount";
import { serverLibrary } from "./testing/pusher-clients";
import { connectRaw, type RawClient, refusal } from "./testing/raw-client";

const ada = { user_id: "ada", user_info: { name: "Ada" } };

function signIn(client: RawClient, userId: string) {
  const userData = JSON.stringify({ id: userId });
  const auth = `${APP.key}:${sign(APP.secret, userText(client.id, userData))}`;
  client.send("pusher:signin", { auth, user_data: userData });
}

describe("subscribing", () => {
  it("succeeds on public and on signed private channels", async () => {
    const client = await connectRaw(await mount());
    for (const channel of ["news", "private-a", "private-encrypted-a"]) {
      expect(await client.subscribe(channel)).toMatchObject({ channel, data: "{}" });
    }
  });

  it("counts once however often it is asked for", async () => {
    const mounted = await mount();
    const client = await connectRaw(mounted);
    await client.subscribe("news");
    await client.subscribe("news");
    await serverLibrary(mounted).trigger("news", "hello", "1");
    expect((await client.settle()).filter(({ event }) => event === "hello")).toHaveLength(1);
    client.send("pusher:unsubscribe", { channel: "news" });
    await client.settle();
    await serverLibrary(mounted).trigger("news", "hello", "2");
    expect(await client.settle()).toEqual([]);
  });

  it("answers a wrong signature on the channel and keeps the socket", async () => {
    const mounted = await mount();
    const [client, other] = [await connectRaw(mounted), await connectRaw(mounted)];
    const unsigned = { type: "AuthError", status: 401, channel: "private-a" };
    const stolen = other.authFor("private-a").auth;
    for (const auth of [undefined, "", 7, `${APP.key}:`, `${APP.key}:zz`, stolen]) {
      expect(await refusal(client, { channel: "private-a", auth })).toMatchObject(unsigned);
    }
    const swapped = { channel: "private-b", auth: client.authFor("private-a").auth };
    expect(await refusal(client, swapped)).toMatchObject({ type: "AuthError" });
    const forged = {
      ...client.authFor("presence-a", ada),
      channel_data: JSON.stringify({ user_id: "root" }),
    };
    expect(await refusal(client, { channel: "presence-a", ...forged })).toMatchObject({ type: "AuthError" });
    await client.subscribe("private-a");
  });

  it("refuses names that are not allowed", async () => {
    const client = await connectRaw(await mount());
    for (const channel of ["", "a b", "#private", "é", "a".repeat(201)]) {
      const expected = { type: "InvalidChannel", status: 400, channel: channel.slice(0, 200) };
      expect(await refusal(client, { channel })).toMatchObject(expected);
    }
  });

  it("has an end for each socket", async () => {
    const client = await connectRaw(await mount({ limits: { maxChannelsPerConnection: 2 } }));
    await client.subscribe("a");
    await client.subscribe("b");
    expect(await refusal(client, { channel: "c" })).toMatchObject({ type: "LimitReached" });
    await client.subscribe("a");
    client.send("pusher:unsubscribe", { channel: "a" });
    await client.subscribe("c");
  });

  it("is undone in silence, even when there was nothing to undo", async () => {
    const client = await connectRaw(await mount());
    await client.subscribe("a");
    for (const channel of ["a", "a", "never", "#x"]) client.send("pusher:unsubscribe", { channel });
    expect(await client.settle()).toEqual([]);
  });
});

describe("cache channels", () => {
  it.each(["cache-a", "private-cache-a", "presence-cache-a", "private-encrypted-cache-a"])(
    "hand the last event of %s to whoever comes later",
    async (channel) => {
      const mounted = await mount();
      const [first, second] = [await connectRaw(mounted), await connectRaw(mounted)];
      const member = channel.startsWith("presence-") ? ada : undefined;
      await first.subscribe(channel, member);
      expect(await first.next("pusher:cache_miss")).toMatchObject({ channel });
      const server = serverLibrary(mounted);
      for (const data of ["1", "2"]) await server.trigger(channel, "e", data);
      await first.next("e");
      const last = await first.next("e");
      await second.subscribe(channel, member);
      expect(await second.settle()).toEqual([last]);
    },
  );

  it("keep an event that nobody was there to hear", async () => {
    const mounted = await mount();
    await serverLibrary(mounted).trigger(["cache-a", "plain"], "e", "1");
    const client = await connectRaw(mounted);
    await client.subscribe("cache-a");
    await client.subscribe("plain");
    expect(await client.settle()).toEqual([{ event: "e", channel: "cache-a", data: "1" }]);
  });
});

describe("a user's own channel", () => {
  it("is open to sockets signed in as the user, and to nobody else", async () => {
    const mounted = await mount();
    const [client, other] = [await connectRaw(mounted), await connectRaw(mounted)];
    const channel = "#server-to-user-ada";
    expect(await refusal(other, { channel })).toMatchObject({ type: "AuthError", status: 403 });
    signIn(other, "bob");
    await other.next("pusher:signin_success");
    expect(await refusal(other, { channel })).toMatchObject({ type: "AuthError", status: 403 });

    signIn(client, "ada");
    const { data } = await client.next("pusher:signin_success");
    expect(JSON.parse(String(data))).toEqual({ user_data: '{"id":"ada"}' });
    await client.subscribe(channel);
    await serverLibrary(mounted).sendToUser("ada", "secret", "1");
    expect(await client.settle()).toEqual([{ event: "secret", channel, data: "1" }]);
    expect(await other.settle()).toEqual([]);
    const list = await serverLibrary(mounted).get({ path: "/channels" });
    expect(await list.json()).toEqual({ channels: {} });
  });

  it("needs a valid signature; a wrong one ends the socket with 4009", async () => {
    const mounted = await mount();
    const client = await connectRaw(mounted);
    // What is sent on a socket that is being closed must not count any more.
    client.socket.once("message", () => client.send("pusher:subscribe", { channel: "news" }));
    client.send("pusher:signin", { auth: `${APP.key}:${"0".repeat(64)}`, user_data: '{"id":"ada"}' });
    expect((await client.next("pusher:error")).data).toMatchObject({ code: 4009 });
    expect((await client.closed).code).toBe(4009);
    const { channels } = await (await serverLibrary(mounted).get({ path: "/channels" })).json();
    expect(channels).toEqual({});
  });

  it("cannot be changed by signing in again as somebody else", async () => {
    const client = await connectRaw(await mount());
    signIn(client, "ada");
    signIn(client, "ada");
    await client.next("pusher:signin_success");
    await client.next("pusher:signin_success");
    signIn(client, "bob");
    expect((await client.closed).code).toBe(4009);
  });
});
