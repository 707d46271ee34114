import { describe, expect, it, onTestFinished, vi } from "vitest";
import { APP, type Mounted, mount } from "@/lib/channels/testing/mount";
import { serverLibrary } from "@/lib/channels/testing/pusher-clients";
import { ApiError } from "@/lib/client/api-error";
import { connectRealtime, type RealtimeOptions } from "@/lib/client/realtime";

type Library = ReturnType<typeof serverLibrary>;

const signed = (library: Library, socketId: string, channels: string[]) => ({
  auths: Object.fromEntries(channels.map((name) => [name, library.authorizeChannel(socketId, name).auth])),
});

/** A client of a running channels server, and what it told. */
function connect(server: Mounted, options: Partial<RealtimeOptions> = {}) {
  const told = { events: [] as unknown[], subscribed: [] as string[], statuses: [] as string[] };
  const library = serverLibrary(server);
  const realtime = connectRealtime({
    address: { key: APP.key, host: "127.0.0.1", port: server.port, tls: false, path: "" },
    channels: ["private-visitor-a"],
    authorise: async (socketId, channels) => signed(library, socketId, channels),
    onEvent: (channel, name, data) => told.events.push([channel, name, data]),
    onSubscribed: (channel) => told.subscribed.push(channel),
    onStatus: (status) => told.statuses.push(status),
    ...options,
  });
  onTestFinished(() => realtime.close());
  return { realtime, library, told };
}

const settle = { timeout: 10_000, interval: 10 };

describe("connectRealtime", () => {
  it("is live once its channels are, and passes on events of ours alone", async () => {
    const { library, told } = connect(await mount());
    await vi.waitFor(() => expect(told.statuses).toEqual(["live"]), settle);
    expect(told.subscribed).toEqual(["private-visitor-a"]);
    await library.trigger("private-visitor-a", "message.sent", { seq: 1 });
    await vi.waitFor(
      () => expect(told.events).toEqual([["private-visitor-a", "message.sent", { seq: 1 }]]),
      settle,
    );
  });

  it("has the channels of one moment signed at once, and one that is refused does not keep the others out", async () => {
    const server = await mount();
    const library = serverLibrary(server);
    const authorise = vi.fn(async (socketId: string, channels: string[]) =>
      signed(
        library,
        socketId,
        channels.filter((name) => name !== "private-brand-b"),
      ),
    );
    const names = ["private-visitor-a", "private-brand-b", "private-room-c"];
    const { told } = connect(server, { channels: names, authorise });
    await vi.waitFor(() => expect(told.subscribed).toEqual(["private-visitor-a", "private-room-c"]), settle);
    expect(authorise.mock.calls.map(([, asked]) => asked)).toEqual([names]);
    expect(told.statuses).not.toContain("live");
  });

  it("says so at every subscription, so that its user reads again after a cut", async () => {
    const server = await mount();
    const { told } = connect(server);
    await vi.waitFor(() => expect(told.statuses).toEqual(["live"]), settle);
    const old = server.channels;
    server.replace();
    await old.close({ overSeconds: 0 });
    await vi.waitFor(() => expect(told.subscribed).toHaveLength(2), settle);
    expect(told.events).toEqual([]);
  });

  it("is live again within seconds of the server's return, although it was turned away meanwhile", async () => {
    const server = await mount();
    const { told } = connect(server);
    await vi.waitFor(() => expect(told.statuses).toEqual(["live"]), settle);
    const old = server.channels;
    const door = vi.spyOn(old, "handleUpgrade");
    await old.close({ overSeconds: 0 });
    await vi.waitFor(() => expect(door).toHaveBeenCalled(), settle);
    server.replace();
    // The library alone would try again after fifteen.
    await vi.waitFor(() => expect(told.subscribed).toHaveLength(2), settle);
  });

  it("is live again when the network comes back before the socket noticed that it was gone", async () => {
    const page = new EventTarget();
    vi.stubGlobal("window", page);
    onTestFinished(() => void vi.unstubAllGlobals());
    const { told } = connect(await mount());
    await vi.waitFor(() => expect(told.statuses).toEqual(["live"]), settle);
    page.dispatchEvent(new Event("offline"));
    page.dispatchEvent(new Event("online"));
    expect(told.statuses).toEqual(["live", "offline", "live"]);
  });

  it("adds and drops channels while it runs", async () => {
    const { realtime, library, told } = connect(await mount());
    realtime.subscribe("cache-site-a");
    await vi.waitFor(() => expect(told.subscribed).toHaveLength(2), settle);
    realtime.unsubscribe("private-visitor-a");
    await vi.waitFor(async () => {
      const answer = await library.get({ path: "/channels" });
      expect(Object.keys(((await answer.json()) as { channels: object }).channels)).toEqual(["cache-site-a"]);
    }, settle);
    await library.triggerBatch([
      { channel: "private-visitor-a", name: "message.sent", data: {} },
      { channel: "cache-site-a", name: "availability", data: { version: 1 } },
    ]);
    await vi.waitFor(
      () => expect(told.events).toEqual([["cache-site-a", "availability", { version: 1 }]]),
      settle,
    );
  });

  it("polls while a channel is refused, and asks again until it is granted", async () => {
    const server = await mount();
    const library = serverLibrary(server);
    let refused = 0;
    let polls = 0;
    const { told } = connect(server, {
      poll: async () => {
        polls += 1;
      },
      authorise: async (socketId, channels) => {
        if (polls === 0) {
          refused += 1;
          throw new ApiError("INTERNAL");
        }
        return signed(library, socketId, channels);
      },
    });
    await vi.waitFor(() => expect(told.statuses.at(-1)).toBe("live"), { timeout: 15_000, interval: 20 });
    expect(refused).toBeGreaterThan(0);
    expect(told.subscribed).toEqual(["private-visitor-a"]);
  }, 20_000);

  it("doesn't poll while a socket's channels are being signed, however slowly", async () => {
    const server = await mount();
    const library = serverLibrary(server);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    const poll = vi.fn(async () => {});
    const authorise = vi.fn();
    const asked = new Promise<() => void>((resolve) => {
      authorise.mockImplementation(
        (socketId: string, channels: string[]) =>
          new Promise((sign) => resolve(() => sign(signed(library, socketId, channels)))),
      );
    });
    const { told } = connect(server, { poll, authorise });
    const sign = await asked;
    // Longer than a client without a socket waits.
    await vi.advanceTimersByTimeAsync(10_000);
    expect(poll).not.toHaveBeenCalled();
    sign();
    await vi.waitFor(() => expect(told.statuses).toEqual(["live"]), settle);
    expect(poll).not.toHaveBeenCalled();
  });

  it("polls soon when a socket is cut before its channels were signed", async () => {
    const server = await mount();
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    const poll = vi.fn(async () => {});
    const asked = new Promise<void>((resolve) => {
      connect(server, {
        poll,
        authorise: () => {
          resolve();
          return new Promise(() => {});
        },
      });
    });
    await asked;
    await server.channels.close({ overSeconds: 0 });
    // Each look lets the clients' clocks go on by `interval`: less than a socket that is being signed is given.
    await vi.waitFor(() => expect(poll).toHaveBeenCalled(), { timeout: 12_000, interval: 100 });
  }, 20_000);

  it("leaves a slow server alone: after an answer that took long, it waits five times as long", async () => {
    const server = await mount();
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
    onTestFinished(() => void vi.useRealTimers());
    const poll = vi.fn(() => new Promise((answer) => setTimeout(answer, 4_000)));
    connect({ ...server, port: 9 } as Mounted, { poll });
    await vi.advanceTimersByTimeAsync(4_600);
    expect(poll).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(3_000 + 19_000);
    expect(poll).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(poll).toHaveBeenCalledTimes(2);
  });

  it("leaves it to the socket to find a server that is gone, where sockets work", async () => {
    const server = await mount();
    const poll = vi.fn(async () => {
      throw new ApiError("OFFLINE");
    });
    const { told } = connect(server, { poll });
    await vi.waitFor(() => expect(told.statuses).toEqual(["live"]), settle);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
    onTestFinished(() => void vi.useRealTimers());
    await server.channels.close({ overSeconds: 0 });
    // Each look lets the client's clock go on by `interval`.
    await vi.waitFor(() => expect(told.statuses).toEqual(["live", "offline"]), {
      timeout: 12_000,
      interval: 100,
    });
    await vi.advanceTimersByTimeAsync(14_000);
    expect(poll).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(17_000);
    expect(poll).toHaveBeenCalledTimes(2);
  }, 20_000);

  it("polls where no server listens, and says that it is offline when that fails too", async () => {
    const server = await mount();
    const closed = { ...server, port: 9 };
    let reachable = false;
    const { told } = connect(closed as Mounted, {
      poll: async () => {
        if (!reachable) throw new ApiError("OFFLINE");
      },
    });
    await vi.waitFor(() => expect(told.statuses).toEqual(["offline"]), settle);
    reachable = true;
    await vi.waitFor(() => expect(told.statuses).toEqual(["offline", "polling"]), {
      timeout: 15_000,
      interval: 20,
    });
  }, 30_000);
});
