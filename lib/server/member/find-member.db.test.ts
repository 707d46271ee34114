import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/server/database";
import { findMember } from "@/lib/server/member/find-member";
import { resetDatabase } from "@/lib/server/testing/database";
import { makeBrand, makeMember } from "@/lib/server/testing/world";

beforeEach(resetDatabase);

describe("findMember", () => {
  it("gives the member with his brand's settings", async () => {
    const brand = await makeBrand({ settings: { targetSeconds: 9 } });
    const nadia = await makeMember(brand, { name: "Nadia B." });
    expect(await findMember({ userId: nadia.userId, brandSlug: brand.slug })).toEqual(nadia);
    expect(nadia.settings).toMatchObject({ targetSeconds: 9, promiseSeconds: 30 });
  });

  it("knows nobody in another brand", async () => {
    const nadia = await makeMember(await makeBrand());
    const { slug } = await makeBrand();
    expect(await findMember({ userId: nadia.userId, brandSlug: slug })).toBeNull();
  });

  it.each([
    ["active", true],
    ["paused", true],
    ["suspended", false],
    ["left", false],
  ] as const)("lets one whose status is %s in: %s", async (status, isIn) => {
    const brand = await makeBrand();
    const { id, userId } = await makeMember(brand);
    await db().member.update({ where: { id }, data: { status } });
    expect((await findMember({ userId, brandSlug: brand.slug })) !== null).toBe(isIn);
  });
});
