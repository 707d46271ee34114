import { beforeEach, describe, expect, it, vi } from "vitest";
import type { ChangeSeries } from "@/lib/domain/badge/schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { undoAudit } from "@/lib/server/audit/undo-audit";
import { createSeries } from "@/lib/server/badge/create-series";
import { getShelf } from "@/lib/server/badge/get-shelf";
import { listHolders } from "@/lib/server/badge/list-holders";
import { listSeries } from "@/lib/server/badge/list-series";
import { previewSeries } from "@/lib/server/badge/preview-series";
import { recomputeBadges } from "@/lib/server/badge/recompute-badges";
import { saveSeries } from "@/lib/server/badge/save-series";
import { removeSeries } from "@/lib/server/badge/set-series-removed";
import { withdrawAward } from "@/lib/server/badge/withdraw-award";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { resetDatabase } from "@/lib/server/testing/database";
import { hearEvents } from "@/lib/server/testing/heard";
import { makeRaters, makeThankedBrand, rate } from "@/lib/server/testing/thanks-world";
import { makeBrand, makeMember, morning, type TestBrand } from "@/lib/server/testing/world";

vi.setConfig({ testTimeout: 30_000 });

let brand: TestBrand;
let samir: MemberActor;
let helene: MemberActor;
let heard: ReturnType<typeof hearEvents>;

const hour = (count: number) => later(morning, count * 3600);

beforeEach(async () => {
  await resetDatabase();
  heard = hearEvents();
  ({ brand, samir } = await makeThankedBrand());
  helene = await makeMember(brand, { name: "Hélène R.", role: "manager" });
  for (const { visitor, chat } of await makeRaters(3, brand, samir)) await rate(visitor, chat);
});

const awardKeys = async () =>
  (await db().award.findMany({ where: { memberId: samir.id, withdrawnAt: null }, include: { badge: true } }))
    .map(({ badge }) => badge.key)
    .sort();

const seriesNamed = async (name: string) =>
  (await listSeries({ brandId: brand.id })).find(({ names }) => names.en === name)!;

/** Saves a series of the brand with these levels, at the version that is stored. */
async function save(name: string, change: Partial<ChangeSeries>, now: Date, by = helene) {
  const { id, names, icon, levels, topic, version } = await seriesNamed(name);
  const counts = levels.map(({ count }) => count);
  return saveSeries({
    member: by,
    badgeId: id,
    expected: { version: change.version ?? version },
    change: { names, icon, counts, topicId: topic?.id ?? null, ...change },
    now,
  });
}

const recompute = () => recomputeBadges({ brandId: brand.id });

describe("saveSeries", () => {
  it("gives a lowered level to who has done enough, from then on, and undo takes it back", async () => {
    expect(await awardKeys()).toEqual(["welcome-1"]);
    const { auditId } = await save("Battery sage", { counts: [2, 15, 30] }, hour(1));
    await recompute();
    expect(await awardKeys()).toEqual(["topic-battery-1", "welcome-1"]);
    expect(await db().award.findFirst({ where: { badge: { key: "topic-battery-1" } } })).toMatchObject({
      awardedAt: hour(1),
    });
    await undoAudit({ member: helene, auditId: auditId!, now: hour(2) });
    await recompute();
    expect(await awardKeys()).toEqual(["welcome-1"]);
    expect((await seriesNamed("Battery sage")).levels.map(({ count }) => count)).toEqual([5, 15, 30]);
  });

  it("takes nothing from who had it when a level is raised", async () => {
    await save("Battery sage", { counts: [3] }, hour(1));
    await recompute();
    await save("Battery sage", { counts: [20] }, hour(2));
    await recompute();
    expect(await awardKeys()).toEqual(["topic-battery-1", "welcome-1"]);
    expect(await seriesNamed("Battery sage")).toMatchObject({
      levels: [{ level: 1, count: 20, holders: 1 }],
    });
  });

  it("adds levels, and renames all of them", async () => {
    await save("Bridge", { counts: [2, 3], names: { en: "Two tongues", fr: "Deux langues" } }, hour(1));
    expect(await seriesNamed("Two tongues")).toMatchObject({
      version: 2,
      levels: [
        { level: 1, count: 2 },
        { level: 2, count: 3 },
      ],
    });
    expect(await db().badge.findMany({ where: { series: "language" } })).toHaveLength(2);
  });

  it("lets the first of two who save at once win, and names him to the other", async () => {
    const { version } = await seriesNamed("Warm words");
    const results = await Promise.allSettled(
      [11, 12].map((count) => save("Warm words", { counts: [count], version }, hour(1))),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refusal = results.find((result) => result.status === "rejected");
    expect(refusal?.reason).toMatchObject({ code: "CHANGED_MEANWHILE", params: { name: "Hélène R." } });
  });

  it("knows no series and no topic of another brand", async () => {
    const other = await makeBrand();
    const stranger = await makeMember(other, { role: "manager" });
    await expect(save("Warm words", { counts: [1] }, hour(1), stranger)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const foreign = other.topics.battery.id;
    await expect(save("Battery sage", { topicId: foreign }, hour(1))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const input = { family: "topic" as const, counts: [1], topicId: foreign };
    await expect(previewSeries({ member: helene, input })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(previewSeries({ member: helene, input: { ...input, topicId: null } })).rejects.toMatchObject(
      {
        code: "INVALID_INPUT",
      },
    );
  });
});

describe("createSeries", () => {
  it("counts what happened before", async () => {
    const names = { en: "Brake sage", fr: "Sage des freins" };
    const input = { family: "thanks" as const, names, icon: "star", counts: [3, 9], topicId: null };
    await createSeries({ member: helene, input, now: hour(1) });
    await recompute();
    expect(await seriesNamed("Brake sage")).toMatchObject({
      levels: [
        { count: 3, holders: 1 },
        { count: 9, holders: 0 },
      ],
    });
    expect(heard.of(samir.id).at(-1)).toBe("badge.awarded");
  });
});

describe("removeSeries", () => {
  it("leaves what was earned, gives nothing more, and comes back by undo", async () => {
    const { id, version } = await seriesNamed("First answer");
    const { auditId } = await removeSeries({ member: helene, badgeId: id, version, now: hour(1) });
    expect(await seriesNamed("First answer")).toBeUndefined();
    await recompute();
    expect(await awardKeys()).toEqual(["welcome-1"]);
    const nadia = await makeMember(brand, { name: "Nadia B." });
    for (const { visitor, chat } of await makeRaters(1, brand, nadia)) await rate(visitor, chat, {}, hour(2));
    expect(await db().award.count({ where: { memberId: nadia.id } })).toBe(0);
    await undoAudit({ member: helene, auditId: auditId!, now: hour(3) });
    await recompute();
    expect(await db().award.count({ where: { memberId: nadia.id } })).toBe(1);
  });
});

describe("previewSeries", () => {
  it("says who would have it by the past, by name, and writes nothing", async () => {
    const nadia = await makeMember(brand, { name: "Nadia B." });
    const gone = await makeMember(brand, { name: "Gone", status: "left" });
    for (const member of [nadia, gone])
      for (const { visitor, chat } of await makeRaters(1, brand, member)) await rate(visitor, chat);
    const input = { family: "topic" as const, counts: [1, 3, 4], topicId: brand.topics.battery.id };
    const before = await db().award.count();
    expect(await previewSeries({ member: helene, input })).toEqual({
      reached: [2, 1, 0],
      people: [
        { id: nadia.id, name: "Nadia B.", level: 1 },
        { id: samir.id, name: "Samir H.", level: 2 },
      ],
    });
    expect(await db().award.count()).toBe(before);
  });
});

describe("withdrawAward", () => {
  const award = () => db().award.findFirstOrThrow({ where: { memberId: samir.id } });
  const withdraw = async (reason = "These were ours.") =>
    withdrawAward({ member: helene, awardId: (await award()).id, reason, now: hour(1) });

  it("is read by the member with its reason, is not given again, and comes back by undo", async () => {
    const { auditId } = await withdraw();
    await recompute();
    const shelf = await getShelf({ memberId: samir.id, brandId: brand.id });
    expect(shelf.earned).toEqual([]);
    expect(shelf.withdrawn).toMatchObject([{ badge: { key: "welcome-1" }, reason: "These were ours." }]);
    expect(shelf.open.map(({ badge }) => badge.key)).not.toContain("welcome-1");
    const { id } = await seriesNamed("First answer");
    expect(await listHolders({ member: helene, badgeId: id })).toMatchObject([
      { name: "Samir H.", level: 1, withdrawn: { reason: "These were ours." } },
    ]);
    await undoAudit({ member: helene, auditId, now: hour(2) });
    expect(await awardKeys()).toEqual(["welcome-1"]);
  });

  it("is not taken back by the one whose award it is", async () => {
    const { auditId } = await withdraw();
    await db().member.update({ where: { id: samir.id }, data: { role: "manager" } });
    const himself: MemberActor = { ...samir, role: "manager" };
    await expect(undoAudit({ member: himself, auditId, now: hour(2) })).rejects.toMatchObject({
      code: "OWN_MATTER",
    });
    expect(await awardKeys()).toEqual([]);
  });

  it("says who was first when it is given back twice, and who has taken it back again since", async () => {
    const ines = await makeMember(brand, { name: "Inès", role: "manager" });
    const { auditId } = await withdraw();
    const twice = await Promise.allSettled(
      [helene, ines].map((member) => undoAudit({ member, auditId, now: hour(2) })),
    );
    const refused = twice.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
    const first = await db().audit.findFirstOrThrow({ where: { action: "restored" } });
    const name = first.actorId === ines.id ? "Inès" : "Hélène R.";
    expect(refused).toMatchObject([{ code: "AWARD_GIVEN_BACK", params: { name } }]);
    await withdrawAward({ member: ines, awardId: (await award()).id, reason: "Again.", now: hour(3) });
    await expect(undoAudit({ member: helene, auditId, now: hour(4) })).rejects.toMatchObject({
      code: "AWARD_WITHDRAWN",
      params: { name: "Inès" },
    });
    expect(await awardKeys()).toEqual([]);
  });

  it("is done once, of two at once", async () => {
    const results = await Promise.allSettled([withdraw("One."), withdraw("Two.")]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "AWARD_WITHDRAWN" },
    });
    expect(await db().audit.count({ where: { action: "withdrawn" } })).toBe(1);
  });
});

describe("getShelf", () => {
  it("shows what speaks for a badge, and how far the next level of each series is", async () => {
    const shelf = await getShelf({ memberId: samir.id, brandId: brand.id });
    expect(shelf.earned).toMatchObject([
      {
        badge: { key: "welcome-1" },
        need: 1,
        evidence: [{ at: morning.toISOString(), from: "Marie", topic: { en: "Battery" } }],
      },
    ]);
    const progress = new Map(shelf.open.map(({ badge, have, need }) => [badge.key, `${have}/${need}`]));
    expect(progress.get("topic-battery-1")).toBe("3/5");
    expect(progress.get("thanks-1")).toBe("3/10");
    expect(progress.get("coach-1")).toBe("0/1");
    expect(progress.has("topic-battery-2")).toBe(false);
  });

  it("says of a visitor nothing by which one could reach him", async () => {
    await db().visitor.updateMany({ data: { firstName: "Marie 06 12 34 56 78" } });
    const shelf = await getShelf({ memberId: samir.id, brandId: brand.id });
    expect(shelf.earned[0]?.evidence[0]?.from).toContain("Marie");
    expect(JSON.stringify(shelf)).not.toContain("34 56");
  });
});
