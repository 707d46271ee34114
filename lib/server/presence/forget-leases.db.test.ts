import { beforeEach, expect, it } from "vitest";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { resetDatabase } from "@/lib/server/testing/database";
import { makeBrand, makeMember, morning } from "@/lib/server/testing/world";
import { forgetLeases } from "./forget-leases";

beforeEach(resetDatabase);

it("keeps when a forgotten screen was last alive, and never an earlier moment", async () => {
  const brand = await makeBrand();
  const { id: memberId } = await makeMember(brand);
  const seen = async () => (await db().member.findUniqueOrThrow({ where: { id: memberId } })).lastSeenAt;
  const lease = (screenId: string, seconds: number) =>
    db().lease.create({ data: { memberId, screenId, expiresAt: later(morning, seconds) } });
  await lease("screen-one", 10);
  await lease("screen-two", 20);
  await lease("alive", 100);
  await forgetLeases({ before: later(morning, 50) });
  expect(await seen()).toEqual(later(morning, 20));
  expect((await db().lease.findMany()).map(({ screenId }) => screenId)).toEqual(["alive"]);
  await lease("older", 5);
  await forgetLeases({ before: later(morning, 50) });
  expect(await seen()).toEqual(later(morning, 20));
});
