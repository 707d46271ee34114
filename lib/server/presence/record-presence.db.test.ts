import { beforeEach, describe, expect, it } from "vitest";
import type { MemberActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { confirmDelivery } from "@/lib/server/offer/confirm-delivery";
import { findLiveOffers } from "@/lib/server/offer/find-live-offers";
import { runDue } from "@/lib/server/routing/run-due";
import { resetDatabase } from "@/lib/server/testing/database";
import { askAbout, makePresent } from "@/lib/server/testing/flow";
import { hearEvents } from "@/lib/server/testing/heard";
import { makeBrand, makeMember, morning, type TestBrand } from "@/lib/server/testing/world";
import { beatDesk } from "./beat-desk";
import { leaveDesk } from "./leave-desk";
import { setAvailability } from "./set-availability";

let brand: TestBrand;
beforeEach(async () => {
  await resetDatabase();
  hearEvents();
  brand = await makeBrand();
});

const at = (seconds: number) => later(morning, seconds);
const beat = (member: MemberActor, now: Date, screenId = "screen-one") => beatDesk({ member, screenId, now });

/** What is kept, as kind and seconds after the morning began. */
async function kept(): Promise<[string, number][]> {
  const rows = await db().presenceEvent.findMany({ orderBy: [{ at: "asc" }, { id: "asc" }] });
  return rows.map(({ kind, at }) => [kind, (at.getTime() - morning.getTime()) / 1000]);
}

describe("what is kept of comings and goings", () => {
  it("is the first screen that comes and the last that goes, not what lies between", async () => {
    const samir = await makeMember(brand);
    await beat(samir, at(0));
    await beat(samir, at(10));
    await beat(samir, at(12), "his-phone");
    await leaveDesk({ member: samir, screenId: "screen-one", now: at(20) });
    expect(await kept()).toEqual([["there", 0]]);
    await leaveDesk({ member: samir, screenId: "his-phone", now: at(30) });
    await leaveDesk({ member: samir, screenId: "his-phone", now: at(31) });
    expect(await kept()).toEqual([
      ["there", 0],
      ["gone", 30],
    ]);
  });

  it("says of a screen that fell silent when it was last alive, once it comes back", async () => {
    const samir = await makeMember(brand);
    await beat(samir, at(0));
    await beat(samir, at(300));
    expect(await kept()).toEqual([
      ["there", 0],
      ["gone", samir.settings.leaseSeconds],
      ["there", 300],
    ]);
  });

  it("says so of one that never comes back, too, and once", async () => {
    const samir = await makeMember(brand);
    await beat(samir, at(0));
    await runDue({ now: at(2 * 3_600) });
    await runDue({ now: at(2 * 3_600 + 1) });
    await beat(samir, at(3 * 3_600));
    expect(await kept()).toEqual([
      ["there", 0],
      ["gone", samir.settings.leaseSeconds],
      ["there", 3 * 3_600],
    ]);
  });

  it("is what he says of himself, and what 'open until' says for him", async () => {
    const samir = await makeMember(brand, { isOpen: false });
    const say = (isOpen: boolean, now: Date, until: Date | null = null) =>
      setAvailability({ member: samir, isOpen, until, screenId: "screen-one", now });
    await say(true, at(0));
    await say(false, at(5));
    await say(true, at(8), at(18));
    await runDue({ now: at(18) });
    expect(await kept()).toEqual([
      ["there", 0],
      ["opened", 0],
      ["paused", 5],
      ["opened", 8],
      ["paused", 18],
    ]);
  });

  it("is the silence that made him away", async () => {
    const strict = await makeBrand({ settings: { awayAfterLapses: 1 } });
    const samir = await makePresent(strict);
    await askAbout(strict, at(0));
    const [offer] = await findLiveOffers({ memberId: samir.id, now: at(0.5) });
    await confirmDelivery({ member: samir, offerId: offer?.id ?? "", now: at(0.5) });
    await runDue({ now: at(25) });
    expect(await kept()).toEqual([["away", 25]]);
  });

  it("can be neither changed nor taken away", async () => {
    const samir = await makeMember(brand);
    await beat(samir, at(0));
    await expect(db().presenceEvent.updateMany({ data: { kind: "gone" } })).rejects.toThrow();
    await expect(db().presenceEvent.deleteMany()).rejects.toThrow();
    expect(await kept()).toEqual([["there", 0]]);
  });
});
