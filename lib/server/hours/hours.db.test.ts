import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Hours } from "@/lib/domain/hours/hours";
import { SelfView } from "@/lib/domain/member/view";
import type { MemberActor } from "@/lib/server/account/actor";
import { undoAudit } from "@/lib/server/audit/undo-audit";
import { changeBrand } from "@/lib/server/brand/change-brand";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { followPresence } from "@/lib/server/routing/follow-presence";
import { resetDatabase } from "@/lib/server/testing/database";
import { askAbout, makePresent, ringing } from "@/lib/server/testing/flow";
import { hearEvents } from "@/lib/server/testing/heard";
import { makeBrand, makeMember, morning, type TestBrand } from "@/lib/server/testing/world";
import { followHours } from "./follow-hours";

let brand: TestBrand;
let helene: MemberActor;
let heard: ReturnType<typeof hearEvents>;
const at = (iso: string) => new Date(iso);
const week = (from: string, to: string) => Array.from({ length: 7 }, () => [{ from, to }]);
/** In Paris, in winter. */
const opening = at("2026-03-10T08:00:00Z");
const closing = at("2026-03-10T17:00:00Z");

beforeEach(async () => {
  await resetDatabase();
  heard = hearEvents();
  brand = await makeBrand();
  helene = await makeMember(brand, { name: "Hélène R.", role: "manager", isOpen: false });
});

const stored = () => db().brand.findUniqueOrThrow({ where: { id: brand.id } });
const save = async (hours: Hours, now = morning, version?: number) =>
  changeBrand({
    member: helene,
    input: { version: version ?? (await stored()).version, hours } as Parameters<
      typeof changeBrand
    >[0]["input"],
    now,
  });

describe("saving", () => {
  it("keeps the hours, the journal and the next change", async () => {
    const { auditId } = await save({ owner: week("09:00", "18:00") });
    expect(await stored()).toMatchObject({
      hours: { owner: week("09:00", "18:00") },
      hoursChangeAt: closing,
      version: 2,
    });
    const entry = await db().audit.findUniqueOrThrow({ where: { id: BigInt(auditId ?? 0) } });
    expect(entry).toMatchObject({
      actorId: helene.id,
      before: { "hours.owner": null },
      after: { "hours.owner": week("09:00", "18:00") },
    });
  });

  it("is refused to whoever read an older version", async () => {
    await save({ owner: week("09:00", "18:00") });
    await expect(save({ staff: week("09:00", "18:00") }, morning, 1)).rejects.toMatchObject({
      code: "CHANGED_MEANWHILE",
      params: { name: "Hélène R." },
    });
  });

  it("is undone, with the next change", async () => {
    const { auditId } = await save({ owner: week("09:00", "18:00") });
    await undoAudit({ member: helene, auditId: auditId ?? "", now: later(morning, 60) });
    expect(await stored()).toMatchObject({ hours: { owner: null }, hoursChangeAt: null, version: 3 });
  });

  it("follows the brand to another time zone", async () => {
    await save({ owner: week("09:00", "18:00") });
    const { version } = await stored();
    await changeBrand({ member: helene, input: { version, timeZone: "America/New_York" }, now: morning });
    expect((await stored()).hoursChangeAt).toEqual(at("2026-03-10T13:00:00Z"));
  });
});

describe("the moment of a change", () => {
  it("closes the button and tells who is there, within a sweep", async () => {
    const samir = await makePresent(brand);
    await save({ owner: week("09:00", "18:00") });
    const told = () =>
      heard.events
        .filter(({ name, channel }) => name === "self.changed" && channel.endsWith(samir.id))
        .map(({ data }) => SelfView.parse(data));
    await followPresence({ now: later(closing, -1) });
    expect(told().every(({ isInHours }) => isInHours)).toBe(true);
    await followPresence({ now: later(closing, 1) });
    await vi.waitFor(() =>
      expect(told().at(-1)).toMatchObject({
        isInHours: false,
        opensAt: at("2026-03-11T08:00:00Z").toISOString(),
      }),
    );
    const site = await db().site.findUniqueOrThrow({ where: { id: brand.site.id } });
    expect(site.availability).toMatchObject({ kind: "none" });
    expect((await stored()).hoursChangeAt).toEqual(at("2026-03-11T08:00:00Z"));
  });

  it("opens the button again", async () => {
    await makePresent(brand);
    await save({ owner: week("09:00", "18:00") }, at("2026-03-10T07:00:00Z"));
    const site = () => db().site.findUniqueOrThrow({ where: { id: brand.site.id } });
    expect((await site()).availability).toMatchObject({ kind: "none" });
    await followPresence({ now: opening });
    expect((await site()).availability).toMatchObject({ kind: "community" });
  });

  it("is told again when a process ended half-way", async () => {
    await makePresent(brand);
    await save({ owner: week("09:00", "18:00") });
    // Another process told it, and ended before it wrote the next moment down.
    await followHours({ now: later(closing, 5) });
    await db().brand.update({ where: { id: brand.id }, data: { hoursChangeAt: closing } });
    await followHours({ now: later(closing, 6) });
    expect((await stored()).hoursChangeAt).toEqual(at("2026-03-11T08:00:00Z"));
  });
});

describe("routing", () => {
  it("asks nobody whose kind is closed", async () => {
    const samir = await makePresent(brand);
    const julien = await makePresent(brand, { name: "Julien", role: "agent" });
    await save({ owner: week("09:00", "18:00") });
    const { question } = await askAbout(brand, later(closing, 60));
    expect(await ringing(question.id)).toEqual([julien.id]);
    const { question: earlier } = await askAbout(brand, later(closing, -60), { staffOnly: false });
    expect(await ringing(earlier.id)).toEqual([samir.id]);
  });

  it("answers what is left on a day on which the staff is open", async () => {
    const closed = [[], [], [], [], [], [], []];
    const staff = closed.map((_, day) => (day === 3 ? [{ from: "09:00", to: "18:00" }] : []));
    await save({ owner: closed, staff });
    const { question } = await askAbout(brand, morning);
    expect(question.state).toBe("left");
    expect(question.answerBy).toBe("2026-03-12T09:00:00.000Z");
  });
});
