import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { log } from "@/lib/server/log";
import { acceptOffer } from "@/lib/server/offer/accept-offer";
import { refreshAvailability } from "@/lib/server/presence/refresh-availability";
import { resetDatabase } from "@/lib/server/testing/database";
import { askAbout, makePresent } from "@/lib/server/testing/flow";
import { hearEvents } from "@/lib/server/testing/heard";
import { makeBrand, makeChat, makeVisitor, morning, type TestBrand } from "@/lib/server/testing/world";
import { followPresence } from "./follow-presence";

let brand: TestBrand;
let heard: ReturnType<typeof hearEvents>;
beforeEach(async () => {
  await resetDatabase();
  heard = hearEvents();
  brand = await makeBrand();
});

const at = (seconds: number) => later(morning, seconds);
const follow = (now: Date) => followPresence({ now });
const refresh = (now: Date) => refreshAvailability({ brandId: brand.id, now });

/** Somebody with one place, which a chat has taken. */
async function makeBusy(data: Parameters<typeof makePresent>[1]) {
  const member = await makePresent(brand, data);
  await makeChat(brand, await makeVisitor(brand), member);
  await refresh(at(0));
  heard.forget();
  return member;
}

/** What is kept of comings and goings, as kind and seconds after the morning began. */
async function kept(): Promise<[string, number][]> {
  const rows = await db().presenceEvent.findMany({ orderBy: [{ at: "asc" }, { id: "asc" }] });
  return rows.map(({ kind, at }) => [kind, (at.getTime() - morning.getTime()) / 1000]);
}

describe("'open until'", () => {
  it("closes him whose places are all taken, and looks at who hoped for one of them", async () => {
    const samir = await makeBusy({ openUntil: at(60) });
    const { question } = await askAbout(brand, at(58));
    expect(question).toMatchObject({ state: "calling", position: 1 });
    heard.forget();
    await follow(at(59.999));
    expect(heard.events).toEqual([]);
    await follow(at(60.4));
    expect(await db().member.findUniqueOrThrow({ where: { id: samir.id } })).toMatchObject({
      isOpen: false,
      openUntil: null,
      load: 1,
    });
    expect(await kept()).toEqual([["paused", 60]]);
    expect(heard.of(brand.id)).toContain("board.changed");
    expect(await db().question.findUniqueOrThrow({ where: { id: question.id } })).toMatchObject({
      state: "left",
    });
    heard.forget();
    await follow(at(61.4));
    expect(heard.events).toEqual([]);
  });

  it("closes him, too, when pages were told a moment before the clock looked", async () => {
    const samir = await makePresent(brand, { openUntil: at(60) });
    await refresh(at(0));
    await refresh(at(60.2));
    heard.forget();
    await follow(at(61));
    expect(await db().member.findUniqueOrThrow({ where: { id: samir.id } })).toMatchObject({ isOpen: false });
    expect(await kept()).toEqual([["paused", 60]]);
    expect(heard.of(brand.id)).toEqual(["board.changed"]);
  });

  it("tells his screens, and lets him take what rings already", async () => {
    const samir = await makePresent(brand, { openUntil: at(60) });
    const { question } = await askAbout(brand, at(59));
    const offer = await db().offer.findFirstOrThrow({ where: { questionId: question.id } });
    heard.forget();
    await follow(at(60.4));
    expect(heard.of(samir.id)).toEqual(["self.changed"]);
    await acceptOffer({ member: samir, offerId: offer.id, now: at(61) });
    expect(await db().question.findUniqueOrThrow({ where: { id: question.id } })).toMatchObject({
      state: "matched",
    });
  });

  it("closes him once, whoever looks at the same time, and nobody who is open for longer by then", async () => {
    await makeBusy({ openUntil: at(60) });
    const nadia = await makePresent(brand, { name: "Nadia B.", openUntil: at(90) });
    await Promise.all([follow(at(61)), follow(at(61)), follow(at(61))]);
    expect(await kept()).toEqual([["paused", 60]]);
    const open = await db().member.findMany({ where: { isOpen: true }, select: { id: true } });
    expect(open).toEqual([{ id: nadia.id }]);
  });
});

describe("what was seen to", () => {
  it("is written down last: a step that failed is done again", async () => {
    const said = vi.spyOn(log, "error").mockReturnValue();
    onTestFinished(() => said.mockRestore());
    await makeBusy({ openUntil: at(60), seenUntil: at(60) });
    const other = await makeBrand();
    const nadia = await makePresent(other, { name: "Nadia B.", openUntil: at(60) });
    // Hours that nobody can read keep everything of the brand from being worked out.
    const setHours = (hours: object) => db().brand.update({ where: { id: brand.id }, data: { hours } });
    await setHours({ owner: "unreadable" });
    await follow(at(60));
    expect(said).toHaveBeenCalledTimes(1);
    expect(await kept()).toEqual([["paused", 60]]);
    expect(await db().member.findMany({ where: { isOpen: false } })).toMatchObject([{ id: nadia.id }]);
    await setHours({});
    await follow(at(61));
    expect(await kept()).toEqual([
      ["paused", 60],
      ["paused", 60],
      ["gone", 60],
    ]);
    expect(said).toHaveBeenCalledTimes(1);
  });
});

describe("a site that was removed before its pages were told anything", () => {
  it("is looked at no more", async () => {
    await refresh(at(0));
    await db().site.create({
      data: { brandId: brand.id, name: "Old", publicKey: "old", secret: "old", pages: {}, deletedAt: at(0) },
    });
    heard.forget();
    await follow(at(1));
    expect(heard.events).toEqual([]);
  });
});

describe("a lease that ran out", () => {
  it("is told, too, of him whose places are all taken", async () => {
    await makeBusy({ seenUntil: at(60) });
    await follow(at(59.999));
    expect(heard.events).toEqual([]);
    await follow(at(60.4));
    expect(heard.of(brand.id)).toEqual(["board.changed"]);
    expect(await kept()).toEqual([["gone", 60]]);
    heard.forget();
    await follow(at(61.4));
    expect(heard.events).toEqual([]);
  });

  it("is told, too, when pages were told a moment before the clock looked", async () => {
    await makePresent(brand, { seenUntil: at(60) });
    await refresh(at(0));
    await refresh(at(60.2));
    heard.forget();
    await follow(at(61));
    expect(heard.of(brand.id)).toEqual(["board.changed"]);
  });

  it("is nobody's news while another screen of his is there", async () => {
    const samir = await makePresent(brand, { seenUntil: at(60) });
    await db().lease.create({ data: { memberId: samir.id, screenId: "his-phone", expiresAt: at(90) } });
    await refresh(at(0));
    heard.forget();
    await follow(at(61));
    expect(heard.events).toEqual([]);
    await follow(at(90));
    expect(heard.of(brand.id)).toEqual(["board.changed"]);
    expect(await kept()).toEqual([["gone", 90]]);
  });
});
