import { setTimeout as pause } from "node:timers/promises";
import { idOf, type SeededBrand } from "@/e2e/bench/people";
import { seedBrand, seedMembers, seedVisitors } from "@/e2e/bench/seed";
import { createHttp } from "@/e2e/bench/worker/http";
import { openHelper } from "@/e2e/chaos/people/helper";
import { createRecord, type PeopleRecord } from "@/e2e/chaos/people/record";
import { openVisitor } from "@/e2e/chaos/people/visitor";
import type { World } from "@/e2e/chaos/world";
import { pool } from "@/lib/server/database";

/** Fewer places than visitors, so that there is always a queue. */
const HELPERS = 5;
const CAPACITY = 2;
const VISITORS = 14;
const LOOK_MS = 100;

/** The people of one brand, at work. */
export type Crowd = {
  brand: SeededBrand;
  brandId: string;
  record: PeopleRecord;
  /** Waits until `isSo`, for so many seconds at most. Returns whether it is. */
  until(isSo: () => boolean, seconds: number): Promise<boolean>;
  /** Lets nobody ask any more and waits until all have brought what runs to its end, for so many seconds at most. */
  rest(seconds: number): Promise<boolean>;
  /** How many helpers' screens hear events at this moment. */
  liveHelpers(): number;
  helpers: number;
  close(): void;
};

/** Seeds a brand of its own and opens the screens of its people. */
export async function openCrowd(world: World): Promise<Crowd> {
  const brand = await seedPeople(world.nextBrand());
  const record = createRecord();
  const http = createHttp(world.address);
  const one = (n: number) => ({ world, http, brand, n, record });
  const helpers = Array.from({ length: HELPERS }, (_, n) => openHelper(one(n)));
  const visitors = Array.from({ length: VISITORS }, (_, n) => openVisitor(one(n)));

  async function until(isSo: () => boolean, seconds: number): Promise<boolean> {
    const end = performance.now() + seconds * 1000;
    while (!isSo() && performance.now() < end) await pause(LOOK_MS);
    return isSo();
  }

  return {
    brand,
    brandId: idOf("brand", brand.number),
    record,
    until,
    async rest(seconds) {
      for (const visitor of visitors) visitor.rest();
      return until(() => visitors.every((visitor) => visitor.isDone()), seconds);
    },
    liveHelpers: () => helpers.filter((helper) => helper.status() === "live").length,
    helpers: HELPERS,
    close() {
      for (const person of [...helpers, ...visitors]) person.close();
      http.close();
    },
  };
}

async function seedPeople(number: number): Promise<SeededBrand> {
  const client = await pool().connect();
  try {
    const brand = await seedBrand(client, number);
    await seedMembers(client, brand, { count: HELPERS, capacity: CAPACITY, signedIn: true });
    // Their own screens keep them there, and nothing else.
    await client.query("DELETE FROM leases WHERE member_id IN (SELECT id FROM members WHERE brand_id = $1)", [
      idOf("brand", number),
    ]);
    await seedVisitors(client, brand, VISITORS);
    return brand;
  } finally {
    client.release();
  }
}
