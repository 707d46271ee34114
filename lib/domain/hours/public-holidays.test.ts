import { describe, expect, it } from "vitest";
import { weekdayOf } from "./hours";
import { hoursProblems } from "./problems";
import { easterSunday, publicHolidaysOfFrance } from "./public-holidays";

describe("easterSunday", () => {
  it.each([
    [1961, "1961-04-02"],
    [2000, "2000-04-23"],
    [2008, "2008-03-23"],
    [2024, "2024-03-31"],
    [2025, "2025-04-20"],
    [2026, "2026-04-05"],
    [2038, "2038-04-25"],
    [2285, "2285-03-22"],
  ])("of %i is %s", (year, day) => expect(easterSunday(year)).toBe(day));

  it("is a Sunday between 22 March and 25 April", () => {
    for (let year = 1900; year < 2300; year += 1) {
      const day = easterSunday(year);
      expect(weekdayOf(day)).toBe(6);
      expect(day.slice(5) >= "03-22" && day.slice(5) <= "04-25").toBe(true);
    }
  });
});

describe("publicHolidaysOfFrance", () => {
  const found = publicHolidaysOfFrance("2026-05-20", (holiday) => holiday);

  it("are eight of every year, and the movable ones to come", () => {
    expect(found.filter(({ yearly }) => yearly)).toHaveLength(8);
    expect(found.filter(({ yearly }) => !yearly).map(({ from, name }) => [from, name])).toEqual([
      ["2026-05-25", "whitMonday"],
      ["2027-03-29", "easterMonday"],
      ["2027-05-06", "ascension"],
      ["2027-05-17", "whitMonday"],
    ]);
  });

  it("can be saved together", () => expect(hoursProblems({ exceptions: found })).toEqual([]));
});
