import { EventEmitter, once } from "node:events";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { closeDatabase, db, isCheckViolation, isUniqueViolation, listen, pool } from "@/lib/server/database";
import { nameStatements } from "@/lib/server/statement";
import { resetDatabase } from "@/lib/server/testing/database";
import { Prisma } from "@/prisma/generated/client";

async function failure(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => {
      throw new Error("it was accepted");
    },
    (error: unknown) => error,
  );
}

const BRAND = { slug: "volt", name: "Volt", languages: ["fr"], timeZone: "Europe/Paris" };

beforeAll(async () => {
  await pool().query(
    "create table toys (name text constraint toys_name_key unique, load int constraint toys_load_check check (load >= 0))",
  );
});

beforeEach(async () => {
  await resetDatabase();
  await pool().query("delete from toys");
});

afterAll(async () => {
  await pool().query("drop table toys");
});

describe("statements", () => {
  const prepared = async () =>
    (await pool().query("select name, statement from pg_prepared_statements")).rows;

  it("that can find nothing are not sent, in and out of a transaction, with a filter of ours and without", async () => {
    const sent: string[] = [];
    const note = (client: pg.PoolClient) => {
      const query = client.query.bind(client) as (...call: unknown[]) => unknown;
      Object.assign(client, {
        query: (...call: unknown[]) => {
          sent.push(String((call[0] as { text?: string }).text ?? call[0]));
          return query(...call);
        },
      });
    };
    const read = (tx: Pick<ReturnType<typeof db>, "brand">) =>
      tx.brand.findMany({
        where: { slug: BRAND.slug },
        include: {
          members: { where: { role: "admin" }, orderBy: { displayName: "asc" }, include: { user: true } },
          topics: true,
        },
      });
    await closeDatabase();
    pool().on("connect", note);
    expect(await read(db())).toEqual([]);
    expect(await db().$transaction((tx) => read(tx))).toEqual([]);
    expect(sent.filter((sql) => sql.includes("IN (NULL)"))).toEqual([]);
    expect(sent.filter((sql) => sql.includes('FROM "public"."brands"'))).toHaveLength(2);
    await db().brand.create({ data: BRAND });
    expect(await read(db())).toMatchObject([{ slug: BRAND.slug, members: [], topics: [] }]);
    await closeDatabase();
  });

  it("are prepared once by each connection, Prisma's and hand-written ones", async () => {
    await closeDatabase();
    await db().$connect();
    for (const slug of ["one", "two"]) {
      expect(await db().brand.findUnique({ where: { slug }, select: { id: true } })).toBeNull();
      expect(await db().$queryRaw`select ${slug.length}::int * 2 as twice`).toEqual([{ twice: 6 }]);
    }
    expect(pool().totalCount).toBe(1);
    const statements = await prepared();
    expect(statements.filter(({ statement }) => statement.includes('"brands"'))).toHaveLength(1);
    expect(statements.filter(({ statement }) => statement.includes("as twice"))).toHaveLength(1);
  });

  it("written by hand give and take what Prisma's do, whatever the time zone here is", async () => {
    const at = new Date("2026-03-29T00:30:00.123Z");
    const inList = Prisma.sql`${"b"} = ANY(${["a", "b"]})`;
    const [row] = (await db().$queryRaw`
      select ${at}::timestamptz as at, ${at}::date as day, 7::int8 as large, 7 as small, null::text as nothing,
        ${{ a: [1] }}::jsonb as data, ${inList} as there`) as object[];
    const day = new Date("2026-03-29T00:00:00Z");
    expect(row).toEqual({ at, day, large: 7n, small: 7, nothing: null, data: { a: [1] }, there: true });
    expect(await db().$executeRaw`insert into toys values (${"ball"}, ${1}), (${"kite"}, ${2})`).toBe(2);
  });

  it("have a name each, the same every time, and none beyond a thousand", () => {
    const nameOf = nameStatements();
    const names = Array.from({ length: 1_000 }, (_, i) => nameOf({ sql: `select ${i}` }));
    expect(new Set(names).size).toBe(1_000);
    // PostgreSQL cuts longer names, and two of them could become one.
    expect(Math.max(...names.map((name) => name.length))).toBeLessThan(64);
    expect(nameOf({ sql: "select 7" })).toBe(names[7]);
    expect(nameOf({ sql: "select 1000" })).toBe("");
    expect(nameOf({ sql: "select 999" })).toBe(names[999]);
  });
});

describe("db and pool", () => {
  it("share one set of connections, kept until closed", async () => {
    const first = db();
    expect(db()).toBe(first);
    expect(pool()).toBe(pool());
    await first.$queryRaw`select 1`;
    expect(pool().totalCount).toBe(1);
    await closeDatabase();
    expect(db()).not.toBe(first);
  });
});

describe("isUniqueViolation", () => {
  it("knows a Prisma model call", async () => {
    await db().brand.create({ data: BRAND });
    const error = await failure(db().brand.create({ data: BRAND }));
    expect(error).toMatchObject({ code: "P2002" });
    expect(isUniqueViolation(error)).toBe(true);
    expect(isUniqueViolation(error, "brands_slug_key")).toBe(true);
    expect(isUniqueViolation(error, "brands_pkey")).toBe(false);
    expect(isCheckViolation(error)).toBe(false);
  });

  it("knows a hand-written statement, alone and in Prisma's own transaction", async () => {
    await pool().query("insert into toys values ('ball', 0)");
    const direct = await failure(db().$executeRaw`insert into toys values ('ball', 0)`);
    expect(direct).toBeInstanceOf(pg.DatabaseError);
    const raw = await failure(db().$transaction((tx) => tx.$executeRaw`insert into toys values ('ball', 0)`));
    expect(raw).toMatchObject({ code: "P2010" });
    for (const error of [raw, direct]) {
      expect(isUniqueViolation(error)).toBe(true);
      expect(isUniqueViolation(error, "toys_name_key")).toBe(true);
      expect(isUniqueViolation(error, "toys_name")).toBe(false);
      expect(isCheckViolation(error)).toBe(false);
    }
  });

  it.each([null, undefined, "23505", new Error("23505"), { code: "P2002" }, { code: "ECONNREFUSED" }])(
    "is calm about anything else (%s)",
    (error) => {
      expect(isUniqueViolation(error)).toBe(false);
    },
  );
});

describe("isCheckViolation", () => {
  it("knows a hand-written statement", async () => {
    const error = await failure(db().$executeRaw`insert into toys values ('ball', -1)`);
    expect(isCheckViolation(error)).toBe(true);
    expect(isCheckViolation(error, "toys_load_check")).toBe(true);
    expect(isCheckViolation(error, "load_check")).toBe(false);
    expect(isUniqueViolation(error)).toBe(false);
  });
});

describe("resetDatabase", () => {
  it("empties tables, append-only ones included", async () => {
    const { id: brandId } = await db().brand.create({ data: BRAND });
    await db().audit.create({ data: { brandId, action: "test", subject: "test", at: new Date(0) } });
    await resetDatabase();
    expect(await db().brand.count()).toBe(0);
    expect(await db().audit.count()).toBe(0);
  });

  it("leaves the guards awake for everybody else", async () => {
    expect((await pool().query("show session_replication_role")).rows).toEqual([
      { session_replication_role: "origin" },
    ]);
  });
});

describe("listen", () => {
  const stops: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });

  it("hears what is notified", async () => {
    const heard = new EventEmitter();
    const { stop } = await listen("toy.channel", (payload) => heard.emit("payload", payload));
    stops.push(stop);
    const first = once(heard, "payload");
    await pool().query("select pg_notify('toy.channel', 'hello')");
    expect(await first).toEqual(["hello"]);
  });

  it("connects again when its connection dies, and says so", async () => {
    const heard = new EventEmitter();
    const { stop } = await listen(
      "toys",
      (payload) => heard.emit("payload", payload),
      () => heard.emit("connected"),
    );
    stops.push(stop);
    const again = once(heard, "connected");
    await pool().query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'entraide listen toys'",
    );
    await again;
    const first = once(heard, "payload");
    await pool().query("select pg_notify('toys', 'back')");
    expect(await first).toEqual(["back"]);
  });

  it("hears nothing once stopped", async () => {
    const heard = new EventEmitter();
    const stopped: string[] = [];
    const leaving = await listen("toys", (payload) => stopped.push(payload));
    const staying = await listen("toys", (payload) => heard.emit("payload", payload));
    stops.push(staying.stop);
    await leaving.stop();
    const first = once(heard, "payload");
    await pool().query("select pg_notify('toys', 'too late')");
    await first;
    expect(stopped).toEqual([]);
  });
});
