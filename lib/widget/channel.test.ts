import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { listen, readFrame, reconnectMs } from "@/lib/widget/channel";

describe("readFrame", () => {
  it("gives name and data, however the data came", () => {
    expect(readFrame('{"event":"pusher:ping","data":{}}')).toEqual(["pusher:ping", {}]);
    expect(readFrame('{"event":"pusher:ping"}')).toEqual(["pusher:ping", undefined]);
    expect(readFrame('{"event":"availability","data":"{\\"version\\":3}"}')).toEqual([
      "availability",
      { version: 3 },
    ]);
  });

  it("takes what is no frame for a sign of life", () => {
    for (const text of ["", "no json", "null", '{"event":"availability","data":"{"}'])
      expect(readFrame(text)).toEqual(["", null]);
  });
});

describe("reconnectMs", () => {
  it("grows up to a minute and a half, and is spread by luck", () => {
    expect(reconnectMs(1006, 0, 0)).toBe(500);
    expect(reconnectMs(1006, 0, 1)).toBe(1_500);
    expect(reconnectMs(1006, 3, 0.5)).toBe(8_000);
    expect(reconnectMs(1006, 50, 1)).toBe(90_000);
  });

  it("comes back soon when asked to, and rarely when turned away", () => {
    expect(reconnectMs(4200, 0, 1)).toBe(300);
    expect(reconnectMs(4001, 0, 0)).toBe(150_000);
  });
});

class Socket {
  static all: Socket[] = [];
  readyState = 1;
  sent: { event: string; data: object }[] = [];
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  constructor(readonly url: string) {
    Socket.all.push(this);
  }
  send(text: string) {
    this.sent.push(JSON.parse(text));
  }
  close() {
    this.readyState = 3;
  }
  hear(event: string, data: unknown = {}) {
    this.onmessage?.({ data: JSON.stringify({ event, data: JSON.stringify(data) }) });
  }
  drop(code: number) {
    this.onclose?.({ code });
  }
}

describe("listen", () => {
  const last = () => Socket.all.at(-1) as Socket;
  let told: string[] = [];
  const start = () =>
    listen(
      { key: "k", host: "h.example", port: 443, tls: true, path: "/live" },
      "cache-site-a",
      (name, data) => name.startsWith("pusher") || told.push(`${name} ${JSON.stringify(data)}`),
      () => told.push("miss"),
      (live) => told.push(live ? "live" : "lost"),
    );

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal("WebSocket", Socket);
    Socket.all = [];
    told = [];
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it("subscribes, answers pings and passes events on", () => {
    start();
    expect(last().url).toBe("wss://h.example:443/live/app/k?protocol=7");
    last().hear("pusher:connection_established", { socket_id: "1.2", activity_timeout: 120 });
    expect(last().sent).toEqual([{ event: "pusher:subscribe", data: { channel: "cache-site-a" } }]);
    last().hear("pusher_internal:subscription_succeeded");
    last().hear("pusher:cache_miss");
    last().hear("availability", { version: 1 });
    last().hear("pusher:ping");
    expect(last().sent.at(-1)).toEqual({ event: "pusher:pong", data: {} });
    expect(told).toEqual(["live", "miss", 'availability {"version":1}']);
  });

  it("says at once that the line is lost, and comes back", () => {
    start();
    last().hear("pusher_internal:subscription_succeeded");
    last().drop(4200);
    expect(told).toEqual(["live", "lost"]);
    vi.advanceTimersByTime(300);
    expect(Socket.all).toHaveLength(2);
  });

  it("finds out that a silent line is dead", () => {
    start();
    last().hear("pusher:connection_established", { activity_timeout: 120 });
    last().hear("pusher_internal:subscription_succeeded");
    vi.advanceTimersByTime(30_000);
    expect(last().sent.at(-1)).toEqual({ event: "pusher:ping", data: {} });
    vi.advanceTimersByTime(10_000);
    expect(told.at(-1)).toBe("lost");
    expect(Socket.all[0]?.readyState).toBe(3);
  });

  it("stays alive while the server answers its pings", () => {
    start();
    last().hear("pusher_internal:subscription_succeeded");
    for (let minute = 0; minute < 10; minute += 1) {
      vi.advanceTimersByTime(30_000);
      last().hear("pusher:pong");
    }
    expect(told).toEqual(["live"]);
    expect(Socket.all).toHaveLength(1);
  });

  it("gives up an attempt that hangs", () => {
    start();
    vi.advanceTimersByTime(10_000);
    expect(told).toEqual(["lost"]);
  });

  it("is quiet after it was stopped", () => {
    const stop = start();
    stop();
    Socket.all[0]?.drop(1006);
    vi.advanceTimersByTime(600_000);
    expect(told).toEqual([]);
    expect(Socket.all).toHaveLength(1);
  });

  it("leaves a page alone whose policy forbids sockets", () => {
    vi.stubGlobal("WebSocket", function forbidden() {
      throw new Error("SecurityError");
    });
    expect(start).not.toThrow();
    expect(told).toEqual(["lost"]);
  });
});
