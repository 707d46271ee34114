import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { log } from "@/lib/server/log";
import { refreshAvailability } from "@/lib/server/presence/refresh-availability";
import { resetDatabase } from "@/lib/server/testing/database";
import { askAbout, makePresent, ringing, untrueLoads } from "@/lib/server/testing/flow";
import { hearEvents } from "@/lib/server/testing/heard";
import {
  makeBrand,
  makeChat,
  makeQuestion,
  makeVisitor,
  morning,
  type TestBrand,
} from "@/lib/server/testing/world";
import { runDue } from "./run-due";
import { watchQueue } from "./watch-queue";

let brand: TestBrand;
const said = vi.spyOn(log, "error");
beforeEach(async () => {
  await resetDatabase();
  hearEvents();
  brand = await makeBrand();
  // Pages that were told nothing yet would have the clock look at every question.
  await refreshAvailability({ brandId: brand.id, now: morning });
  said.mockReset().mockReturnValue();
});
afterEach(() => {
  said.mockReset();
});

const at = (seconds: number) => later(morning, seconds);
const watch = (now: Date) => watchQueue({ now });
const waits = async (wakeAt: Date | null = at(60)) =>
  makeQuestion(brand, await makeVisitor(brand), { state: "calling", wave: 3, position: 1, wakeAt });
const stored = (id: string) => db().question.findUniqueOrThrow({ where: { id } });
const memberOf = (id: string) => db().member.findUniqueOrThrow({ where: { id } });

describe("a question that waits while somebody could take it", () => {
  it("is an error at the second look, and due again", async () => {
    const samir = await makePresent(brand);
    const question = await waits();
    await watch(at(0));
    expect(said).not.toHaveBeenCalled();
    expect(await stored(question.id)).toMatchObject({ wakeAt: at(60) });

    await watch(at(5));
    expect(said.mock.calls).toEqual([
      [
        { brandId: brand.id, stuck: [{ questionId: question.id, memberIds: [samir.id] }] },
        "questions wait while somebody could take them",
      ],
    ]);
    expect(await stored(question.id)).toMatchObject({ wakeAt: at(5) });
    await runDue({ now: at(5) });
    expect(await ringing(question.id)).toEqual([samir.id]);
    await watch(at(10));
    await watch(at(15));
    expect(said).toHaveBeenCalledTimes(1);
  });

  it("is one, too, when nothing was ever going to look at it", async () => {
    await makePresent(brand);
    const question = await waits(null);
    await watch(at(0));
    await watch(at(5));
    expect(said).toHaveBeenCalledTimes(1);
    expect(await stored(question.id)).toMatchObject({ wakeAt: at(5) });
  });

  it("is none if it came right by itself before the second look", async () => {
    const samir = await makePresent(brand);
    await waits();
    await watch(at(0));
    await db().member.update({ where: { id: samir.id }, data: { isOpen: false } });
    await watch(at(5));
    await db().member.update({ where: { id: samir.id }, data: { isOpen: true } });
    await watch(at(10));
    expect(said).not.toHaveBeenCalled();
  });
});

describe("a load that is not what its member carries", () => {
  it("is an error at the second look, and put right; who waits for the place gets it", async () => {
    const samir = await makePresent(brand, { capacity: 2, load: 2 });
    const question = await waits();
    await watch(at(0));
    expect(said).not.toHaveBeenCalled();
    expect(await memberOf(samir.id)).toMatchObject({ load: 2 });

    await watch(at(5));
    expect(said.mock.calls).toEqual([
      [
        { brandId: brand.id, memberId: samir.id, load: 2, carried: 0 },
        "a member's load is not what he carries",
      ],
    ]);
    expect(await untrueLoads()).toEqual([]);
    await runDue({ now: at(5) });
    expect(await ringing(question.id)).toEqual([samir.id]);
    await watch(at(10));
    await watch(at(15));
    expect(said).toHaveBeenCalledTimes(1);
  });

  it("is put right where it is too low, too, with places for all that he carries", async () => {
    const samir = await makePresent(brand, { capacity: 2 });
    for (let i = 0; i < 2; i++) await makeChat(brand, await makeVisitor(brand), samir);
    await db().member.update({ where: { id: samir.id }, data: { load: 0, capacity: 1 } });
    await watch(at(0));
    await watch(at(5));
    expect(said).toHaveBeenCalledTimes(1);
    expect(await memberOf(samir.id)).toMatchObject({ load: 2, capacity: 2 });
  });

  it("is none if it is another one at the second look", async () => {
    const samir = await makePresent(brand, { capacity: 3, load: 2 });
    await watch(at(0));
    await db().member.update({ where: { id: samir.id }, data: { load: 1 } });
    await watch(at(5));
    expect(said).not.toHaveBeenCalled();
    await watch(at(10));
    expect(said).toHaveBeenCalledTimes(1);
  });
});

describe("a brand where all is well", () => {
  it("has no errors: somebody talks, somebody is asked, and who waits can have nobody", async () => {
    const samir = await makePresent(brand);
    await makeChat(brand, await makeVisitor(brand), samir);
    await makePresent(brand, { name: "Nadia B." });
    const asked = await askAbout(brand, at(0));
    const waiting = await askAbout(brand, at(0));
    expect([asked.question.state, waiting.question.state]).toEqual(["offering", "calling"]);
    for (let i = 0; i < 3; i++) await watch(at(i / 2));
    expect(said).not.toHaveBeenCalled();
  });
});
