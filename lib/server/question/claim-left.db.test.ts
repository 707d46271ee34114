import { beforeEach, describe, expect, it, vi } from "vitest";
import type { MemberActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { getDeskState } from "@/lib/server/desk/get-desk-state";
import { resetDatabase } from "@/lib/server/testing/database";
import { makePresent } from "@/lib/server/testing/flow";
import { hearEvents } from "@/lib/server/testing/heard";
import { makeLeft } from "@/lib/server/testing/left";
import { makeBrand, makeMember, makeVisitor, morning, type TestBrand } from "@/lib/server/testing/world";
import { answerLeftQuestion } from "./answer-left-question";
import { claimLeft } from "./claim-left";
import { releaseLeft } from "./release-left";

vi.setConfig({ testTimeout: 30_000 });

let brand: TestBrand;
let heard: ReturnType<typeof hearEvents>;
let julien: MemberActor;
beforeEach(async () => {
  await resetDatabase();
  heard = hearEvents();
  brand = await makeBrand();
  julien = await makeMember(brand, { name: "Julien", role: "agent", isOpen: false });
});

/** Knows batteries; neither open nor at his screen, unless told otherwise. */
const makeExpert = (data: Parameters<typeof makePresent>[1] = {}) =>
  makePresent(brand, { name: "Samir H.", isOpen: false, seenUntil: later(morning, -60), ...data });
const queueOf = async (member: MemberActor, now = morning) =>
  (await getDeskState({ member, now })).left.map(({ id }) => id);
const answer = (member: MemberActor, questionId: string, now = morning) =>
  answerLeftQuestion({ member, questionId, clientId: `answer-${member.id.slice(0, 8)}`, body: "Yes.", now });

describe("the queue of left questions", () => {
  it("shows an expert what he speaks and knows, paused or not, and staff all of it, oldest due first", async () => {
    const samir = await makeExpert({ languages: ["en"] });
    const visitor = await makeVisitor(brand);
    const known = await makeLeft(brand, visitor);
    const general = await makeLeft(brand, visitor, { topicId: null, answerBy: later(morning, 3600) });
    const others = [
      await makeLeft(brand, visitor, { topicId: brand.topics.brakes.id }),
      await makeLeft(brand, visitor, { language: "fr" }),
      await makeLeft(brand, visitor, { audience: "staff" }),
    ];
    expect(await queueOf(samir)).toEqual([general.id, known.id]);
    expect((await queueOf(julien))[0]).toBe(general.id);
    expect((await queueOf(julien)).sort()).toEqual([general, known, ...others].map(({ id }) => id).sort());
    for (const { id: questionId } of others) {
      await expect(claimLeft({ member: samir, questionId, now: morning })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
      await expect(answer(samir, questionId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });

  it("keeps what leads to a person from experts, and those apart whom a report has parted", async () => {
    const samir = await makeExpert();
    const ingrid = await makeExpert({ name: "Ingrid" });
    const visitor = await makeVisitor(brand, { firstName: "Call 0612345678" });
    const { id: questionId } = await makeLeft(brand, visitor, { text: "Write to marie@example.com" });
    const [seen] = (await getDeskState({ member: samir, now: morning })).left;
    expect(JSON.stringify(seen)).not.toMatch(/0612345678|marie@example/);
    const [full] = (await getDeskState({ member: julien, now: morning })).left;
    expect(full?.text).toBe("Write to marie@example.com");
    const chat = await db().chat.create({
      data: { brandId: brand.id, questionId, visitorId: visitor.id, startedAt: morning, state: "ended" },
    });
    const report = { brandId: brand.id, chatId: chat.id, reason: "insult", flaggedAt: morning };
    await db().flag.create({ data: { ...report, reporterId: visitor.id, memberId: samir.id } });
    await db().flag.create({ data: { ...report, reporterId: ingrid.id, visitorId: visitor.id } });
    for (const member of [samir, ingrid]) {
      expect(await queueOf(member)).toEqual([]);
      await expect(answer(member, questionId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    await db().flag.updateMany({ data: { outcome: "dismissed" } });
    expect(await queueOf(samir)).toEqual([questionId]);
  });

  it("holds nothing of who is banned, for as long as he is", async () => {
    const visitor = await makeVisitor(brand);
    const { id: questionId } = await makeLeft(brand, visitor);
    await db().ban.create({
      data: {
        brandId: brand.id,
        visitorId: visitor.id,
        until: later(morning, 3600),
        reason: "spam",
        createdAt: morning,
      },
    });
    expect(await queueOf(julien)).toEqual([]);
    await expect(answer(julien, questionId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await queueOf(julien, later(morning, 3601))).toEqual([questionId]);
  });

  it("is another brand's to nobody", async () => {
    const stranger = await makeMember(await makeBrand(), { role: "manager" });
    const { id: questionId } = await makeLeft(brand, await makeVisitor(brand));
    expect(await queueOf(stranger)).toEqual([]);
    await expect(claimLeft({ member: stranger, questionId, now: morning })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await claimLeft({ member: julien, questionId, now: morning });
    await expect(releaseLeft({ member: stranger, questionId, now: morning })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const [seen] = (await getDeskState({ member: julien, now: morning })).left;
    expect(seen?.claim).toMatchObject({ name: "Julien", isMine: true });
  });
});

describe("claimLeft", () => {
  it("gives it to one of many who begin at once, and nobody answers twice", async () => {
    const { id: questionId } = await makeLeft(brand, await makeVisitor(brand));
    const members = [julien];
    for (const name of ["Samir", "Ingrid", "Nadia", "Omar"]) members.push(await makeExpert({ name }));
    const claims = await Promise.allSettled(
      members.map((member) => claimLeft({ member, questionId, now: morning })),
    );
    const won = members.filter((_, i) => claims[i]?.status === "fulfilled");
    expect(won).toHaveLength(1);
    for (const claim of claims) {
      if (claim.status === "rejected")
        expect(claim.reason).toMatchObject({ code: "LEFT_CLAIMED", params: { by: won[0]?.displayName } });
    }
    const answers = await Promise.allSettled(members.map((member) => answer(member, questionId)));
    expect(answers.map(({ status }) => status === "fulfilled")).toEqual(
      members.map((member) => member === won[0]),
    );
    expect(await db().message.count({ where: { author: "member" } })).toBe(1);
  });

  it("lets one answer when nobody has begun and all send at once", async () => {
    const { id: questionId } = await makeLeft(brand, await makeVisitor(brand));
    const members = [julien, await makeExpert(), await makeExpert({ name: "Ingrid" })];
    const answers = await Promise.allSettled(members.map((member) => answer(member, questionId)));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const each of answers) {
      if (each.status === "rejected") expect(each.reason).toMatchObject({ code: "ANSWER_EXISTS" });
    }
    expect(await db().message.count({ where: { author: "member" } })).toBe(1);
    expect(await db().segment.count()).toBe(1);
  });

  it("lapses after a quarter of an hour, is renewed by its writer, and ends by one tap", async () => {
    const samir = await makeExpert();
    const { id: questionId } = await makeLeft(brand, await makeVisitor(brand));
    const claim = (member: MemberActor, minutes: number) =>
      claimLeft({ member, questionId, now: later(morning, minutes * 60) });
    await claim(samir, 0);
    const { until } = await claim(samir, 10);
    expect(until).toBe(later(morning, 25 * 60).toISOString());
    await expect(claim(julien, 24)).rejects.toMatchObject({ code: "LEFT_CLAIMED" });
    const seen = async (minutes: number) =>
      (await getDeskState({ member: julien, now: later(morning, minutes * 60) })).left[0]?.claim;
    expect(await seen(24)).toMatchObject({ name: "Samir H.", isMine: false });
    expect(await seen(25)).toBeNull();
    await claim(julien, 25);
    await expect(answer(samir, questionId, later(morning, 26 * 60))).rejects.toMatchObject({
      code: "LEFT_CLAIMED",
      params: { by: "Julien" },
    });
    await releaseLeft({ member: julien, questionId, now: later(morning, 27 * 60) });
    await answer(samir, questionId, later(morning, 28 * 60));
    await expect(claim(julien, 29)).rejects.toMatchObject({ code: "QUESTION_CLOSED" });
  });

  it("tells the others who may answer, once, and not for more time", async () => {
    const samir = await makeExpert({ seenUntil: later(morning, 3600) });
    const brakes = await makeMember(brand, { name: "Brakes alone" });
    await db().lease.create({
      data: { memberId: brakes.id, screenId: "screen-one", expiresAt: later(morning, 3600) },
    });
    const { id: questionId } = await makeLeft(brand, await makeVisitor(brand));
    await claimLeft({ member: julien, questionId, now: morning });
    await claimLeft({ member: julien, questionId, now: later(morning, 60) });
    expect(heard.of(samir.id)).toEqual(["sync"]);
    expect(heard.of(brakes.id)).toEqual([]);
    expect(heard.of(brand.id)).toEqual(["board.changed"]);
  });
});
