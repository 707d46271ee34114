import { beforeEach, describe, expect, it, vi } from "vitest";
import type { MemberActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { runDue } from "@/lib/server/routing/run-due";
import { resetDatabase } from "@/lib/server/testing/database";
import { hearEvents } from "@/lib/server/testing/heard";
import { makeLeft } from "@/lib/server/testing/left";
import { mailsInQueue } from "@/lib/server/testing/mails";
import { makeBrand, makeMember, makeVisitor, morning, type TestBrand } from "@/lib/server/testing/world";
import { answerLeftQuestion } from "./answer-left-question";
import { leftFigures } from "./left-figures";
import { replyToAnswer } from "./reply-to-answer";
import { runLeftDue } from "./run-left-due";
import { settleQuestion } from "./settle-question";

vi.setConfig({ testTimeout: 30_000 });

const hour = (hours: number) => later(morning, hours * 3600);
let brand: TestBrand;
let julien: MemberActor;
let heard: ReturnType<typeof hearEvents>;
beforeEach(async () => {
  await resetDatabase();
  heard = hearEvents();
  brand = await makeBrand();
  julien = await makeMember(brand, { name: "Julien", role: "agent", isOpen: false });
});

const answer = (questionId: string, now: Date) =>
  answerLeftQuestion({ member: julien, questionId, clientId: `answer-${now.getTime()}`, body: "Yes.", now });
const reminders = async () =>
  (await mailsInQueue()).filter(({ template }) => template === "left-reminder").map(({ to }) => to);
const keptOf = async (id: string) => (await db().question.findUniqueOrThrow({ where: { id } })).leftKept;
const figures = () =>
  leftFigures({ brandId: brand.id, timeZone: "Europe/Paris", from: hour(-720), to: hour(720) });

describe("a stated delay", () => {
  it("is broken by the clock when it passes without an answer, and a late answer does not mend it", async () => {
    const { id } = await makeLeft(brand, await makeVisitor(brand));
    await runDue({ now: hour(24) });
    expect(await keptOf(id)).toBeNull();
    heard.forget();
    await runDue({ now: later(hour(24), 1) });
    expect(await keptOf(id)).toBe(false);
    expect(heard.of(brand.id)).toContain("board.changed");
    await answer(id, hour(25));
    expect(await keptOf(id)).toBe(false);
    expect(await figures()).toEqual([{ week: "2026-03-09", stated: 1, kept: 0, broken: 1, open: 0 }]);
  });

  it("is reminded of once, an hour before its end, to the staff who want to know", async () => {
    await makeMember(brand, { name: "Quiet", role: "manager", notifications: { leftMail: false } });
    await makeMember(brand, { name: "Nadia" });
    const visitor = await makeVisitor(brand);
    await makeLeft(brand, visitor);
    const answered = await makeLeft(brand, visitor);
    await answer(answered.id, hour(1));
    await runDue({ now: hour(22) });
    expect(await reminders()).toEqual([]);
    const { email } = await db().user.findUniqueOrThrow({ where: { id: julien.userId } });
    await Promise.all([runDue({ now: hour(23) }), runDue({ now: hour(23) })]);
    await runDue({ now: hour(23.5) });
    expect(await reminders()).toEqual([email]);
  });

  it("is not broken by who took the question back, and a broken one stays so", async () => {
    const visitor = await makeVisitor(brand);
    const [early, late] = [await makeLeft(brand, visitor), await makeLeft(brand, visitor)];
    await settleQuestion({ party: { token: early.token }, now: hour(1) });
    await runDue({ now: hour(25) });
    await settleQuestion({ party: { token: late.token }, now: hour(26) });
    expect(await figures()).toEqual([{ week: "2026-03-09", stated: 1, kept: 0, broken: 1, open: 0 }]);
  });

  it("is not broken of who is banned", async () => {
    const visitor = await makeVisitor(brand);
    const { id } = await makeLeft(brand, visitor);
    await db().ban.create({
      data: { brandId: brand.id, visitorId: visitor.id, until: hour(48), reason: "spam", createdAt: morning },
    });
    await runDue({ now: hour(25) });
    expect(await keptOf(id)).toBeNull();
  });

  it("of a reply is judged for itself, in the week in which it was stated", async () => {
    const { id, token } = await makeLeft(brand, await makeVisitor(brand));
    await answer(id, hour(1));
    const nextWeek = hour(7 * 24);
    await replyToAnswer({
      party: { token },
      input: { clientId: "reply-later", body: "And?", live: false },
      now: nextWeek,
    });
    await runDue({ now: later(nextWeek, 3 * 24 * 3600) });
    expect(await keptOf(id)).toBe(true);
    expect(await figures()).toEqual([
      { week: "2026-03-09", stated: 1, kept: 1, broken: 0, open: 0 },
      { week: "2026-03-16", stated: 1, kept: 0, broken: 1, open: 0 },
    ]);
    expect(await leftFigures({ brandId: "other", timeZone: "UTC", from: hour(-1), to: hour(1) })).toEqual([]);
  });

  it("tells everybody who fits when a reply is no longer one person's", async () => {
    const { id, token } = await makeLeft(brand, await makeVisitor(brand));
    await answer(id, hour(1));
    await replyToAnswer({
      party: { token },
      input: { clientId: "reply-soon", body: "And?", live: false },
      now: hour(2),
    });
    heard.forget();
    await runLeftDue({ now: hour(12) });
    expect(heard.events).toEqual([]);
    await runLeftDue({ now: hour(13) });
    expect(heard.of(brand.id)).toEqual(["board.changed"]);
  });
});
