import { randomBytes } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { later } from "@/lib/server/clock";
import { db, pool } from "@/lib/server/database";
import { resetDatabase } from "@/lib/server/testing/database";
import {
  makeBrand,
  makeChat,
  makeMember,
  makeVisitor,
  morning,
  type TestBrand,
} from "@/lib/server/testing/world";
import { endRemoved } from "./end-removed";

const days = (count: number) => later(morning, count * 86_400);

const newKey = () => randomBytes(16).toString("hex");

beforeEach(resetDatabase);

async function makeFullBrand(): Promise<TestBrand> {
  const brand = await makeBrand();
  const { id: brandId } = brand;
  const helper = await makeMember(brand, { pictureKey: newKey() });
  const chat = await makeChat(brand, await makeVisitor(brand), helper);
  await db().attachment.create({
    data: {
      brandId,
      chatId: chat.id,
      author: "visitor",
      storageKey: brandId,
      name: "photo.jpg",
      mime: "image/jpeg",
      byteSize: 3,
      createdAt: morning,
    },
  });
  await db().routingEvent.create({
    data: { brandId, questionId: chat.question.id, kind: "asked", at: morning },
  });
  await db().$transaction((tx) =>
    recordAudit(tx, {
      brandId,
      actorId: helper.id,
      action: "changed",
      subject: `brand:${brandId}`,
      at: morning,
    }),
  );
  return brand;
}

/** Rows of every table that name the brand. */
async function leftOf(brandId: string): Promise<string[]> {
  const { rows } = await pool().query<{ table_name: string }>(
    "select table_name from information_schema.columns where table_schema = 'public' and column_name = 'brand_id'",
  );
  const found: string[] = [];
  for (const { table_name } of rows) {
    const { rowCount } = await pool().query(`select 1 from ${table_name} where brand_id = $1`, [brandId]);
    if (rowCount) found.push(table_name);
  }
  return found.sort();
}

describe("endRemoved", () => {
  it("ends a brand that was closed 30 days ago with everything of it, journals and files too", async () => {
    const brand = await makeFullBrand();
    const other = await makeFullBrand();
    await db().brand.update({ where: { id: brand.id }, data: { deletedAt: morning } });
    const picture = await db().member.findFirst({ where: { brandId: brand.id } });
    const before = await leftOf(brand.id);
    expect(before).toEqual(expect.arrayContaining(["audits", "chats", "members", "routing_events", "sites"]));
    await endRemoved({ now: days(29.9) });
    expect(await leftOf(brand.id)).toEqual(before);
    await endRemoved({ now: days(30) });
    expect(await leftOf(brand.id)).toEqual([]);
    expect(await leftOf(other.id)).toEqual(before);
    expect(await db().brand.findMany({ select: { id: true } })).toEqual([{ id: other.id }]);
    const { rows } = await pool().query(
      "select payload from graphile_worker._private_jobs where payload::jsonb ? 'keys'",
    );
    expect(rows).toEqual([{ payload: { keys: [brand.id, picture?.pictureKey] } }]);
  });

  it("keeps journals from everybody else", async () => {
    const brand = await makeFullBrand();
    await expect(db().audit.deleteMany({ where: { brandId: brand.id } })).rejects.toThrow();
  });

  it("takes key, secret and addresses from a site that was removed 30 days ago, and leaves its conversations", async () => {
    const { site } = await makeFullBrand();
    await db().site.update({ where: { id: site.id }, data: { deletedAt: morning } });
    await endRemoved({ now: days(29.9) });
    expect(await db().site.findUniqueOrThrow({ where: { id: site.id } })).toMatchObject({
      publicKey: site.publicKey,
    });
    await endRemoved({ now: days(30) });
    await endRemoved({ now: days(31) });
    const ended = await db().site.findUniqueOrThrow({ where: { id: site.id }, include: { questions: true } });
    expect(ended.publicKey).not.toContain(site.publicKey);
    expect(ended.secret).not.toContain(site.secret);
    expect(ended.allowedOrigins).toEqual([]);
    expect(ended.questions).toHaveLength(1);
  });
});
