import type pg from "pg";
import type { Measured } from "@/e2e/bench/measured";
import type { Worker } from "@/e2e/bench/worker/client";
import type { ServerAddress } from "@/e2e/bench/worker/http";
import type { ProductServer } from "@/e2e/support/server";
import type { Secrets } from "@/lib/start/secrets";

export type FloorName = "floor.commit" | "floor.publish" | "floor.http" | "floor.http.next" | "floor.claim";

/** As many routers as the floor that they are compared with has connections. */
export const ROUTERS = 16;

/** What figures measure with. Everything ends with the shutdown that it was started under. */
export type Bench = {
  server: ProductServer;
  /** The server as workers reach it. */
  address: ServerAddress;
  secrets: Secrets;
  /** A connection to the server's database, for seeding. */
  database: pg.Client;
  /** The process that makes the load; a new one where the last was ended. */
  generator(): Worker;
  /** The engine in a process and a database of its own, which the server's clock does not look at. */
  engine(): Promise<{ worker: Worker; database: pg.Client; url: string }>;
  /** A number that no other brand of the run has. */
  nextBrand(): number;
  /** A floor, measured at its first use. */
  floor(name: FloorName): Promise<Measured>;
  /** Lets the server finish what an earlier figure left to it, for half a minute at most. */
  rest(): Promise<void>;
  /** Ends what may still work on a figure that failed; the next one gets fresh processes. */
  endWorkers(): Promise<void>;
  /** What a person reads while it runs; never a figure. */
  say(sentence: string): void;
};
