import { describe, expect, it } from "vitest";
import { mount } from "./testing/mount";
import { connectRaw } from "./testing/raw-client";
import { post } from "./testing/signed-request";

describe("publishing", () => {
  it("answers {} and forwards data byte for byte", async () => {
    const mounted = await mount();
    const client = await connectRaw(mounted);
    await client.subscribe("news");
    const texts = ["", ' {"b" : 1,  "a":2}', 'é\u2028\u0000\ud800"\\', "null", "x".repeat(10_240)];
    for (const data of texts) {
      const answer = await post(mounted, "/apps/3/events", { name: "e", channels: ["news"], data });
      expect(answer).toEqual({ status: 200, body: {} });
      expect(await client.next("e")).toEqual({ event: "e", channel: "news", data });
    }
  });

  it("goes to one channel or many, once each, without the excluded socket", async () => {
    const mounted = await mount();
    const [first, second] = [await connectRaw(mounted), await connectRaw(mounted)];
    for (const client of [first, second]) for (const name of ["a", "b"]) await client.subscribe(name);
    const channels = ["a", "b", "a", "nobody"];
    await post(mounted, "/apps/3/events", { name: "e", channels, data: "1", socket_id: first.id });
    await post(mounted, "/apps/3/events", { name: "f", channel: "a", data: "2", socket_id: "1.1" });
    expect((await first.settle()).map(({ event, channel }) => [event, channel])).toEqual([["f", "a"]]);
    expect((await second.settle()).map(({ event, channel }) => [event, channel])).toEqual([
      ["e", "a"],
      ["e", "b"],
      ["f", "a"],
    ]);
  });

  it.each([
    [413, { data: "x".repeat(10_241) }],
    [413, { data: "é".repeat(5121) }],
    [400, { data: { a: 1 } }],
    [400, { data: undefined }],
    [400, { name: "" }],
    [400, { name: "x".repeat(201) }],
    [400, { name: 7 }],
    [400, { name: "pusher:error" }],
    [400, { name: "pusher_internal:member_added" }],
    [400, { channels: [] }],
    [400, { channels: undefined }],
    [400, { channels: { a: 1 } }],
    [400, { channels: [7] }],
    [400, { channels: ["a", "b c"] }],
    [400, { channels: ["#private"] }],
    [400, { channels: ["x".repeat(201)] }],
    [400, { channels: Array.from({ length: 101 }, (_, index) => `c${index}`) }],
    [400, { socket_id: "x" }],
    [400, { socket_id: "1.2\nx" }],
    [400, { info: "secrets" }],
    [400, { info: 7 }],
  ])("is refused with %d for %j", async (status, wrong) => {
    const mounted = await mount();
    const client = await connectRaw(mounted);
    await client.subscribe("a");
    const event = { name: "e", channels: ["a"], data: "1", ...wrong };
    const { channels, ...rest } = event;
    const single = { ...rest, channel: Array.isArray(channels) && channels.length === 1 ? channels[0] : 7 };
    expect((await post(mounted, "/apps/3/events", event)).status).toBe(status);
    const good = { name: "good", channel: "a", data: "1" };
    const batch = await post(mounted, "/apps/3/batch_events", { batch: [good, single] });
    expect([400, 413]).toContain(batch.status);
    expect(await client.settle()).toEqual([]);
  });

  it("comes in batches of up to ten", async () => {
    const mounted = await mount();
    const client = await connectRaw(mounted);
    await client.subscribe("presence-a", { user_id: 1 });
    const batch = Array.from({ length: 10 }, (_, index) => ({
      name: "e",
      channel: "presence-a",
      data: `${index}`,
    }));
    expect(await post(mounted, "/apps/3/batch_events", { batch })).toEqual({ status: 200, body: {} });
    expect((await client.settle()).map(({ data }) => data)).toEqual(batch.map(({ data }) => data));

    for (const wrong of [
      [...batch, batch[0]],
      [],
      undefined,
      {},
      [null],
      [{ ...batch[0], channels: ["b"] }],
    ]) {
      expect((await post(mounted, "/apps/3/batch_events", { batch: wrong })).status).toBe(400);
    }
    const asking = [{ ...batch[0], info: "user_count,subscription_count" }, batch[1]];
    const answer = await post(mounted, "/apps/3/batch_events", { batch: asking });
    expect(answer.body).toEqual({ batch: [{ user_count: 1, subscription_count: 1 }, {}] });
  });

  it("tells about the channels when asked", async () => {
    const mounted = await mount();
    const client = await connectRaw(mounted);
    await client.subscribe("presence-a", { user_id: 1 });
    const event = {
      name: "e",
      channels: ["presence-a", "b"],
      data: "1",
      info: "user_count,subscription_count",
    };
    expect((await post(mounted, "/apps/3/events", event)).body).toEqual({
      channels: { "presence-a": { user_count: 1, subscription_count: 1 }, b: { subscription_count: 0 } },
    });
  });
});

describe("publishing from the same process", () => {
  it("reaches the sockets as the HTTP API does, in order", async () => {
    const { channels, ...mounted } = await mount();
    const client = await connectRaw({ ...mounted, channels });
    await client.subscribe("news");
    channels.publish("3", [
      { name: "e", channel: "news", data: '{"n":1}' },
      { name: "e", channel: "nobody", data: "{}" },
      { name: "f", channel: "news", data: "two" },
    ]);
    expect(await client.next("e")).toEqual({ event: "e", channel: "news", data: '{"n":1}' });
    expect(await client.next("f")).toEqual({ event: "f", channel: "news", data: "two" });
  });

  it("refuses what the HTTP API refuses, and sends nothing of it", async () => {
    const { channels, ...mounted } = await mount();
    const client = await connectRaw({ ...mounted, channels });
    await client.subscribe("news");
    const good = { name: "e", channel: "news", data: "1" };
    const large = { ...good, data: "x".repeat(10_241) };
    expect(() => channels.publish("3", [good, large])).toThrow("too large");
    expect(() => channels.publish("4", [good])).toThrow("Unknown application");
    expect(await client.settle()).toEqual([]);
  });
});
