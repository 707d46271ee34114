import { beforeEach, describe, expect, it } from "vitest";
import { nobodyThere } from "@/lib/domain/presence/availability";
import { db } from "@/lib/server/database";
import { resetDatabase } from "@/lib/server/testing/database";
import { makeBrand, morning, type TestBrand } from "@/lib/server/testing/world";
import { findOpening } from "./find-opening";

let brand: TestBrand;
beforeEach(async () => {
  await resetDatabase();
  brand = await makeBrand();
});

describe("what keeps questions away", () => {
  it("is nothing where hours are always open and nobody was told of a limit", async () => {
    expect(await findOpening({ brandId: brand.id, now: morning })).toEqual({
      hours: { owner: { isOpen: true, until: null }, staff: { isOpen: true, until: null } },
      invited: null,
    });
  });

  it("is told: hours of each kind in the brand's zone, and the least share of visitors of its sites", async () => {
    // Tuesday, 10:00 in Paris.
    const week = (from: string, to: string) => [0, 1, 2, 3, 4, 5, 6].map(() => [{ from, to }]);
    await db().brand.update({
      where: { id: brand.id },
      data: { hours: { owner: week("18:00", "22:00"), staff: week("09:00", "18:00") } },
    });
    const told = { ...nobodyThere(30), kind: "community" as const, community: 1, online: 1, version: 1 };
    await db().site.update({
      where: { id: brand.site.id },
      data: { availability: { ...told, share: 0.35 } },
    });
    const site = (share: number, name: string, more: object = {}) =>
      db().site.create({
        data: {
          brandId: brand.id,
          name,
          publicKey: name,
          secret: name,
          availability: { ...told, share, ...more },
        },
      });
    await site(0.8, "wider");
    await site(0.1, "empty", { kind: "none" });
    await db().site.update({
      where: { id: (await site(0.2, "removed")).id },
      data: { deletedAt: morning },
    });
    expect(await findOpening({ brandId: brand.id, now: morning })).toEqual({
      hours: {
        owner: { isOpen: false, until: "2026-03-10T17:00:00.000Z" },
        staff: { isOpen: true, until: "2026-03-10T17:00:00.000Z" },
      },
      invited: 0.35,
    });
  });
});
