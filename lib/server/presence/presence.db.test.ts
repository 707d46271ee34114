import { beforeEach, describe, expect, it } from "vitest";
import { Availability } from "@/lib/domain/site/view";
import type { MemberActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { confirmDelivery } from "@/lib/server/offer/confirm-delivery";
import { declineOffer } from "@/lib/server/offer/decline-offer";
import { runDue } from "@/lib/server/routing/run-due";
import { resetDatabase } from "@/lib/server/testing/database";
import { askAbout, makePresent, ringing, untrueLoads } from "@/lib/server/testing/flow";
import { hearEvents } from "@/lib/server/testing/heard";
import {
  makeBrand,
  makeChat,
  makeMember,
  makeVisitor,
  morning,
  type TestBrand,
} from "@/lib/server/testing/world";
import { beatDesk } from "./beat-desk";
import { leaveDesk } from "./leave-desk";
import { refreshAvailability } from "./refresh-availability";
import { setAvailability } from "./set-availability";

let brand: TestBrand;
let heard: ReturnType<typeof hearEvents>;
beforeEach(async () => {
  await resetDatabase();
  heard = hearEvents();
  brand = await makeBrand();
});

const at = (seconds: number) => later(morning, seconds);
const beat = (member: MemberActor, now: Date, screenId = "screen-one") => beatDesk({ member, screenId, now });
const leave = (member: MemberActor, now: Date, screenId = "screen-one") =>
  leaveDesk({ member, screenId, now });
const open = (member: MemberActor, now: Date, until: Date | null = null) =>
  setAvailability({ member, isOpen: true, until, screenId: "screen-one", now });
const pause = (member: MemberActor, now: Date) =>
  setAvailability({ member, isOpen: false, until: null, screenId: "screen-one", now });

/** What open pages were told since the test began, or since `heard.forget()`. */
const told = () =>
  heard.events.filter(({ name }) => name === "availability").map(({ data }) => Availability.parse(data));

describe("an offer that only a beat brings", () => {
  it("counts as delivered when the screen beats every second, and rings on", async () => {
    const samir = await makePresent(brand, { name: "Samir H." });
    const { question } = await askAbout(brand, at(0));
    const { offers } = await beat(samir, at(1.5));
    expect(offers).toMatchObject([{ questionId: question.id }]);
    await confirmDelivery({ member: samir, offerId: offers[0]?.id ?? "", now: at(1.9) });
    await runDue({ now: at(3) });
    expect(await db().offer.findMany({ select: { memberId: true, state: true } })).toEqual([
      { memberId: samir.id, state: "delivered" },
    ]);
  });
});

describe("a lease", () => {
  it("makes a member present from his first beat, for as long as a beat lasts, and no longer", async () => {
    const samir = await makeMember(brand);
    await refreshAvailability({ brandId: brand.id, now: morning });
    await beat(samir, at(0));
    expect(told()).toMatchObject([{ kind: "none" }, { kind: "community", community: 1 }]);
    await beat(samir, at(10));
    await runDue({ now: at(34.999) });
    expect(told()).toHaveLength(2);
    await runDue({ now: at(35) });
    expect(told().at(-1)).toMatchObject({ kind: "none", community: 0, online: 0 });
    expect(told()).toHaveLength(3);
    await beat(samir, at(50));
    expect(told().at(-1)).toMatchObject({ kind: "community", community: 1 });
  });

  it("ends at once with the last screen, and not before", async () => {
    const samir = await makeMember(brand);
    await beat(samir, at(0));
    await beat(samir, at(1), "his-phone");
    await leave(samir, at(2));
    expect(told().at(-1)).toMatchObject({ kind: "community" });
    await leave(samir, at(3), "his-phone");
    expect(told().at(-1)).toMatchObject({ kind: "none" });
    heard.forget();
    await leave(samir, at(4), "his-phone");
    expect(told()).toEqual([]);
  });

  it("is the member's own: nobody else's beat or leaving touches it", async () => {
    const samir = await makeMember(brand);
    const nadia = await makeMember(brand, { name: "Nadia B." });
    await beat(samir, at(0));
    await leave(nadia, at(1));
    expect(told().at(-1)).toMatchObject({ community: 1 });
  });

  it("tells the board who comes and goes", async () => {
    const samir = await makeMember(brand);
    await beat(samir, at(0));
    expect(heard.of(brand.id)).toEqual(["board.changed"]);
    heard.forget();
    await beat(samir, at(10));
    expect(heard.of(brand.id)).toEqual([]);
    await leave(samir, at(11));
    expect(heard.of(brand.id)).toEqual(["board.changed"]);
  });
});

describe("a beat", () => {
  it("answers what is newest: himself, his live offers, his open chats", async () => {
    const samir = await makePresent(brand, { capacity: 2 });
    const chat = await makeChat(brand, await makeVisitor(brand), samir);
    const { question } = await askAbout(brand, at(1));
    const answer = await beat(samir, at(2));
    expect(answer).toMatchObject({
      now: at(2).toISOString(),
      self: { id: samir.id, load: 2, capacity: 2, isOpen: true, isAway: false },
      chats: [{ id: chat.id, version: 1, lastSeq: 1 }],
    });
    expect(answer.offers.map(({ questionId }) => questionId)).toEqual([question.id]);
    const after = await beat(samir, at(21));
    expect(after.offers).toEqual([]);
  });

  it("of somebody who comes back lets the questions that wait reach him", async () => {
    const nadia = await makePresent(brand, { name: "Nadia B." });
    const samir = await makePresent(brand, { name: "Samir H.", seenUntil: at(0) });
    const { question } = await askAbout(brand, at(0));
    await runDue({ now: at(12) });
    expect(await ringing(question.id)).toEqual([nadia.id]);
    await beat(samir, at(13));
    await runDue({ now: at(13) });
    expect(await ringing(question.id)).toEqual([nadia.id, samir.id].sort());
    expect(await untrueLoads()).toEqual([]);
  });
});

describe("pausing and opening", () => {
  it("passes the offer that rings, asks the next one, and keeps running chats", async () => {
    const nadia = await makePresent(brand, { name: "Nadia B.", capacity: 2 });
    const chat = await makeChat(brand, await makeVisitor(brand), nadia);
    const { question } = await askAbout(brand, at(0));
    expect(await ringing(question.id)).toEqual([nadia.id]);
    const samir = await makePresent(brand, { name: "Samir H." });
    heard.forget();
    const self = await pause(nadia, at(1));
    expect(self).toMatchObject({ isOpen: false, load: 1 });
    expect(await ringing(question.id)).toEqual([samir.id]);
    expect(heard.of(samir.id)).toContain("offer.made");
    expect(heard.of(brand.id)).toContain("board.changed");
    const { state } = await db().segment.findUniqueOrThrow({ where: { id: chat.segment.id } });
    expect(state).toBe("open");
    expect(await untrueLoads()).toEqual([]);
  });

  it("leaves a question with a delay when the last one pauses", async () => {
    const julien = await makePresent(brand, { name: "Julien", role: "agent" });
    const { question } = await askAbout(brand, at(0));
    await pause(julien, at(3));
    expect(await db().question.findUniqueOrThrow({ where: { id: question.id } })).toMatchObject({
      state: "left",
      promiseKept: null,
    });
    expect(told().at(-1)).toMatchObject({ kind: "none" });
    expect(await untrueLoads()).toEqual([]);
  });

  it("opens until a time, and is closed from that very instant", async () => {
    const samir = await makeMember(brand, { isOpen: false });
    expect(await open(samir, at(0), at(60))).toMatchObject({ isOpen: true, openUntil: at(60).toISOString() });
    expect(told().at(-1)).toMatchObject({ community: 1 });
    await beat(samir, at(50));
    await runDue({ now: at(59.999) });
    expect(told().at(-1)).toMatchObject({ community: 1 });
    heard.forget();
    await runDue({ now: at(60) });
    expect(told()).toMatchObject([{ kind: "none" }]);
    expect(heard.of(brand.id)).toContain("board.changed");
    expect((await beat(samir, at(61))).self).toMatchObject({ isOpen: false, openUntil: null });
    await runDue({ now: at(62) });
    expect(told()).toHaveLength(1);
  });

  it("counts as closed from that instant for whoever looks before the clock does", async () => {
    const samir = await makeMember(brand, { isOpen: false });
    await open(samir, at(0), at(20));
    await refreshAvailability({ brandId: brand.id, now: at(19.999) });
    expect(told().at(-1)).toMatchObject({ community: 1 });
    await refreshAvailability({ brandId: brand.id, now: at(20) });
    expect(told().at(-1)).toMatchObject({ kind: "none", community: 0 });
  });

  it("brings back from being away", async () => {
    const samir = await makePresent(brand, { awaySince: at(-60), lapses: 2 });
    await refreshAvailability({ brandId: brand.id, now: at(0) });
    expect(told().at(-1)).toMatchObject({ kind: "none" });
    expect(await open(samir, at(1))).toMatchObject({ isAway: false });
    expect(told().at(-1)).toMatchObject({ kind: "community" });
    expect(await db().member.findUniqueOrThrow({ where: { id: samir.id } })).toMatchObject({ lapses: 0 });
  });

  it("does not bring back who is paused by a manager", async () => {
    const samir = await makePresent(brand, { status: "paused" });
    await refreshAvailability({ brandId: brand.id, now: at(0) });
    heard.forget();
    expect(await open(samir, at(1))).toMatchObject({ isPausedByManager: true });
    expect(told()).toEqual([]);
  });
});

describe("what open pages are told", () => {
  it("is said when it changed, and under a version that grows", async () => {
    const samir = await makeMember(brand, { isOpen: false, capacity: 2 });
    const nadia = await makeMember(brand, { name: "Nadia B.", isOpen: false });
    await open(samir, at(0));
    await open(samir, at(1));
    await beat(samir, at(2));
    await open(nadia, at(3));
    await pause(samir, at(4));
    await pause(nadia, at(5));
    await leave(nadia, at(6));
    expect(told().map(({ version, community }) => [version, community])).toEqual([
      [1, 2],
      [2, 3],
      [3, 1],
      [4, 0],
    ]);
  });

  it("follows each place as it is reserved and given back", async () => {
    const samir = await makePresent(brand);
    await refreshAvailability({ brandId: brand.id, now: at(0) });
    await askAbout(brand, at(1));
    expect(told().at(-1)).toMatchObject({ kind: "none", community: 0 });
    const offer = await db().offer.findFirstOrThrow({ where: { memberId: samir.id } });
    await declineOffer({ member: samir, offerId: offer.id, now: at(2) });
    expect(told().map(({ community }) => community)).toEqual([1, 0, 1]);
  });

  it("does not go back in time when refreshes race", async () => {
    const members = await Promise.all(
      Array.from({ length: 8 }, (_, i) => makeMember(brand, { name: `Expert ${i}`, isOpen: false })),
    );
    await Promise.all(members.map((member) => open(member, at(1))));
    const { availability } = await db().site.findUniqueOrThrow({ where: { id: brand.site.id } });
    expect(availability).toMatchObject({ community: 8 });
    const versions = told().map(({ version }) => version);
    expect(new Set(versions).size).toBe(versions.length);
    const newest = told().sort((a, b) => a.version - b.version);
    expect(newest.at(-1)).toMatchObject({ community: 8 });
  });

  it("is repeated every ten minutes under the same version, for caches that forget", async () => {
    await makePresent(brand);
    await refreshAvailability({ brandId: brand.id, now: at(0) });
    await runDue({ now: at(599) });
    expect(told()).toHaveLength(1);
    await runDue({ now: at(601) });
    expect(told().map(({ version }) => version)).toEqual([1, 1]);
    await runDue({ now: at(602) });
    expect(told()).toHaveLength(2);
  });

  it("shows faces of those alone who agreed to it", async () => {
    await makePresent(brand, { name: "Samir H.", showsOnButton: true });
    await makePresent(brand, { name: "Nadia B." });
    await refreshAvailability({ brandId: brand.id, now: at(0) });
    expect(told()).toMatchObject([{ online: 2, faces: [{ initials: "SH" }] }]);
  });

  it("is told to the sites of this brand alone", async () => {
    const other = await makeBrand();
    await makePresent(brand);
    await refreshAvailability({ brandId: brand.id, now: at(0) });
    expect(heard.of(other.site.id)).toEqual([]);
    expect(heard.of(brand.site.id)).toEqual(["availability"]);
  });
});
