import { describe, expect, it } from "vitest";
import { addDays, type Hours, type OpenRange, rangesOn, wholeDay } from "./hours";
import { isOpenAt, nextChange, nextChangeOf, nextOpening } from "./open";

const minuteMs = 60_000;
const at = (iso: string) => new Date(iso);
const days = (ranges: readonly OpenRange[]) => Array.from({ length: 7 }, () => ranges);
const daily = (from: string, to: string): Hours => ({ owner: days([{ from, to }]) });

/** The minutes at which owners open and close between two instants, found by asking minute after minute. */
function changes(hours: Hours, from: string, to: string, timeZone: string): string[] {
  const found: string[] = [];
  let isOpen = isOpenAt(hours, "owner", at(from), timeZone);
  for (let time = at(from).getTime(); time <= at(to).getTime(); time += minuteMs) {
    const now = isOpenAt(hours, "owner", new Date(time), timeZone);
    if (now === isOpen) continue;
    const iso = new Date(time).toISOString();
    found.push(`${now ? "opens" : "closes"} ${iso.slice(5, 10)} ${iso.slice(11, 16)}`);
    isOpen = now;
  }
  return found;
}

describe("an ordinary week", () => {
  const office: Hours = {
    staff: [
      ...Array.from({ length: 5 }, () => [
        { from: "09:00", to: "12:30" },
        { from: "14:00", to: "18:00" },
      ]),
      [],
      [],
    ],
  };

  it("is open within its ranges, by the brand's clocks", () => {
    const open = (iso: string) => isOpenAt(office, "staff", at(iso), "Europe/Paris");
    // A Tuesday in winter: Paris is an hour ahead.
    expect(open("2026-03-10T07:59:59Z")).toBe(false);
    expect(open("2026-03-10T08:00:00Z")).toBe(true);
    expect(open("2026-03-10T11:29:59Z")).toBe(true);
    expect(open("2026-03-10T11:30:00Z")).toBe(false);
    expect(open("2026-03-10T13:00:00Z")).toBe(true);
    expect(open("2026-03-10T17:00:00Z")).toBe(false);
    expect(open("2026-03-14T10:00:00Z")).toBe(false);
  });

  it("says when it changes, over the weekend and the change of clocks too", () => {
    const next = (iso: string) => nextChangeOf(office, "staff", at(iso), "Europe/Paris")?.toISOString();
    expect(next("2026-03-10T10:00:00Z")).toBe("2026-03-10T11:30:00.000Z");
    expect(next("2026-03-10T11:30:00Z")).toBe("2026-03-10T13:00:00.000Z");
    expect(next("2026-03-27T18:00:00Z")).toBe("2026-03-30T07:00:00.000Z");
  });

  it("leaves the other kind always open", () => {
    expect(isOpenAt(office, "owner", at("2026-03-14T02:00:00Z"), "Europe/Paris")).toBe(true);
    expect(nextChangeOf(office, "owner", at("2026-03-14T02:00:00Z"), "Europe/Paris")).toBeNull();
    expect(nextChange(office, at("2026-03-10T10:00:00Z"), "Europe/Paris")).toEqual(
      at("2026-03-10T11:30:00Z"),
    );
  });
});

describe("no hours at all", () => {
  it("is always open, and never changes", () => {
    expect(isOpenAt({}, "owner", at("2026-12-25T03:00:00Z"), "Europe/Paris")).toBe(true);
    expect(nextChange({}, at("2026-12-25T03:00:00Z"), "Europe/Paris")).toBeNull();
    expect(nextOpening({}, "staff", at("2026-12-25T03:00:00Z"), "Europe/Paris")).toEqual(
      at("2026-12-25T03:00:00Z"),
    );
  });

  it("is never open where no day has a range", () => {
    const never: Hours = { staff: days([]) };
    expect(isOpenAt(never, "staff", at("2026-03-10T10:00:00Z"), "Europe/Paris")).toBe(false);
    expect(nextOpening(never, "staff", at("2026-03-10T10:00:00Z"), "Europe/Paris")).toBeNull();
  });

  it("does not change at midnight between days that are open as a whole", () => {
    expect(nextChange(daily("00:00", "00:00"), at("2026-03-10T10:00:00Z"), "Europe/Paris")).toBeNull();
  });
});

describe("ranges past midnight", () => {
  it("belong to the day on which they begin", () => {
    const fridays: Hours = {
      owner: days([]).map((_, day) => (day === 4 ? [{ from: "20:00", to: "02:00" }] : [])),
    };
    expect(changes(fridays, "2026-03-09T00:00:00Z", "2026-03-16T00:00:00Z", "UTC")).toEqual([
      "opens 03-13 20:00",
      "closes 03-14 02:00",
    ]);
  });

  it("join the next day's where they meet", () => {
    const hours: Hours = {
      owner: days([
        { from: "18:00", to: "06:00" },
        { from: "06:00", to: "12:00" },
      ]),
    };
    expect(changes(hours, "2026-03-09T13:00:00Z", "2026-03-10T13:00:00Z", "UTC")).toEqual([
      "opens 03-09 18:00",
      "closes 03-10 12:00",
    ]);
  });
});

describe("exceptions", () => {
  const week = days([{ from: "09:00", to: "18:00" }]);
  const christmas = { from: "2020-12-25", yearly: true, who: "all", ranges: [] } as const;

  it("close a day, every year if they are of every year", () => {
    const hours: Hours = { owner: week, exceptions: [christmas] };
    for (const year of [2026, 2027, 2031])
      expect(isOpenAt(hours, "owner", at(`${year}-12-25T12:00:00Z`), "UTC")).toBe(false);
    expect(nextOpening(hours, "owner", at("2026-12-24T18:00:00Z"), "UTC")).toEqual(
      at("2026-12-26T09:00:00Z"),
    );
  });

  it("open a day that is closed otherwise", () => {
    const hours: Hours = {
      owner: days([]),
      exceptions: [{ from: "2026-11-27", who: "owner", ranges: [{ from: "08:00", to: "22:00" }] }],
    };
    expect(changes(hours, "2026-11-26T00:00:00Z", "2026-11-29T00:00:00Z", "UTC")).toEqual([
      "opens 11-27 08:00",
      "closes 11-27 22:00",
    ]);
  });

  it("close who is always open, for some days over New Year", () => {
    const hours: Hours = {
      exceptions: [{ from: "2026-12-31", to: "2027-01-02", yearly: true, who: "staff", ranges: [] }],
    };
    expect(nextChange(hours, at("2026-05-01T00:00:00Z"), "UTC")).toEqual(at("2026-12-31T00:00:00Z"));
    expect(nextOpening(hours, "staff", at("2028-01-01T00:00:00Z"), "UTC")).toEqual(
      at("2028-01-03T00:00:00Z"),
    );
    expect(isOpenAt(hours, "owner", at("2028-01-01T00:00:00Z"), "UTC")).toBe(true);
  });

  it("hold by exactness: this year's before every year's, one kind's before both kinds'", () => {
    const open = { from: "09:00", to: "10:00" };
    const hours: Hours = {
      exceptions: [
        { from: "2026-12-25", who: "owner", ranges: [open] },
        { from: "2026-12-25", who: "all", ranges: [] },
        christmas,
      ],
    };
    expect(rangesOn(hours, "owner", "2026-12-25")).toEqual([open]);
    expect(rangesOn(hours, "staff", "2026-12-25")).toEqual([]);
    expect(rangesOn(hours, "owner", "2027-12-25")).toEqual([]);
  });

  it("are found years ahead, on a 29 February", () => {
    const hours: Hours = { exceptions: [{ from: "2024-02-29", yearly: true, who: "all", ranges: [] }] };
    expect(nextChange(hours, at("2096-03-01T00:00:00Z"), "UTC")).toEqual(at("2104-02-29T00:00:00Z"));
  });

  it("are quick to find, sixty of them and none that changes anything", () => {
    const exceptions = Array.from({ length: 60 }, (_, count) => ({
      from: addDays("2026-01-01", count * 3),
      yearly: true,
      who: "all" as const,
      ranges: [wholeDay],
    }));
    expect(nextChange({ exceptions }, at("2026-03-01T00:00:00Z"), "UTC")).toBeNull();
  });
});

describe("changing clocks", () => {
  it("open at the change when it passes over the beginning (Paris, 29 March 2026)", () => {
    const night = ["2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z", "Europe/Paris"] as const;
    expect(changes(daily("02:30", "05:00"), ...night)).toEqual(["opens 03-29 01:00", "closes 03-29 03:00"]);
    expect(changes(daily("01:00", "02:30"), ...night)).toEqual(["opens 03-29 00:00", "closes 03-29 01:00"]);
    expect(changes(daily("02:10", "02:50"), ...night)).toEqual([]);
  });

  it("open and close once when an hour comes twice (Paris, 25 October 2026)", () => {
    const night = ["2026-10-24T12:00:00Z", "2026-10-25T12:00:00Z", "Europe/Paris"] as const;
    expect(changes(daily("02:30", "05:00"), ...night)).toEqual(["opens 10-25 00:30", "closes 10-25 04:00"]);
    expect(changes(daily("01:00", "02:30"), ...night)).toEqual(["opens 10-24 23:00", "closes 10-25 00:30"]);
  });

  it("of half an hour (Lord Howe, 4 October and 5 April 2026)", () => {
    const spring = ["2026-10-03T12:00:00Z", "2026-10-04T00:00:00Z", "Australia/Lord_Howe"] as const;
    expect(changes(daily("02:15", "04:00"), ...spring)).toEqual(["opens 10-03 15:30", "closes 10-03 17:00"]);
    const autumn = ["2026-04-04T12:00:00Z", "2026-04-05T00:00:00Z", "Australia/Lord_Howe"] as const;
    expect(changes(daily("01:45", "04:00"), ...autumn)).toEqual(["opens 04-04 14:45", "closes 04-04 17:30"]);
  });

  it("at midnight (Santiago, 6 September and 4 April 2026; Beirut, 29 March and 24 October 2026)", () => {
    const whole = daily("00:00", "00:00");
    const noon = ["2026-09-05T16:00:00Z", "2026-09-07T16:00:00Z", "America/Santiago"] as const;
    expect(changes(whole, ...noon)).toEqual([]);
    expect(changes(daily("00:30", "02:00"), ...noon)).toEqual([
      "opens 09-06 04:00",
      "closes 09-06 05:00",
      "opens 09-07 03:30",
      "closes 09-07 05:00",
    ]);
    const back = ["2026-04-04T16:00:00Z", "2026-04-05T16:00:00Z", "America/Santiago"] as const;
    expect(changes(whole, ...back)).toEqual([]);
    expect(changes(daily("22:00", "00:00"), ...back)).toEqual(["opens 04-05 01:00", "closes 04-05 04:00"]);
    const beirut = ["2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z", "Asia/Beirut"] as const;
    expect(changes(daily("22:00", "00:15"), ...beirut)).toEqual(["opens 03-28 20:00", "closes 03-28 22:00"]);
    const october = ["2026-10-24T12:00:00Z", "2026-10-25T12:00:00Z", "Asia/Beirut"] as const;
    expect(changes(daily("22:00", "00:00"), ...october)).toEqual(["opens 10-24 19:00", "closes 10-24 22:00"]);
  });

  it("a day that never was (Apia, 30 December 2011)", () => {
    const hours: Hours = { owner: days([{ from: "09:00", to: "17:00" }]) };
    expect(changes(hours, "2011-12-29T12:00:00Z", "2012-01-01T00:00:00Z", "Pacific/Apia")).toEqual([
      "opens 12-29 19:00",
      "closes 12-30 03:00",
      "opens 12-30 19:00",
      "closes 12-31 03:00",
      "opens 12-31 19:00",
    ]);
  });
});
