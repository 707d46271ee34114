import { describe, expect, it } from "vitest";
import { APP, mount } from "./testing/mount";
import { connectRaw } from "./testing/raw-client";

describe("client events", () => {
  it("reach the others on private and presence channels, never the sender", async () => {
    const mounted = await mount();
    const [ada, bob] = [await connectRaw(mounted), await connectRaw(mounted)];
    await Promise.all([ada.subscribe("private-a"), bob.subscribe("private-a")]);
    await Promise.all([
      ada.subscribe("presence-a", { user_id: "ada" }),
      bob.subscribe("presence-a", { user_id: "bob" }),
    ]);
    await ada.settle();
    await bob.settle();
    const nested = { list: [1, "é", null], __proto__: null };
    ada.send("client-typing", nested, "private-a");
    ada.send("client-typing", '{"as": "text" }', "presence-a");
    ada.send("client-bare", undefined, "private-a");
    expect(await ada.settle()).toEqual([]);
    expect(await bob.settle()).toEqual([
      { event: "client-typing", channel: "private-a", data: { list: [1, "é", null] } },
      { event: "client-typing", channel: "presence-a", data: '{"as": "text" }', user_id: "ada" },
      { event: "client-bare", channel: "private-a" },
    ]);
  });

  it("cannot claim to come from somebody else", async () => {
    const mounted = await mount();
    const [ada, bob] = [await connectRaw(mounted), await connectRaw(mounted)];
    await ada.subscribe("presence-a", { user_id: "ada" });
    await bob.subscribe("presence-a", { user_id: "bob" });
    const frame = { event: "client-x", channel: "presence-a", data: 1, user_id: "bob", extra: true };
    ada.socket.send(JSON.stringify(frame));
    await ada.settle();
    const [heard] = await bob.settle();
    expect(heard).toEqual({ event: "client-x", channel: "presence-a", data: 1, user_id: "ada" });
  });

  it.each([
    ["on a public channel", "client-x", "news", 1],
    ["on an encrypted channel", "client-x", "private-encrypted-a", 1],
    ["on a channel not subscribed to", "client-x", "private-b", 1],
    ["without a channel", "client-x", undefined, 1],
    ["of more than 10 KB", "client-x", "private-a", "x".repeat(10_241)],
    ["with too long a name", `client-${"x".repeat(194)}`, "private-a", 1],
  ])("are refused %s", async (_, event, channel, data) => {
    const mounted = await mount();
    const [ada, bob] = [await connectRaw(mounted), await connectRaw(mounted)];
    for (const client of [ada, bob]) {
      for (const name of ["news", "private-a", "private-encrypted-a"]) await client.subscribe(name);
    }
    await bob.subscribe("private-b");
    ada.send(event, data, channel);
    expect((await ada.next("pusher:error")).data).toMatchObject({ code: 4301 });
    expect(await bob.settle()).toEqual([]);
    expect(mounted.channels.connectionCount()).toBe(2);
  });

  it("are refused where the application does not want them", async () => {
    const client = await connectRaw(await mount({ apps: [{ ...APP, clientEvents: undefined }] }));
    await client.subscribe("private-a");
    client.send("client-x", 1, "private-a");
    expect((await client.next("pusher:error")).data).toMatchObject({ code: 4301 });
  });

  it("are held to a rate for each socket", async () => {
    const mounted = await mount({ limits: { clientEventsPerSecond: 2 } });
    const [ada, bob] = [await connectRaw(mounted), await connectRaw(mounted)];
    await Promise.all([ada.subscribe("private-a"), bob.subscribe("private-a")]);
    for (let index = 0; index < 200; index++) ada.send("client-x", index, "private-a");
    const errors = (await ada.settle()).filter(({ event }) => event === "pusher:error");
    const heard = await bob.settle();
    expect(errors[0]?.data).toEqual({ code: 4301, message: "Too many client events" });
    expect(heard.slice(0, 2).map(({ data }) => data)).toEqual([0, 1]);
    expect(errors.length + heard.length).toBe(200);
    bob.send("client-x", "mine", "private-a");
    expect(await ada.next("client-x")).toMatchObject({ data: "mine" });
  });
});
