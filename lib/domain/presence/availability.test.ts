import { describe, expect, it } from "vitest";
import { Availability } from "@/lib/domain/site/view";
import { availabilityOf, nobodyThere, type Present, type Told } from "./availability";

const battery = "b".repeat(32);
const brakes = "c".repeat(32);
const told: Told = {
  topicIds: [battery, brakes],
  promiseSeconds: 25,
  usualSeconds: 12,
  leaving: false,
  opening: null,
};
const nadia: Present = {
  memberId: "nadia",
  displayName: "Nadia B.",
  kind: "owner",
  places: 2,
  free: 2,
  showsOnButton: true,
  languages: ["en", "fr"],
  topicIds: [battery, brakes],
};
const samir: Present = { ...nadia, memberId: "samir", displayName: "Samir H.", topicIds: [brakes] };
const julien: Present = { ...nadia, memberId: "julien", kind: "staff", topicIds: [] };
const of = (present: Present[], more: Partial<Told> = {}, share = 1) => {
  const found = availabilityOf(present, { ...told, ...more }, () => share);
  Availability.parse({ ...found, version: 1 });
  return found;
};

describe("availabilityOf", () => {
  it("says the same for every language while everybody speaks each", () => {
    expect(of([nadia, julien])).toEqual({
      kind: "community",
      community: 2,
      staff: 2,
      online: 1,
      faces: [{ initials: expect.any(String), tint: expect.any(String) }],
      promiseSeconds: 25,
      usualSeconds: 12,
      share: 1,
    });
  });

  it("says who answers in a language that not all of them speak", () => {
    const english = { ...nadia, languages: ["en"] };
    expect(of([english])).toMatchObject({
      kind: "community",
      in: { fr: { kind: "none", community: 0, staff: 0, online: 0, share: 0, faces: [] } },
    });
    expect(of([english]).in?.en).toBeUndefined();
    expect(of([english, julien]).in?.fr).toMatchObject({ kind: "staff", staff: 2, online: 1 });
  });

  it("names the topics that no free owner knows", () => {
    expect(of([samir]).uncovered).toEqual([battery]);
    expect(of([samir, { ...nadia, free: 0 }]).uncovered).toEqual([battery]);
    expect(of([samir, nadia]).uncovered).toBeUndefined();
    // Staff answer whatever comes.
    expect(of([julien]).uncovered).toBeUndefined();
  });

  it("says topics anew for a language, where the whole's would mislead", () => {
    const french = { ...nadia, languages: ["fr"] };
    const found = of([samir, french]);
    expect(found.uncovered).toBeUndefined();
    expect(found.in?.en?.uncovered).toEqual([battery]);
    expect(of([{ ...samir, languages: ["en"] }, french]).in?.fr?.uncovered).toEqual([]);
  });

  it("counts up to ten places, so that pages need not hear of each", () => {
    const many = Array.from({ length: 12 }, (_, i) => ({
      ...samir,
      memberId: `m${i}`,
      showsOnButton: false,
    }));
    expect(of(many)).toMatchObject({ community: 10, online: 12 });
    expect(of(many)).toEqual(of(many.map((one, i) => (i === 3 ? { ...one, free: 0 } : one))));
  });

  it("shows the same faces whoever was asked last", () => {
    const four = ["a", "b", "c", "d"].map((memberId) => ({ ...nadia, memberId }));
    expect(of([...four].reverse()).faces).toEqual(of(four).faces);
    expect(of(four).faces).toHaveLength(3);
    expect(of([{ ...nadia, showsOnButton: false }]).faces).toEqual([]);
  });

  it("invites nobody where nobody is, whatever was worked out", () => {
    expect(of([{ ...nadia, free: 0 }], {}, 0.7)).toMatchObject({ kind: "none", share: 0, online: 0 });
    expect(of([nadia], {}, 0.35).share).toBe(0.35);
  });

  it("says when somebody is back, and that a question may be left", () => {
    const at = new Date("2026-03-11T08:00:00.000Z");
    expect(of([], { leaving: true, opening: { at, kind: "owner" } })).toMatchObject({
      kind: "none",
      leaving: true,
      opensAt: "2026-03-11T08:00:00.000Z",
      opens: "community",
    });
    expect(of([], { opening: { at, kind: "staff" } }).opens).toBe("staff");
  });
});

describe("nobodyThere", () => {
  it("promises what it is told and nothing else", () => {
    expect(nobodyThere(30)).toEqual({
      kind: "none",
      community: 0,
      staff: 0,
      online: 0,
      faces: [],
      promiseSeconds: 30,
      usualSeconds: null,
      share: 0,
    });
  });
});
