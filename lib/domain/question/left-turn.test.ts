import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstHelperUntil, remindAt, timeLeft, turnStep, urgencyOf } from "./left-turn";

const since = new Date("2026-03-10T09:00:00Z");
const at = (hours: number) => new Date(since.getTime() + hours * 3_600_000);
const turn = { since, answerBy: at(24), forUntil: null, remindedAt: null };

describe("turnStep", () => {
  it("reminds an hour before the end, once, and judges after it", () => {
    expect(turnStep(turn, at(1))).toEqual({ remind: false, judge: false, dueAt: at(23) });
    expect(turnStep(turn, at(23))).toMatchObject({ remind: true, judge: false });
    const reminded = { ...turn, remindedAt: at(23) };
    expect(turnStep(reminded, at(24))).toEqual({
      remind: false,
      judge: false,
      dueAt: new Date(at(24).getTime() + 1),
    });
    expect(turnStep(reminded, new Date(at(24).getTime() + 1))).toEqual({
      remind: false,
      judge: true,
      dueAt: null,
    });
  });

  it("wakes when a reply becomes everybody's", () => {
    expect(turnStep({ ...turn, forUntil: at(12) }, at(1)).dueAt).toEqual(at(12));
    expect(turnStep({ ...turn, forUntil: at(12) }, at(12)).dueAt).toEqual(at(23));
  });

  it("always comes to its end, whatever the delay, with one reminder at most", () => {
    const minutes = fc.integer({ min: 1, max: 60 * 24 * 14 });
    fc.assert(
      fc.property(minutes, fc.boolean(), (long, isHis) => {
        const answerBy = new Date(since.getTime() + long * 60_000);
        const forUntil = isHis ? firstHelperUntil({ since, answerBy }) : null;
        let now = since;
        let remindedAt: Date | null = null;
        let reminders = 0;
        for (let i = 0; i < 6; i++) {
          const step = turnStep({ since, answerBy, forUntil, remindedAt }, now);
          if (step.remind) {
            reminders += 1;
            remindedAt = now;
          }
          if (step.dueAt === null) {
            expect(step.judge).toBe(true);
            expect(now.getTime()).toBeGreaterThan(answerBy.getTime());
            break;
          }
          expect(step.dueAt.getTime()).toBeGreaterThan(now.getTime());
          now = step.dueAt;
        }
        expect(now.getTime()).toBe(answerBy.getTime() + 1);
        expect(reminders).toBe(1);
      }),
    );
  });
});

describe("remindAt", () => {
  it("is at half of a short delay", () => {
    expect(remindAt({ since, answerBy: at(1) })).toEqual(at(0.5));
    expect(remindAt({ since, answerBy: at(24) })).toEqual(at(23));
  });
});

describe("what a desk says of a delay", () => {
  it("is near in its last two hours, and over afterwards", () => {
    const answerBy = at(24).getTime();
    expect(urgencyOf({ answerBy, now: at(21).getTime() })).toBe("far");
    expect(urgencyOf({ answerBy, now: at(22).getTime() })).toBe("near");
    expect(urgencyOf({ answerBy, now: answerBy })).toBe("over");
  });

  it("counts in a unit that says enough", () => {
    const answerBy = at(72).getTime();
    expect(timeLeft({ answerBy, now: at(0).getTime() })).toEqual({ unit: "days", count: 3 });
    expect(timeLeft({ answerBy, now: at(49).getTime() })).toEqual({ unit: "hours", count: 23 });
    expect(timeLeft({ answerBy, now: at(71).getTime() })).toEqual({ unit: "minutes", count: 60 });
    expect(timeLeft({ answerBy, now: at(75).getTime() })).toEqual({ unit: "hours", count: 3 });
  });
});
