import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import type { WebhookOptions } from "./options";
import { APP, mount } from "./testing/mount";
import { serverLibrary } from "./testing/pusher-clients";
import { connectRaw } from "./testing/raw-client";

interface Delivery {
  headers: IncomingHttpHeaders;
  rawBody: string;
}

/** An application that receives webhooks and answers each with the next status; 0 never answers. */
async function startReceiver(statuses: number[] = []) {
  const deliveries: Delivery[] = [];
  let arrived = () => {};
  const http = createServer(async (request, response) => {
    let rawBody = "";
    for await (const chunk of request) rawBody += chunk;
    deliveries.push({ headers: request.headers, rawBody });
    const status = statuses.shift() ?? 200;
    if (status > 0) response.writeHead(status, { location: "/elsewhere" }).end();
    arrived();
  });
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  onTestFinished(() => {
    http.closeAllConnections();
    http.close();
  });
  const events = () =>
    deliveries.flatMap(({ rawBody }) => (JSON.parse(rawBody) as { events: Record<string, string>[] }).events);
  /** Waits until something holds; every arrival is a reason to look again. */
  const until = async (holds: () => boolean) => {
    while (!holds()) {
      await new Promise<void>((resolve) => {
        arrived = resolve;
      });
    }
  };
  return { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/hook`, deliveries, events, until };
}

async function setUp(pace: Partial<WebhookOptions> = {}, statuses: number[] = []) {
  const receiver = await startReceiver(statuses);
  const mounted = await mount({
    apps: [{ ...APP, webhookUrl: receiver.url }],
    webhooks: { debounceMilliseconds: 20, firstRetryMilliseconds: 5, ...pace },
  });
  return { mounted, receiver, client: await connectRaw(mounted) };
}

describe("webhooks", () => {
  it("are signed as the pusher library wants them", async () => {
    const { mounted, receiver, client } = await setUp();
    await client.subscribe("news");
    await receiver.until(() => receiver.deliveries.length === 1);
    const [delivery] = receiver.deliveries;
    if (!delivery) throw new Error("nothing came");
    expect(delivery.headers["content-type"]).toBe("application/json");
    expect(delivery.headers["x-pusher-key"]).toBe(APP.key);
    const webhook = serverLibrary(mounted).webhook(delivery);
    expect(webhook.isValid()).toBe(true);
    expect(webhook.getEvents()).toEqual([{ name: "channel_occupied", channel: "news" }]);
    expect(Number.isNaN(webhook.getTime().getTime())).toBe(false);
    const changed = { ...delivery, rawBody: delivery.rawBody.replace("news", "nows") };
    expect(serverLibrary(mounted).webhook(changed).isValid()).toBe(false);
  });

  it("report channels, members, client events and cache misses", async () => {
    const { mounted, receiver, client } = await setUp();
    const other = await connectRaw(mounted);
    await client.subscribe("presence-cache-a", { user_id: "ada" });
    await other.subscribe("presence-cache-a", { user_id: "ada" });
    client.send("client-x", { a: 1 }, "presence-cache-a");
    await client.settle();
    client.socket.close();
    other.socket.close();
    await receiver.until(() => receiver.events().some(({ name }) => name === "channel_vacated"));
    const channel = "presence-cache-a";
    const sent = { event: "client-x", data: '{"a":1}', socket_id: client.id, user_id: "ada" };
    expect(receiver.events()).toEqual([
      { name: "channel_occupied", channel },
      { name: "member_added", channel, user_id: "ada" },
      { name: "cache_miss", channel },
      { name: "cache_miss", channel },
      { name: "client_event", channel, ...sent },
      { name: "member_removed", channel, user_id: "ada" },
      { name: "channel_vacated", channel },
    ]);
  });

  it("keep quiet about who leaves and comes straight back", async () => {
    const { receiver, client } = await setUp({ debounceMilliseconds: 200 });
    const ada = { user_id: "ada" };
    await client.subscribe("presence-a", ada);
    client.send("pusher:unsubscribe", { channel: "presence-a" });
    await client.subscribe("presence-a", ada);
    await client.subscribe("later");
    client.send("pusher:unsubscribe", { channel: "later" });
    await receiver.until(() => receiver.events().some(({ name }) => name === "channel_vacated"));
    expect(receiver.events()).toEqual([
      { name: "channel_occupied", channel: "presence-a" },
      { name: "member_added", channel: "presence-a", user_id: "ada" },
      { name: "channel_occupied", channel: "later" },
      { name: "channel_vacated", channel: "later" },
    ]);
  });

  it("do not betray users' own channels", async () => {
    const { mounted, receiver, client } = await setUp();
    client.send("pusher:signin", serverLibrary(mounted).authenticateUser(client.id, { id: "ada" }));
    await client.subscribe("#server-to-user-ada");
    client.send("pusher:unsubscribe", { channel: "#server-to-user-ada" });
    await client.subscribe("news");
    client.socket.close();
    await receiver.until(() => receiver.events().some(({ name }) => name === "channel_vacated"));
    expect(receiver.events().map(({ channel }) => channel)).toEqual(["news", "news"]);
  });

  it("are repeated, the same bytes, until they are taken", async () => {
    const { receiver, client } = await setUp({ timeoutMilliseconds: 50 }, [500, 302, 0, 204]);
    await client.subscribe("news");
    await receiver.until(() => receiver.deliveries.length === 4);
    expect(new Set(receiver.deliveries.map(({ rawBody }) => rawBody)).size).toBe(1);
    await client.subscribe("more");
    await receiver.until(() => receiver.deliveries.length === 5);
    expect(receiver.events().at(-1)).toEqual({ name: "channel_occupied", channel: "more" });
  });

  it("are dropped in the end, with a line in the log, and the next ones still go out", async () => {
    const { mounted, receiver, client } = await setUp({ giveUpMilliseconds: 0 }, [500]);
    await client.subscribe("lost");
    await receiver.until(() => receiver.deliveries.length === 1);
    await client.subscribe("news");
    await receiver.until(() => receiver.deliveries.length === 2);
    expect(receiver.events().map(({ channel }) => channel)).toEqual(["lost", "news"]);
    expect(mounted.lines).toEqual([
      { event: "channels.webhook_dropped", app: APP.id, dropped: 1, failure: "status 500" },
    ]);
  });

  it("pile up only so far while the receiver is down", async () => {
    const { mounted, receiver, client } = await setUp({ maxQueuedEvents: 2 }, [500]);
    for (const channel of ["a", "b", "c", "d", "e"]) client.send("pusher:subscribe", { channel });
    await client.settle();
    await receiver.until(() => receiver.events().some(({ channel }) => channel === "e"));
    const overflows = mounted.lines.filter(
      (line) => "event" in line && line.event === "channels.webhook_overflow",
    );
    const arrived = new Set(receiver.events().map(({ channel }) => channel));
    expect(arrived.size + overflows.length).toBe(5);
  });
});
