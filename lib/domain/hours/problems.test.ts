import { describe, expect, it } from "vitest";
import type { Hours, OpenRange } from "./hours";
import { hoursProblems } from "./problems";
import { brandHours, Hours as HoursInput } from "./schema";

const week = (...ranges: OpenRange[]): Hours => ({ owner: Array.from({ length: 7 }, () => ranges) });
const range = (from: string, to: string) => ({ from, to });
const only = (hours: Hours) => [...new Set(hoursProblems(hours).map(({ problem }) => problem))];

describe("a week", () => {
  it("may have several ranges a day, past midnight too, and whole days", () => {
    expect(hoursProblems(week(range("09:00", "12:00"), range("12:00", "18:00")))).toEqual([]);
    expect(hoursProblems(week(range("08:00", "12:00"), range("22:00", "02:00")))).toEqual([]);
    expect(hoursProblems(week(range("00:00", "00:00")))).toEqual([]);
    expect(hoursProblems(week())).toEqual([]);
  });

  it("has no range that ends when it begins, but for the whole day", () => {
    expect(only(week(range("09:00", "09:00")))).toEqual(["same"]);
  });

  it("has no ranges that share time, on a day or over midnight", () => {
    expect(only(week(range("14:00", "18:00"), range("09:00", "14:30")))).toEqual(["overlap"]);
    expect(only(week(range("22:00", "09:00"), range("08:30", "12:00")))).toEqual(["overlap"]);
    const sunday: Hours = {
      owner: Array.from({ length: 7 }, (_, day) =>
        day === 6 ? [range("20:00", "03:00")] : day === 0 ? [range("02:00", "10:00")] : [],
      ),
    };
    expect(hoursProblems(sunday)).toEqual([{ path: "owner.0", problem: "overlap" }]);
  });
});

describe("exceptions", () => {
  const closed = { who: "all", ranges: [] } as const;

  it("run forwards", () => {
    const days = (from: string, to: string, yearly?: boolean) =>
      hoursProblems({ exceptions: [{ ...closed, from, to, yearly }] });
    expect(days("2026-12-24", "2027-01-02")).toEqual([]);
    expect(days("2026-12-24", "2027-01-02", true)).toEqual([]);
    expect(days("2026-12-24", "2026-12-23")).toEqual([{ path: "exceptions.0", problem: "backwards" }]);
    expect(days("2026-01-01", "2027-01-01", true)).toEqual([{ path: "exceptions.0", problem: "backwards" }]);
  });

  it("say one thing of a day for the same people", () => {
    const first = { ...closed, from: "2026-12-24", to: "2026-12-28" };
    const twice = (other: object) =>
      hoursProblems({ exceptions: [first, { ...closed, from: "2026-12-26", ...other }] });
    expect(twice({})).toEqual([{ path: "exceptions.1", problem: "twice" }]);
    expect(twice({ from: "2026-12-20", to: "2026-12-31" })).toEqual([
      { path: "exceptions.1", problem: "twice" },
    ]);
    expect(twice({ yearly: true })).toEqual([]);
    expect(twice({ who: "staff" })).toEqual([]);
    expect(twice({ from: "2026-12-29" })).toEqual([]);
  });
});

describe("what comes in", () => {
  it("is refused by where it is wrong", () => {
    const refused = HoursInput.safeParse(week(range("09:00", "12:00"), range("11:00", "13:00")));
    expect(refused.error?.issues[0]?.path).toEqual(["owner", "0"]);
    expect(HoursInput.safeParse(week(range("9:00", "12:00"))).success).toBe(false);
    expect(HoursInput.safeParse(week(range("09:00", "24:00"))).success).toBe(false);
    expect(HoursInput.safeParse({ owner: [[]] }).success).toBe(false);
    expect(
      HoursInput.safeParse({ exceptions: [{ from: "2026-02-30", who: "all", ranges: [] }] }).success,
    ).toBe(false);
  });

  it("may hold sixty exceptions, and nothing at all", () => {
    const exceptions = Array.from({ length: 60 }, (_, day) => ({
      from: new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
      who: "all" as const,
      ranges: [],
    }));
    expect(brandHours({ exceptions }).exceptions).toHaveLength(60);
    expect(brandHours({})).toEqual({});
  });
});
