import { beforeEach, expect, it } from "vitest";
import { db } from "@/lib/server/database";
import { listMemberships } from "@/lib/server/member/list-memberships";
import { resetDatabase } from "@/lib/server/testing/database";
import { makeBrand, makeMember } from "@/lib/server/testing/world";

beforeEach(resetDatabase);

it("lists a person's own brands by name, and none that he left or was suspended from", async () => {
  const [volt, alpina, old, strict] = await Promise.all(
    ["Volt & Vélo", "Alpina", "Old", "Strict"].map((name) => makeBrand({ name })),
  );
  const { userId } = await makeMember(volt!, { role: "expert" });
  const join = (
    brandId: string,
    data: { role: "manager" | "expert"; status: "paused" | "left" | "suspended" },
  ) => db().member.create({ data: { brandId, userId, displayName: "Samir H.", ...data } });
  await join(alpina!.id, { role: "manager", status: "paused" });
  await join(old!.id, { role: "expert", status: "left" });
  await join(strict!.id, { role: "expert", status: "suspended" });
  await makeMember(alpina!, { role: "expert" });

  expect(await listMemberships({ userId })).toEqual([
    { brandSlug: alpina!.slug, brandName: "Alpina", role: "manager" },
    { brandSlug: volt!.slug, brandName: "Volt & Vélo", role: "expert" },
  ]);
});
