import PusherServer from "pusher";
import type { Figure } from "@/e2e/bench/figure";
import { readUse } from "@/e2e/bench/machine";
import { summarise } from "@/e2e/bench/stats";
import { bottleneckRemarks } from "@/e2e/bench/worker/client";

const SOCKETS = 5_000;
const CHANNEL = "cache-site-bench";
const EVENT = "bench-line";

/** What so many open pages cost the server that only hear the button's state, and how fast they all hear it. */
export const channelsIdle: Figure = {
  name: "channels_idle",
  limitSeconds: 120,
  async measure({ address, server, secrets, generator }) {
    const publisher = new PusherServer({
      appId: secrets.PUSHER_APP_ID,
      key: secrets.PUSHER_KEY,
      secret: secrets.PUSHER_SECRET,
      host: "127.0.0.1",
      port: String(address.port),
      useTLS: false,
    });
    const before = readUse(server.pid()).rssMb;
    let held = 0;
    let publishedAt = 0;
    const { output, use } = await generator().run(
      "idle-sockets",
      { server: address, channel: CHANNEL, event: EVENT, sockets: SOCKETS },
      async (what) => {
        if (what === "look") held = readUse(server.pid()).rssMb;
        if (what !== "publish") return;
        publishedAt = Date.now();
        await publisher.trigger(CHANNEL, EVENT, "x".repeat(400));
      },
    );
    const samples = summarise(output.heardAt.map((at) => at - publishedAt));
    const { connected, dropped } = output;
    return [
      {
        name: "channels_idle",
        value: held,
        unit: "MB",
        target: { atMost: 400 },
        facts: {
          sockets: connected,
          dropped,
          beforeMb: Math.round(before),
          kbASocket: ((held - before) * 1024) / connected,
        },
      },
      {
        name: "channels_idle.event",
        value: samples.max,
        unit: "ms",
        target: { atMost: 1_000 },
        samples,
        remarks: bottleneckRemarks(use),
      },
      {
        name: "channels_idle.silent",
        value: SOCKETS - output.heardAt.length,
        unit: "sockets",
        target: { atMost: 0 },
      },
    ];
  },
};
