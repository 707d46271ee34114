import type { Figure } from "@/e2e/bench/figure";
import { endAll, seedBrand, seedChats, seedMembers, seedVisitors } from "@/e2e/bench/seed";
import { summarise } from "@/e2e/bench/stats";
import { bottleneckRemarks } from "@/e2e/bench/worker/client";

const DESKS = 1_000;
const CHATS = 100;

/** A restart under a full house: when everybody is back, and whether what was written meanwhile arrived. */
export const reconnectStorm: Figure = {
  name: "reconnect_storm",
  limitSeconds: 240,
  async measure({ address, database, nextBrand, server, generator }) {
    const brand = await seedBrand(database, nextBrand());
    await seedMembers(database, brand, { count: DESKS, role: "agent", signedIn: true });
    await seedVisitors(database, brand, CHATS);
    await seedChats(database, brand, CHATS);
    await database.query("ANALYZE");
    const { output, use } = await generator().run(
      "storm",
      { server: address, brand, desks: DESKS, chats: CHATS },
      async (what) => {
        if (what === "stop") await server.kill("SIGTERM");
        else await server.restart();
      },
    );
    await endAll(database, brand);
    const samples = summarise(output.back);
    const { goneMs, answersMs, written, missing } = output;
    return [
      {
        name: "reconnect_storm",
        value: samples.max / 1000,
        unit: "s",
        target: { atMost: 10 },
        samples,
        facts: {
          sockets: DESKS,
          privateChannels: 2,
          written,
          stoppedAfterMs: Math.round(goneMs),
          answersAfterMs: Math.round(answersMs),
        },
        remarks: bottleneckRemarks(use),
      },
      { name: "reconnect_storm.missing", value: missing, unit: "sockets", target: { atMost: 0 } },
      { name: "reconnect_storm.lost", value: output.lost, unit: "messages", target: { atMost: 0 } },
    ];
  },
};
