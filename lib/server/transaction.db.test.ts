import { beforeEach, describe, expect, it } from "vitest";
import { db, pool } from "@/lib/server/database";
import { resetDatabase } from "@/lib/server/testing/database";
import { type Tx, transaction } from "@/lib/server/transaction";

const slugs = async () =>
  (await db().brand.findMany({ orderBy: { slug: "asc" }, select: { slug: true } })).map(({ slug }) => slug);

const byModel = (tx: Tx, slug: string) =>
  tx.brand.create({ data: { slug, name: slug, languages: ["fr"], timeZone: "Europe/Paris" } });

const byHand = (tx: Tx, slug: string) => tx.$executeRaw`
  INSERT INTO brands (slug, name, languages, time_zone) VALUES (${slug}, ${slug}, '{fr}', 'Europe/Paris')`;

const backend = async (tx: Pick<Tx, "$queryRaw">) =>
  ((await tx.$queryRaw`SELECT pg_backend_pid() AS pid`) as { pid: number }[])[0]?.pid;

beforeEach(resetDatabase);

describe("transaction", () => {
  it("is one for models and hand-written statements: each sees the other's rows, nobody else does", async () => {
    await transaction(async (tx) => {
      await byHand(tx, "one");
      expect(await tx.brand.count()).toBe(1);
      await byModel(tx, "two");
      expect(await tx.$queryRaw`SELECT slug FROM brands ORDER BY slug`).toEqual([
        { slug: "one" },
        { slug: "two" },
      ]);
      expect(await slugs()).toEqual([]);
    });
    expect(await slugs()).toEqual(["one", "two"]);
  });

  it("leaves nothing of either when it fails", async () => {
    const failing = transaction(async (tx) => {
      await byModel(tx, "one");
      await byHand(tx, "two");
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await slugs()).toEqual([]);
  });

  it("keeps many at once apart, more than there are connections", async () => {
    const numbers = Array.from({ length: 60 }, (_, i) => i);
    const done = await Promise.allSettled(
      numbers.map((i) =>
        transaction(async (tx) => {
          const before = await backend(tx);
          await (i % 2 ? byModel(tx, `brand-${i}`) : byHand(tx, `brand-${i}`));
          await (i % 2 ? byHand(tx, `other-${i}`) : byModel(tx, `other-${i}`));
          expect(await tx.brand.count({ where: { slug: { endsWith: `-${i}` } } })).toBe(2);
          expect(await backend(tx)).toBe(before);
          if (i % 3 === 0) throw new Error("no");
        }),
      ),
    );
    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(40);
    const kept = numbers.filter((i) => i % 3).flatMap((i) => [`brand-${i}`, `other-${i}`]);
    expect(await slugs()).toEqual(kept.sort());
    expect(pool().idleCount).toBe(pool().totalCount);
  });

  it("refuses whatever comes after its end", async () => {
    const kept: Tx[] = [];
    await transaction(async (tx) => {
      kept.push(tx);
      await tx.brand.count();
    });
    const [tx] = kept as [Tx];
    await expect(byHand(tx, "late")).rejects.toThrow("the transaction is over");
    await expect(byModel(tx, "late")).rejects.toThrow("the transaction is over");
    expect(await slugs()).toEqual([]);
  });

  it("refuses what goes on beside a part that failed", async () => {
    let late: Promise<unknown> = Promise.resolve();
    const failing = transaction(async (tx) => {
      late = byHand(tx, "first").then(() => byHand(tx, "second"));
      late.catch(() => undefined);
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    await expect(late).rejects.toThrow("the transaction is over");
    expect(await slugs()).toEqual([]);
  });

  it("says so when a failure was passed over, for PostgreSQL has kept nothing", async () => {
    const passing = transaction(async (tx) => {
      await byHand(tx, "one");
      await byHand(tx, "one").catch(() => undefined);
    });
    await expect(passing).rejects.toThrow("a statement of the transaction had failed");
    expect(await slugs()).toEqual([]);
  });

  it("serves nobody any more to whom its connection was lent", async () => {
    const connection = await pool().connect();
    const borrowed = await pool().lend(connection, async () => [await pool().connect()]);
    await expect(borrowed[0]?.query({ text: "SELECT 1" })).rejects.toThrow("the connection was given back");
    await expect(pool().lend(connection, async () => undefined)).rejects.toThrow("lent to nobody");
    connection.release();
  });

  it("fails with its connection, which nobody gets again", async () => {
    const failing = transaction(async (tx) => {
      await byHand(tx, "one");
      await db().$executeRaw`SELECT pg_terminate_backend(${await backend(tx)}::int)`;
      await byHand(tx, "two");
    });
    await expect(failing).rejects.toThrow();
    expect(await slugs()).toEqual([]);
    await transaction((tx) => byModel(tx, "three"));
    expect(await slugs()).toEqual(["three"]);
  });
});
