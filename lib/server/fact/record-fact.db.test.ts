import { beforeEach, describe, expect, it } from "vitest";
import { commit } from "@/lib/server/commit";
import { db } from "@/lib/server/database";
import { resetDatabase } from "@/lib/server/testing/database";
import { makeBrand, makeMember, makeVisitor, morning } from "@/lib/server/testing/world";
import { recordFact } from "./record-fact";
import { visitorKey } from "./visitor-key";

beforeEach(resetDatabase);

const jobs = () => db().$queryRaw<unknown[]>`SELECT 1 FROM graphile_worker._private_jobs`;

describe("recordFact", () => {
  it("writes one fact of a kind from one source, however many write it at once, and one job", async () => {
    const brand = await makeBrand();
    const samir = await makeMember(brand);
    const marie = await makeVisitor(brand);
    const fact = {
      brandId: brand.id,
      memberId: samir.id,
      kind: "thanks.lasting" as const,
      at: morning,
      sourceId: "a-thanks",
      visitorId: marie.id,
    };
    const written = await Promise.all([1, 2, 3].map(() => commit((tx) => recordFact({ tx, fact }))));
    expect(written.filter(Boolean)).toHaveLength(1);
    expect(await db().fact.findMany()).toMatchObject([
      { memberId: samir.id, kind: "thanks.lasting", sourceId: "a-thanks", visitorKey: visitorKey(marie.id) },
    ]);
    expect(await jobs()).toHaveLength(1);
  });

  it("is written once and never changed", async () => {
    const brand = await makeBrand();
    const samir = await makeMember(brand);
    const fact = { brandId: brand.id, memberId: samir.id, kind: "training.finished" as const, at: morning };
    await commit((tx) => recordFact({ tx, fact: { ...fact, sourceId: "training" } }));
    await expect(db().fact.updateMany({ data: { kind: "thanks.received" } })).rejects.toThrow();
    await expect(db().fact.deleteMany()).rejects.toThrow();
    expect(await db().fact.findMany()).toMatchObject([{ kind: "training.finished", visitorKey: null }]);
  });

  it("makes the key that history was given", async () => {
    const [row] = await db().$queryRaw<{ key: string }[]>`
      SELECT encode(sha256(convert_to('fact:' || 'some-id', 'UTF8')), 'hex') AS key`;
    expect(row?.key).toBe(visitorKey("some-id"));
  });
});
