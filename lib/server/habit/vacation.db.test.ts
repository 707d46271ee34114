import { beforeEach, describe, expect, it } from "vitest";
import type { MemberActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { changeMember } from "@/lib/server/member/change-member";
import { getPerson } from "@/lib/server/member/get-person";
import { pauseMember } from "@/lib/server/moderation/pause-member";
import { resumeMember } from "@/lib/server/moderation/resume-member";
import { selfView } from "@/lib/server/presence/self-view";
import { setAvailability } from "@/lib/server/presence/set-availability";
import { runDue } from "@/lib/server/routing/run-due";
import { resetDatabase } from "@/lib/server/testing/database";
import { hearEvents } from "@/lib/server/testing/heard";
import { makeBrand, makeMember, morning, type TestBrand } from "@/lib/server/testing/world";
import { getHabits } from "./get-habits";
import { saveHabits } from "./save-habits";
import { takeVacation } from "./take-vacation";

let brand: TestBrand;
let samir: MemberActor;
beforeEach(async () => {
  await resetDatabase();
  hearEvents();
  brand = await makeBrand();
  samir = await makeMember(brand);
});

const rowOf = ({ id }: { id: string }) => db().member.findUniqueOrThrow({ where: { id } });
const selfOf = (member: MemberActor, now: Date) => selfView({ tx: db(), memberId: member.id, now });
/** Midnights in Paris, in winter. */
const night = (day: string) => new Date(new Date(`${day}T00:00:00Z`).getTime() - 3_600_000);

describe("a vacation", () => {
  const days = { from: "2026-03-12", to: "2026-03-14" };

  it("begins and ends by itself, and he comes back as what he was", async () => {
    await db().member.update({ where: { id: samir.id }, data: { status: "trial" } });
    expect(await takeVacation({ member: samir, vacation: days, now: morning })).toMatchObject({
      vacation: { ...days, isOn: false },
    });
    expect((await rowOf(samir)).status).toBe("trial");
    await runDue({ now: later(night("2026-03-12"), -1) });
    expect((await rowOf(samir)).status).toBe("trial");
    await runDue({ now: night("2026-03-12") });
    expect(await rowOf(samir)).toMatchObject({ status: "paused", pausedFrom: "trial", isOpen: false });
    expect(await selfOf(samir, night("2026-03-13"))).toMatchObject({
      isPausedByManager: false,
      isOpen: false,
      ownTime: { vacation: { ...days, isOn: true } },
    });
    await runDue({ now: later(night("2026-03-15"), -1) });
    expect((await rowOf(samir)).status).toBe("paused");
    await runDue({ now: night("2026-03-15") });
    expect(await rowOf(samir)).toMatchObject({
      status: "trial",
      pausedFrom: null,
      vacationFrom: null,
      followAt: null,
      // He opens when it suits him.
      isOpen: false,
    });
  });

  it("that begins today counts at once, without an end until he opens again", async () => {
    await takeVacation({ member: samir, vacation: { from: "2026-03-10", to: null }, now: morning });
    expect((await rowOf(samir)).status).toBe("paused");
    await runDue({ now: later(morning, 400 * 86_400) });
    expect((await rowOf(samir)).status).toBe("paused");
    const self = await setAvailability({
      member: samir,
      isOpen: true,
      until: null,
      screenId: "screen-of-samir",
      now: later(morning, 60),
    });
    expect(self).toMatchObject({ isOpen: true, ownTime: { vacation: null } });
    expect(await rowOf(samir)).toMatchObject({ status: "active", pausedFrom: null });
  });

  it("is refused for days that are over, and taken back before it begins", async () => {
    const past = { from: "2026-03-01", to: "2026-03-09" };
    await expect(takeVacation({ member: samir, vacation: past, now: morning })).rejects.toMatchObject({
      code: "INVALID_INPUT",
      params: { field: "to" },
    });
    await takeVacation({ member: samir, vacation: days, now: morning });
    expect((await takeVacation({ member: samir, vacation: null, now: morning })).vacation).toBeNull();
    await runDue({ now: night("2026-03-13") });
    expect((await rowOf(samir)).status).toBe("active");
  });

  it("follows him into another zone", async () => {
    await takeVacation({ member: samir, vacation: days, now: morning });
    await saveHabits({ member: samir, input: { timeZone: "Pacific/Auckland" }, now: morning });
    // The 12th begins there at 11:00 UTC of the 11th.
    const begins = new Date("2026-03-11T11:00:00Z");
    expect((await rowOf(samir)).followAt).toEqual(begins);
    await runDue({ now: begins });
    expect((await rowOf(samir)).status).toBe("paused");
  });

  it("begins or ends at once where it has by the clocks of another zone", async () => {
    await takeVacation({ member: samir, vacation: days, now: morning });
    // Still the 11th in Paris, and the 12th in Auckland.
    const late = new Date("2026-03-11T20:00:00Z");
    await saveHabits({ member: samir, input: { timeZone: "Pacific/Auckland" }, now: late });
    expect(await rowOf(samir)).toMatchObject({ status: "paused", isOpen: false });
    await saveHabits({ member: samir, input: { timeZone: "Europe/Paris" }, now: late });
    expect((await rowOf(samir)).status).toBe("active");
    await runDue({ now: night("2026-03-12") });
    // Still the 14th in Paris, and the 15th in Auckland.
    const end = new Date("2026-03-14T20:00:00Z");
    const habits = await saveHabits({ member: samir, input: { timeZone: "Pacific/Auckland" }, now: end });
    expect(habits.vacation).toBeNull();
    expect(await rowOf(samir)).toMatchObject({ status: "active", vacationFrom: null });
  });

  it("that began while a manager had paused him counts once he is resumed", async () => {
    const helene = await makeMember(brand, { name: "Hélène", role: "manager" });
    await takeVacation({ member: samir, vacation: days, now: morning });
    const change = (isPaused: boolean, version: number, now: Date) =>
      changeMember({ member: helene, memberId: samir.id, input: { version, isPaused }, now });
    await change(true, 1, morning);
    await runDue({ now: night("2026-03-12") });
    await change(false, 2, night("2026-03-13"));
    expect(await rowOf(samir)).toMatchObject({ status: "paused", pausedFrom: "active" });
    await runDue({ now: night("2026-03-15") });
    expect((await rowOf(samir)).status).toBe("active");
  });

  it("gives way to a moderator's pause, and is his own again once that is taken back", async () => {
    const helene = await makeMember(brand, { name: "Hélène", role: "manager" });
    const by = { member: helene, memberId: samir.id, now: morning };
    const vacation = { from: "2026-03-10", to: "2026-03-14" };
    await takeVacation({ member: samir, vacation, now: morning });
    await pauseMember(by);
    await pauseMember(by);
    expect((await db().moderationAction.findMany()).map(({ kind }) => kind)).toEqual(["pause"]);
    await takeVacation({ member: samir, vacation: null, now: morning });
    expect(await rowOf(samir)).toMatchObject({ status: "paused", pausedFrom: null });
    await takeVacation({ member: samir, vacation, now: morning });
    await resumeMember(by);
    expect(await rowOf(samir)).toMatchObject({ status: "paused", pausedFrom: "active" });
    await takeVacation({ member: samir, vacation: null, now: morning });
    expect((await rowOf(samir)).status).toBe("active");
  });

  it("is read by a manager as days, who neither ends it nor is bound by it", async () => {
    const helene = await makeMember(brand, { name: "Hélène", role: "manager" });
    await takeVacation({ member: samir, vacation: { from: "2026-03-10", to: "2026-03-14" }, now: morning });
    const person = await getPerson({ member: helene, memberId: samir.id, now: morning });
    expect(person).toMatchObject({
      status: "active",
      vacation: { from: "2026-03-10", to: "2026-03-14", isOn: true },
    });
    await expect(
      resumeMember({ member: helene, memberId: samir.id, now: morning } as Parameters<
        typeof resumeMember
      >[0]),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    // A manager's own pause outlasts the vacation.
    await changeMember({
      member: helene,
      memberId: samir.id,
      input: { version: person.version, isPaused: true },
      now: morning,
    });
    expect((await selfOf(samir, morning)).isPausedByManager).toBe(true);
    await runDue({ now: night("2026-03-15") });
    expect(await rowOf(samir)).toMatchObject({ status: "paused", vacationFrom: null });
  });

  it("begins once although two clocks look in the same instant", async () => {
    await takeVacation({ member: samir, vacation: days, now: morning });
    const now = night("2026-03-12");
    await Promise.all([runDue({ now }), runDue({ now })]);
    expect(await db().presenceEvent.count({ where: { memberId: samir.id, kind: "paused" } })).toBe(1);
    expect(await rowOf(samir)).toMatchObject({ status: "paused", pausedFrom: "active" });
  });
});

describe("usual hours", () => {
  // A Tuesday; 11:00 to 12:00 in Paris.
  const habits = [[], [{ from: "11:00", to: "12:00" }], [], [], [], [], []];
  const begins = new Date("2026-03-10T10:00:00Z");
  const waiting = async () => {
    const rows = await db().$queryRaw<{ until: string }[]>`
      SELECT payload->'note'->>'until' AS until FROM graphile_worker._private_jobs
      WHERE payload->'note'->>'kind' = 'habit'`;
    return rows.map(({ until }) => until);
  };

  beforeEach(async () => {
    const session = await db().session.create({
      data: { userId: samir.userId, sessionToken: "phone", expires: later(morning, 86_400) },
    });
    await db().pushSubscription.create({
      data: {
        userId: samir.userId,
        sessionId: session.id,
        endpoint: "https://push.example.com/1",
        p256dh: "key",
        auth: "secret",
        createdAt: morning,
      },
    });
    await saveHabits({ member: samir, input: { habits }, now: morning });
    await db().member.update({ where: { id: samir.id }, data: { isOpen: false } });
  });

  it("are asked about once when they begin, and open nobody", async () => {
    await runDue({ now: later(begins, -1) });
    expect(await waiting()).toEqual([]);
    await runDue({ now: begins });
    await runDue({ now: later(begins, 1) });
    expect(await waiting()).toEqual(["2026-03-10T11:00:00.000Z"]);
    expect((await selfOf(samir, begins)).ownTime.habitUntil).toBe("2026-03-10T11:00:00.000Z");
    expect(await rowOf(samir)).toMatchObject({ isOpen: false, followAt: later(begins, 7 * 86_400) });
    expect((await getHabits({ member: samir, now: begins })).habits[1]).toEqual(habits[1]);
  });

  it.each([
    ["is open already", { isOpen: true }],
    ["is paused by a manager", { status: "paused" as const }],
    ["rests", { restsUntil: later(begins, 600) }],
  ])("are not asked about of somebody who %s", async (_, data) => {
    await db().member.update({ where: { id: samir.id }, data });
    await runDue({ now: begins });
    expect(await waiting()).toEqual([]);
  });

  it("are not asked about when we come too late, after an outage of ours", async () => {
    await runDue({ now: later(begins, 901) });
    expect(await waiting()).toEqual([]);
    expect((await rowOf(samir)).followAt).toEqual(later(begins, 7 * 86_400));
  });
});
